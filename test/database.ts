import { randomBytes } from "node:crypto";
import { Client } from "pg";

/** A database of its own, for one test file or one test. */
export type TestDatabase = { readonly url: string; drop(): Promise<void> };

async function administer(statement: string): Promise<void> {
  const url = new URL(process.env.TEST_DATABASE_URL ?? "");
  url.pathname = "/postgres";
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Makes a database: migrated and without rows, or without any table. */
export async function createDatabase(
  content: "migrated" | "empty" = "migrated",
): Promise<TestDatabase> {
  const url = new URL(process.env.TEST_DATABASE_URL ?? "");
  const template = content === "migrated" ? url.pathname.slice(1) : "template0";
  const name = `test_${randomBytes(6).toString("hex")}`;
  await administer(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => administer(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}
