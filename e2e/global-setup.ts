import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { findRunningDatabase } from "@/boot/borrow-database";
import { disconnect } from "@/server/db/client";
import { signUp } from "@/server/services/accounts/sign-up";
import { startServer } from "./server";

/**
 * Starts one server for the run and makes its first account. The tests' accounts are made in its
 * database, and their sessions sealed with its secret.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), "duizhao-e2e-"));
  const server = await startServer(folder);
  const secret = await readFile(path.join(folder, "secret"), "utf8");
  // Workers inherit the environment.
  Object.assign(process.env, {
    E2E_URL: server.url,
    NEXTAUTH_URL: server.url,
    NEXTAUTH_SECRET: secret.trim(),
    DATABASE_URL: await findRunningDatabase(folder),
  });
  const first = {
    name: "Owner of the instance",
    email: "owner@example.org",
    password: "first come, first served here",
  };
  const links = { invitation: null, setup: null, locale: "en" } as const;
  await signUp({ ...first, ...links }, { address: "192.0.2.1", device: null });
  await disconnect();
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
