import { PrismaPg } from "@prisma/adapter-pg";
import { databaseUrl } from "@/server/env";
import { PrismaClient, type Prisma } from "./generated/client";

/** What every db function takes last: the client, or a transaction of it. */
export type Db = Prisma.TransactionClient;

// The Next bundle and the boot process are two module graphs in one process; they share one pool.
const shared = globalThis as { [key: symbol]: PrismaClient | undefined };
const key = Symbol.for("duizhao.prisma");

function connect(): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString: databaseUrl(), max: 20 }),
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

/** Closes the pool, for an orderly end. */
export async function disconnect(): Promise<void> {
  await shared[key]?.$disconnect();
  shared[key] = undefined;
}
