import { afterAll } from "vitest";
import { disconnect } from "@/server/db/client";
import { provideEnv } from "@/server/env";
import { createDatabase } from "./database";

// Runs before each test file that needs a database: what the file imports finds it in DATABASE_URL.
const database = await createDatabase();
provideEnv({
  DATABASE_URL: database.url,
  NEXTAUTH_URL: "http://localhost:3000",
  NEXTAUTH_SECRET: "only for tests, and long enough to pass",
});

afterAll(async () => {
  await disconnect();
  await database.drop();
});
