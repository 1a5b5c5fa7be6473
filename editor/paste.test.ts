import { readFileSync } from "node:fs";
import {
  DOMParser as ProseMirrorParser,
  DOMSerializer,
  type Slice,
} from "@tiptap/pm/model";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { plainText, type Block } from "@/core/text/rich-text";
import { richTextFromJson } from "./convert";
import { settleMarks, withoutNoteMarks, withoutTables } from "./paste";
import { cleanPastedHtml } from "./paste-html";
import { schema } from "./schema";

/** As a browser's parser does: whatever comes, the text is in the body. */
function documentOf(html: string): Document {
  const body = /<body\b[^>]*>([\s\S]*)<\/body>/i.exec(html)?.[1] ?? html;
  return parseHTML(`<!doctype html><html><body>${body}</body></html>`).document;
}

function paste(html: string): Slice {
  const cleaned = cleanPastedHtml(html, documentOf);
  return ProseMirrorParser.fromSchema(schema).parseSlice(
    documentOf(cleaned).body,
  );
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

const NOTE = "0190a000-0000-7000-8000-000000000001";
const FOREIGN = "0190a000-0000-7000-8000-00000000000f";
const sup = (note: string, ref: string) =>
  `<sup class="note-mark" data-note="${note}" data-ref="${ref}">7</sup>`;
const rules = (...standing: string[]) => ({
  isKnown: (noteId: string) => noteId === NOTE,
  standing: standing.map((ref) => ({ noteId: NOTE, ref })),
  newRef: () => "fresh001",
});

test("a mark that was cut comes back as itself, one that still stands becomes a mark of its own", () => {
  const slice = paste(`<p>five${sup(NOTE, "ref001")} chains</p>`);
  const cut = runs(read(settleMarks(slice, rules())).blocks);
  expect(cut).toMatchObject([
    { text: "five" },
    { kind: "note", noteId: NOTE, ref: "ref001" },
    { text: " chains" },
  ]);
  const copied = runs(read(settleMarks(slice, rules("ref001"))).blocks);
  expect(copied[1]).toEqual({ kind: "note", noteId: NOTE, ref: "fresh001" });
});

test("marks of unknown notes are dropped, and the words around them are whole", () => {
  const slice = paste(`<ul><li>five${sup(FOREIGN, "ref001")} chains</li></ul>`);
  const { blocks } = read(settleMarks(slice, rules()));
  expect(JSON.stringify(blocks)).not.toContain("note");
  expect(plainText({ version: 2, blocks })).toBe("five chains");
});

test("a mark that nobody set is not pasted: it is found anew", () => {
  const slice = paste(`<p>five chains${sup(NOTE, "firstuse")} work</p>`);
  expect(runs(read(slice).blocks)).toMatchObject([
    { text: "five chains work" },
  ]);
});

test("the text of a note takes no marks", () => {
  const slice = paste(`<p>five${sup(NOTE, "ref001")} chains</p>`);
  const { blocks } = read(withoutNoteMarks(slice));
  expect(runs(blocks)).toEqual([
    { kind: "text", text: "five chains", marks: [], href: null },
  ]);
});

test("a mark with an id or ref that is none leaves no digit in the text", () => {
  const slice = paste(
    `<p>a${sup("javascript:x", "ref001")}b${sup(NOTE, "<script>")}c<sup>2</sup></p>`,
  );
  expect(runs(read(slice).blocks)).toMatchObject([
    { text: "abc", marks: [] },
    { text: "2", marks: ["superscript"] },
  ]);
});

test("what is copied carries the note and ref, and no number", () => {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const node = schema.nodeFromJSON({
    type: "paragraph",
    content: [
      { type: "text", text: "five" },
      { type: "noteMark", attrs: { noteId: NOTE, ref: "ref001" } },
    ],
  });
  const box = document.createElement("div");
  box.append(
    DOMSerializer.fromSchema(schema).serializeNode(node, {
      document: document,
    }),
  );
  expect(read(paste(box.innerHTML)).blocks).toEqual([
    {
      kind: "paragraph",
      runs: [
        { kind: "text", text: "five", marks: [], href: null },
        { kind: "note", noteId: NOTE, ref: "ref001" },
      ],
    },
  ]);
  expect(box.textContent).toBe("five");
});

const REVIEWED =
  '<p class=MsoNormal>The park will <s><del datetime="2026-01-01">close</del></s><ins>reopen</ins> at <a style="mso-comment-reference:B_1">the lake</a><span class=MsoCommentReference><span style="font-size:8pt"><a class=msocomanchor href="#_msocom_1">[B1]</a></span></span> soon.</p><div style="mso-element:comment-list"><div style="mso-element:comment"><p class=MsoCommentText>When?</p></div></div>';

test.each([
  [
    "Word's changes and comments",
    REVIEWED,
    "The park will reopen at the lake soon.",
  ],
  [
    "Google Docs' comments",
    '<p>Two rivers<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup> meet.</p><div style="border:1px solid black"><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Which?</span></p></div>',
    "Two rivers meet.",
  ],
  [
    "words struck out by their style",
    '<p>The <span style="text-decoration:line-through">old </span><span style="TEXT-DECORATION: underline Line-Through">former </span>bridge</p>',
    "The bridge",
  ],
  [
    "hidden words",
    '<p>Open<span style="mso-hide:all"> secret</span><span hidden> more</span> now</p>',
    "Open now",
  ],
])("%s stay out of the text", (_what, html, text) => {
  expect(plainText(read(paste(html)))).toBe(text);
});

const wordItem = (marker: string, text: string, font = "") =>
  `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='${font}'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${text}</p>`;

test.each([
  [
    "figures of Word",
    wordItem("1.", "Dredge the canal") + wordItem("2.", "Build the weir"),
    "1. Dredge the canal\n2. Build the weir",
  ],
  ["Chinese numbers of Word", wordItem("（三）", "Third"), "（三） Third"],
  ["letters of Word", wordItem("a)", "First"), "a) First"],
  [
    "bullets of Word, which are no numbers",
    wordItem("o", "First", "font-family:&quot;Courier New&quot;") +
      wordItem("§", "Second", "font-family:Wingdings"),
    "First\nSecond",
  ],
  [
    "letters of Google Docs",
    '<ol><li style="list-style-type:lower-alpha"><p>one</p></li><li style="list-style-type:lower-alpha"><p>two</p></li></ol>',
    "a. one\nb. two",
  ],
  [
    "Roman numbers that begin later",
    '<ol type="I" start="4"><li>one</li><li>two</li></ol>',
    "IV. one\nV. two",
  ],
  [
    "numbers that jump",
    '<ol><li>one</li><li value="5">five</li></ol>',
    "1. one\n5. five",
  ],
])("numbers of lists stay: %s", (_what, html, text) => {
  expect(plainText(read(paste(html)))).toBe(text);
});

test("a list that counts in figures stays a list with its first number", () => {
  const { blocks } = read(
    paste('<ol start="3"><li>three</li><li>four</li></ol>'),
  );
  expect(blocks[0]).toMatchObject({ start: 3 });
});
