import { readFileSync } from "node:fs";
import { DOMParser as ProseMirrorParser, type Slice } from "@tiptap/pm/model";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { plainText, type Block } from "@/core/text/rich-text";
import { richTextFromJson } from "./convert";
import { cleanPastedHtml, withoutTables } from "./paste";
import { schema } from "./schema";

function paste(html: string): Slice {
  const { document } = parseHTML(
    `<!doctype html><html><body>${cleanPastedHtml(html)}</body></html>`,
  );
  return ProseMirrorParser.fromSchema(schema).parseSlice(document.body);
}

function read(slice: Slice) {
  return richTextFromJson({ content: slice.content.toJSON() as unknown });
}

const fixture = (name: string) =>
  readFileSync(new URL(`./fixtures/${name}`, import.meta.url), "utf8");

function runs(blocks: readonly Block[]) {
  return blocks.flatMap((block) =>
    block.kind === "paragraph" ? block.runs : [],
  );
}

test("several paragraphs from Word stay paragraphs of this row, without Word's bullets and styles", () => {
  const { blocks } = read(paste(fixture("word.html")));
  expect(plainText({ version: 2, blocks })).toBe(
    "1. Build advanced manufacturing clusters\nWe will advance new industrialization.\nfirst, equipment\nsecond, integrated circuits",
  );
  expect(runs(blocks)[0]).toMatchObject({ marks: ["bold"] });
  expect(JSON.stringify(blocks)).not.toMatch(/mso|MsoNormal|o:p/);
});

test("Google Docs' bold and raised text is kept, its wrapper is not taken for bold", () => {
  const { blocks } = read(paste(fixture("google-docs.html")));
  expect(runs(blocks)).toEqual([
    { kind: "text", text: "The ", marks: [], href: null },
    { kind: "text", text: "five chains", marks: ["bold"], href: null },
    { kind: "text", text: " of Quzhou", marks: [], href: null },
    { kind: "text", text: "2", marks: ["superscript"], href: null },
    { kind: "text", text: " and ", marks: [], href: null },
    { kind: "text", text: "more", marks: [], href: "https://www.qz.gov.cn/" },
  ]);
});

test("scripts, handlers, images and javascript links are gone, their words stay", () => {
  const slice = paste(fixture("hostile.html"));
  const text = JSON.stringify(slice.content.toJSON());
  expect(text).not.toMatch(
    /javascript|onerror|onclick|alert|data:|style|img|href/i,
  );
  expect(plainText(read(slice))).toBe(
    "Read this now\nA heading\nplain code\nvbscript",
  );
});

test("a table becomes lines where the row is no table, and stays a table where it is", () => {
  const slice = paste(
    "<table><tr><th>Year</th><th>GDP</th></tr><tr><td>2025</td><td><p>2400</p><p>亿元</p></td></tr></table>",
  );
  expect(read(slice).blocks[0]?.kind).toBe("table");
  const lines = read(withoutTables(slice, schema));
  expect(lines.blocks.map(({ kind }) => kind)).toEqual([
    "paragraph",
    "paragraph",
  ]);
  expect(plainText(lines)).toBe("Year\tGDP\n2025\t2400 亿元");
});

test("a nested table keeps its words inside the cell", () => {
  const slice = paste(
    "<table><tr><td>out<table><tr><td>in</td></tr></table></td></tr></table>",
  );
  for (const node of slice.content.content) node.check();
  expect(plainText(read(slice))).toContain("in");
});
