import { readFileSync } from "node:fs";
import {
  NodeCompiler,
  type NodeTypstDocument,
} from "@myriaddreamin/typst-ts-node-compiler";
import type { FontStyle } from "@/core/export/options";
import { fontFolders } from "./fonts";

/** A laid out document. */
export type LaidOut = {
  readonly pages: number;
  /** The file: PDF/UA-1 where the document allows it, else tagged PDF 1.7, else untagged. */
  pdf(): Uint8Array;
  /** All pages, one below the other, letters drawn. */
  svg(): string;
};

// There is nothing in it: a document that asked for a file would find none.
const WORKSPACE = "/nonexistent/duizhao";

/** From so many pages on memory matters more than laying the same out again quickly. */
const MANY = 150;

const compilers = new Map<FontStyle, NodeCompiler>();
const templates = new Map<string, string>();

function compilerFor(style: FontStyle): NodeCompiler {
  const compiler =
    compilers.get(style) ??
    NodeCompiler.create({
      workspace: WORKSPACE,
      fontArgs: [{ fontPaths: [...fontFolders(style)] }],
    });
  compilers.set(style, compiler);
  return compiler;
}

function readTemplate(address: URL): string {
  const template = templates.get(address.href) ?? readFileSync(address, "utf8");
  templates.set(address.href, template);
  return template;
}

/** From the strictest on: what a text holds can keep a book from being accessible, and Typst from tagging it at all. */
const STANDARDS = [
  { pdfStandard: "ua-1" },
  { pdfStandard: "1.7" },
  { pdfStandard: "1.7", pdfTags: false },
] as const;

function writePdf(
  compiler: NodeCompiler,
  document: NodeTypstDocument,
): Uint8Array {
  let problem: unknown = null;
  for (const standard of STANDARDS) {
    try {
      return compiler.pdf(document, standard);
    } catch (error) {
      problem = error;
    }
  }
  throw new Error("Typst could not write it.", { cause: problem });
}

/** Half of a character, which a cut can leave, is nothing that Typst reads. */
const wholeCharacters = (_: string, value: unknown): unknown =>
  typeof value === "string"
    ? value.replace(/\p{Surrogate}/gu, "\uFFFD")
    : value;

/** Lays out data by a template, which gets it as JSON: what a text says is never source. */
export function layOut(
  template: URL,
  style: FontStyle,
  data: unknown,
): LaidOut {
  const compiler = compilerFor(style);
  // What an earlier document left behind would stay for ever.
  compiler.evictCache(1);
  const compiled = compiler.compile({
    mainFileContent: readTemplate(template),
    inputs: { data: JSON.stringify(data, wholeCharacters) },
  });
  const document = compiled.result;
  if (document === null) {
    const problems = compiled.takeDiagnostics();
    const said =
      problems === null ? [] : compiler.fetchDiagnostics(problems).slice(0, 3);
    throw new Error(`Typst could not lay it out: ${JSON.stringify(said)}`);
  }
  // What its earlier passes left behind is as large as the document.
  if (document.numOfPages > MANY) compiler.evictCache(0);
  return {
    pages: document.numOfPages,
    pdf: () => writePdf(compiler, document),
    svg: () => compiler.plainSvg(document),
  };
}
