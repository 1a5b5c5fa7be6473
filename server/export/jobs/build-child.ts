import { createHash } from "node:crypto";
import {
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  writeFile,
} from "node:fs/promises";
import path from "node:path";

const ROOT = path.resolve(".");
// Below node_modules, so that the packages which are not bundled are found from there.
const CACHE = path.join(ROOT, "node_modules/.cache/duizhao");

/** What the child reads beside its code. */
const BESIDE = ["server/export/pdf/book.typ", "server/export/card/card.typ"];

const built = new Map<string, Promise<string>>();

/**
 * Bundles the program of a child process and says where the bundle is: started from TypeScript, each child would first
 * translate a hundred files. Done once in the life of a process; a bundle of the same bytes is left where it is.
 */
export async function buildChild(entry: string): Promise<string> {
  const known = built.get(entry) ?? bundle(entry);
  built.set(entry, known);
  // What went wrong may be mended before the next attempt.
  known.catch(() => built.delete(entry));
  return known;
}

async function bundle(entry: string): Promise<string> {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: { child: path.join(ROOT, entry) },
    outdir: CACHE,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    write: false,
    logLevel: "silent",
  });
  const files = new Map<string, Uint8Array>();
  for (const { path: file, contents } of outputFiles)
    files.set(path.relative(CACHE, file), contents);
  for (const file of BESIDE)
    files.set(path.basename(file), await readFile(path.join(ROOT, file)));
  const hash = createHash("sha256");
  for (const [name, contents] of files) hash.update(name).update(contents);
  const folder = path.join(CACHE, `child-${hash.digest("hex").slice(0, 16)}`);
  await mkdir(CACHE, { recursive: true });
  // Written beside and moved: another process that starts at the same moment sees all of it or nothing.
  const draft = await mkdtemp(path.join(CACHE, "draft-"));
  for (const [name, contents] of files)
    await writeFile(path.join(draft, name), contents);
  await rename(draft, folder).catch(() =>
    rm(draft, { recursive: true, force: true }),
  );
  return path.join(folder, "child.mjs");
}
