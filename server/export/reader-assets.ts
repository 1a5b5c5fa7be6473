import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import type { Inlined } from "@/core/export/html/file";

/** What browsers must be able to: those of the last two years. */
const TARGET = ["chrome123", "firefox121", "safari17.5"];

/** The files that pages of editions are made with, in `reader/`. */
export type ReaderSource =
  "script/main.ts" | "script/early.ts" | "style/main.css" | "style/site.css";

const made = new Map<ReaderSource, Inlined>();

/** A script or a style sheet of the reader, bundled and made small, once in a process. */
export function readerAsset(source: ReaderSource): Inlined {
  const known = made.get(source);
  if (known !== undefined) return known;
  const text = bundle(source);
  const asset = { text, hash: policyHash(text) };
  made.set(source, asset);
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

function bundle(source: ReaderSource): string {
  const { outputFiles } = buildSync({
    absWorkingDir: findRoot(),
    entryPoints: [`reader/${source}`],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: TARGET,
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
  });
  // What closes an element must not stand in what is written into one.
  return (outputFiles[0]?.text ?? "")
    .trim()
    .replace(/<\/(?=script|style)/gi, "<\\/")
    .replace(/<!--/g, "<\\!--");
}

/** The hash of an inline script or style sheet as a content security policy names it. */
export function policyHash(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
