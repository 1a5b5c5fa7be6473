import { PrismaPg } from "@prisma/adapter-pg";
import { AppError } from "@/core/errors";
import { databaseUrl } from "@/server/env";
import { Prisma, PrismaClient } from "./generated/client";

/** What every db function takes last: the client, or a transaction of it. */
export type Db = Prisma.TransactionClient;

// The Next bundle and the boot process are two module graphs in one process; they share one pool.
const shared = globalThis as { [key: symbol]: PrismaClient | undefined };
const key = Symbol.for("duizhao.prisma");

let connections = 20;

/** Says how many connections the pool of this thread has at most; before its first use. */
export function limitConnections(most: number): void {
  connections = most;
}

function connect(): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg({
      connectionString: databaseUrl(),
      max: connections,
    }),
  });
}

/** The connection pool, made at first use. */
export const prisma: PrismaClient = new Proxy({} as PrismaClient, {
  get(_target, property) {
    const client = (shared[key] ??= connect());
    const value: unknown = Reflect.get(client, property, client);
    return typeof value === "function"
      ? (value as (...args: unknown[]) => unknown).bind(client)
      : value;
  },
});

/** Runs `work` in one transaction; everything in it is stored, or nothing. */
export function transaction<T>(work: (db: Db) => Promise<T>): Promise<T> {
  return prisma.$transaction(work, { timeout: 60_000, maxWait: 10_000 });
}

/**
 * Runs `work` in one transaction that sees everything as it was when it began. Throws `conflict` where somebody has changed
 * meanwhile what it would change.
 */
export async function snapshot<T>(work: (db: Db) => Promise<T>): Promise<T> {
  try {
    return await prisma.$transaction(work, {
      timeout: 60_000,
      maxWait: 10_000,
      isolationLevel: "RepeatableRead",
    });
  } catch (error) {
    if (isOvertaken(error))
      throw new AppError("conflict", "changed_meanwhile", { cause: error });
    throw error;
  }
}

/** Whether a transaction was overtaken: by another's change of the same row (40001), or by a row of the same name. */
function isOvertaken(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const isSerialization =
    error.code === "P2010" && JSON.stringify(error.meta).includes("40001");
  return isSerialization || error.code === "P2034" || error.code === "P2002";
}

/** Closes the pool, for an orderly end. */
export async function disconnect(): Promise<void> {
  await shared[key]?.$disconnect();
  shared[key] = undefined;
}
