import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import type { Inlined } from "@/core/export/html/file";

/** What browsers must be able to: those of the last two years. */
const TARGET = ["chrome123", "firefox121", "safari17.5"];

/** The files that pages of editions are made with, in `reader/`. */
const SOURCES = [
  "script/main.ts",
  "script/early.ts",
  "style/main.css",
  "style/site.css",
] as const;
export type ReaderSource = (typeof SOURCES)[number];

let made: ReadonlyMap<string, Inlined> | null = null;

/** A script or a style sheet of the reader, bundled and made small; all of them at once, once in a process. */
export function readerAsset(source: ReaderSource): Inlined {
  made ??= bundle();
  const asset = made.get(source.replace(/\.ts$/, ".js"));
  if (asset === undefined) throw new Error(`${source} was not bundled.`);
  return asset;
}

/** The folder of the product: this code may run from a bundle that lies deeper in it. */
function findRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, "reader/style/main.css"))) {
    const above = path.dirname(folder);
    if (above === folder) throw new Error("The reader's files are missing.");
    folder = above;
  }
  return folder;
}

function bundle(): ReadonlyMap<string, Inlined> {
  const root = findRoot();
  const { outputFiles } = buildSync({
    absWorkingDir: root,
    entryPoints: SOURCES.map((source) => `reader/${source}`),
    outbase: "reader",
    outdir: "reader",
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: TARGET,
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
  });
  return new Map(
    outputFiles.map(({ path: file, text }) => {
      // What closes an element must not stand in what is written into one.
      const inlined = text
        .trim()
        .replace(/<\/(?=script|style)/gi, "<\\/")
        .replace(/<!--/g, "<\\!--");
      const name = path.relative(path.join(root, "reader"), file);
      const asset = { text: inlined, hash: policyHash(inlined) };
      return [name.split(path.sep).join("/"), asset];
    }),
  );
}

/** The hash of an inline script or style sheet as a content security policy names it. */
export function policyHash(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
