import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startPostgres } from "@/boot/embedded-postgres";
import { migrate } from "@/boot/migrate";

// What is tested here is lost at the end anyway: nothing waits for the disk.
const HASTE = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "max_connections=200",
];

/** One PostgreSQL for the run, with a migrated database that those of the test files are copies of. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), "duizhao-test-"));
  const postgres = await startPostgres(folder, { settings: HASTE });
  await migrate(postgres.url);
  // Workers inherit the environment.
  process.env.TEST_DATABASE_URL = postgres.url;
  return async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
