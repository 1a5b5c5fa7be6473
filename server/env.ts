import { z } from "zod";

const LOOPBACK = ["localhost", "127.0.0.1", "::1", "[::1]"];

const isUrlOf = (protocols: readonly string[]) => (value: string) =>
  URL.canParse(value) && protocols.includes(new URL(value).protocol);

const Environment = z.object({
  /** Unset, the database that comes with the product runs inside the data folder. */
  DATABASE_URL: z
    .string()
    .refine(
      isUrlOf(["postgres:", "postgresql:"]),
      "a PostgreSQL address such as postgresql://user:password@host:5432/duizhao",
    )
    .optional(),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "a port number from 1 to 65535")
    .transform(Number)
    .refine(
      (port) => port >= 1 && port <= 65_535,
      "a port number from 1 to 65535",
    )
    .default(3000),
  HOST: z
    .string()
    .regex(
      /^[\w.:%-]+$/,
      "an address to listen on, such as 127.0.0.1 or 0.0.0.0",
    )
    .default("127.0.0.1"),
  NEXTAUTH_URL: z
    .string()
    .refine(
      isUrlOf(["http:", "https:"]),
      "the address people open in the browser, such as https://duizhao.example.org",
    )
    .refine(
      (value) => !URL.canParse(value) || new URL(value).pathname === "/",
      "an address without a path",
    )
    .transform((value) => new URL(value).origin)
    .optional(),
  NEXTAUTH_SECRET: z
    .string()
    .min(32, "a random text of at least 32 characters")
    .optional(),
  SIGN_UP: z
    .enum(["open", "invite", "closed"], "open, invite or closed")
    .default("open"),
  DUIZHAO_DATA: z.string().default(".data"),
  NODE_ENV: z
    .enum(
      ["development", "production", "test"],
      "development, production or test",
    )
    .default("development"),
});

/** The settings of this process, read from the environment and checked. */
export type Env = Omit<z.output<typeof Environment>, "NEXTAUTH_URL"> & {
  readonly NEXTAUTH_URL: string;
};

/** A setting that cannot be used; the message is one sentence that names it. */
export class EnvError extends Error {
  override readonly name = "EnvError";
}

/** Reads and checks settings; an empty value counts as unset. Throws an EnvError. */
export function readEnv(
  variables: Readonly<Record<string, string | undefined>>,
): Env {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value?.trim()),
  );
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new EnvError(`${issue?.path.join(".")} must be ${issue?.message}.`);
  }
  return {
    ...parsed.data,
    NEXTAUTH_URL:
      parsed.data.NEXTAUTH_URL ?? `http://localhost:${parsed.data.PORT}`,
  };
}

// The Next bundle and the boot process are two module graphs in one process; they share one reading.
const shared = globalThis as { [key: symbol]: Env | undefined };
const key = Symbol.for("duizhao.env");

/** The settings of this process; read and checked at the first call. */
export function env(): Env {
  return (shared[key] ??= readEnv(process.env));
}

/** Adds settings that are found out at boot (the embedded database's address, the kept secret) and checks again. */
export function provideEnv(found: Partial<Record<keyof Env, string>>): Env {
  Object.assign(process.env, found);
  shared[key] = undefined;
  return env();
}

/** The database to use; fails where neither DATABASE_URL nor a running embedded database gave one. */
export function databaseUrl(): string {
  const url = env().DATABASE_URL;
  if (url) return url;
  throw new EnvError(
    "DATABASE_URL must be set where the database that comes with Duizhao does not run.",
  );
}

/** True when this instance is reached from this computer only. */
export function isLoopback(): boolean {
  const { HOST, NEXTAUTH_URL } = env();
  return [HOST, new URL(NEXTAUTH_URL).hostname].every((host) =>
    LOOPBACK.includes(host),
  );
}
