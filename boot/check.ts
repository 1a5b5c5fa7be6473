import { access, constants } from "node:fs/promises";
import path from "node:path";
import { env } from "@/server/env";
import { checkUnused, explainFolder } from "./data-folder";
import { checkDatabase } from "./database";
import { checkAlone } from "./database-lock";
import { checkPort } from "./port";

async function checkWritable(folder: string): Promise<void> {
  let existing = folder;
  for (;;) {
    try {
      return await access(existing, constants.W_OK);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== "ENOENT") throw explainFolder(folder, error);
      existing = path.dirname(existing);
    }
  }
}

/** Fails where this instance cannot start; finds out all that can be found out without changing anything. */
export async function check(): Promise<void> {
  const { HOST, PORT, DUIZHAO_DATA, DATABASE_URL } = env();
  const folder = path.resolve(DUIZHAO_DATA);
  await checkUnused(folder);
  await checkPort({ host: HOST, port: PORT });
  await checkWritable(folder);
  if (DATABASE_URL) await checkDatabase(DATABASE_URL, checkAlone);
}
