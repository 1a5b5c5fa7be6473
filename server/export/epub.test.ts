import { execFileSync } from "node:child_process";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Edition } from "@/core/editions/edition";
import { prepareEdition } from "@/core/editions/prepare-edition";
import { exportEpub } from "@/core/export/epub/epub";
import { block, EDITION, paragraph, run } from "@/core/export/fixtures/edition";
import { PUBLISHED } from "@/core/export/fixtures/published-edition";
import {
  bodyWords,
  findMissing,
  noteWords,
} from "@/core/export/fixtures/words";
import {
  DEFAULT_OPTIONS,
  EXPORT_LAYOUTS,
  type ExportOptions,
} from "@/core/export/options";
import { lettersOf, readNotes } from "@/test/pandoc";
import { epubcheck } from "@/test/readers";
import { findAll, readXml, textOf } from "@/test/xml";

function write(edition: Edition, more: Partial<ExportOptions> = {}) {
  const options = { ...DEFAULT_OPTIONS, ...more };
  const prepared = prepareEdition(edition, options);
  return {
    edition: prepared,
    book: exportEpub(prepared, options).body as Uint8Array,
  };
}

function page(book: Uint8Array, name: string): string {
  const file = unzipSync(book)[`EPUB/${name}`];
  if (file === undefined) throw new Error(`${name} is not in the book.`);
  return strFromU8(file);
}

const pandoc = (book: Uint8Array, to: string) =>
  execFileSync("pandoc", ["--from=epub", `--to=${to}`, "--wrap=none"], {
    input: book,
    maxBuffer: 2 ** 26,
  }).toString("utf8");

type Block = { readonly t: string; readonly c: unknown };

/** The depths of the headings of the text; pandoc has them in divisions of their pages. */
function levelsIn(node: unknown): readonly number[] {
  if (Array.isArray(node)) return node.flatMap(levelsIn);
  if (typeof node !== "object" || node === null) return [];
  const { t, c } = node as Block;
  if (t === "Header") return [(c as readonly [number])[0]];
  return levelsIn(c);
}

/** Letters alone; pandoc has signs of their own for raised and lowered figures. */
const plainLetters = (text: string) => lettersOf(text.normalize("NFKC"));

describe("EPUB", () => {
  it.each([
    ["english", "footnotes"],
    ["parallel", "footnotes"],
    ["interleaved", "endnotes"],
    ["annotated", "endnotes"],
  ] as const)(
    "has no error and no warning: %s, %s",
    async (layout, notes) => {
      const { book } = write(PUBLISHED, { layout, notes });
      expect(await epubcheck(book)).toBe("");
    },
    120_000,
  );

  it("is read by pandoc with every paragraph and every heading", () => {
    for (const layout of EXPORT_LAYOUTS) {
      const { edition, book } = write(PUBLISHED, { layout, notes: "none" });
      expect(
        findMissing(
          plainLetters(pandoc(book, "plain")),
          bodyWords(edition, layout).map(plainLetters),
        ),
      ).toBeNull();
      const { blocks } = JSON.parse(pandoc(book, "json")) as {
        blocks: unknown;
      };
      const levels = edition.paragraphs.flatMap(({ kind, level }) =>
        kind === "heading" ? [level] : [],
      );
      expect(levelsIn(blocks).join()).toContain(levels.join());
    }
  });

  it("is read by pandoc with every note and its number at its place", () => {
    const { edition, book } = write(PUBLISHED);
    const notes = readNotes(book, "epub");
    const first = new Map<string, (typeof notes)[number]>();
    for (const note of notes) {
      const number = /^(\d+)\./.exec(note.text)?.[1] ?? "";
      if (!first.has(number)) first.set(number, note);
    }
    expect([...first.keys()]).toEqual(
      edition.notes.map(({ number }) => String(number)),
    );
    const places = [
      "Recommendations for the 15th Five-Year Plan",
      "Division of Legal Affairs",
      "I. Acting on the Double-Eight Strategy",
      "“五链”融合)",
      "Add 300 mu",
      "Industry",
      "Gross regional product",
      "CNY 240bn",
    ];
    for (const [index, note] of edition.notes.entries()) {
      const read = first.get(String(note.number));
      const before = lettersOf(read?.before ?? "").replace(/\d+$/, "");
      expect(before).toMatch(
        new RegExp(`${lettersOf(places[index] ?? "-")}$`, "u"),
      );
      const words = noteWords(note).map(lettersOf);
      expect(findMissing(lettersOf(read?.text ?? ""), words)).toBeNull();
    }
  });

  it("opens notes where their numbers are, and leads back to each of them with words", () => {
    const { book } = write(PUBLISHED, { layout: "parallel" });
    const text = readXml(page(book, "text-001.xhtml"));
    const [aside] = findAll(text, "aside");
    expect(aside?.attributes).toMatchObject({
      id: "n3",
      "epub:type": "footnote",
      role: "doc-footnote",
    });
    const marks = findAll(text, "a").filter(
      ({ attributes }) => attributes["href"] === "#n3",
    );
    expect(marks.map(({ attributes }) => attributes["epub:type"])).toEqual(
      marks.map(() => "noteref"),
    );
    const backs = aside === undefined ? [] : findAll(aside, "a");
    const labels = backs
      .filter(({ attributes }) => attributes["role"] === "doc-backlink")
      .map(({ attributes }) => attributes["aria-label"]);
    expect(labels).toHaveLength(marks.length);
    expect(new Set(labels).size).toBe(marks.length);
  });

  it("says the language of each text", () => {
    const { book } = write(PUBLISHED, { layout: "parallel" });
    const text = readXml(page(book, "text-002.xhtml"));
    expect(findAll(text, "html")[0]?.attributes["xml:lang"]).toBe("en-GB");
    const chinese = findAll(text, "div").filter(
      ({ attributes }) => attributes["xml:lang"] === "zh-CN",
    );
    expect(chinese.map((each) => textOf(each).trim())).toEqual([
      "二、结语",
      "全文完。",
    ]);
    const book2 = page(book, "package.opf");
    expect(book2).toContain("<dc:language>zh-CN</dc:language>");
    for (const property of [
      "accessMode",
      "accessModeSufficient",
      "accessibilityFeature",
      "accessibilityHazard",
      "accessibilitySummary",
    ])
      expect(book2).toContain(`property="schema:${property}"`);
  });

  it("begins with what it is, and is the same bytes for the same edition", () => {
    const { book } = write(PUBLISHED);
    const head = strFromU8(book.subarray(0, 58), true);
    expect(head.slice(0, 4)).toBe("PK\u0003\u0004");
    expect(head.slice(8, 10)).toBe("\0\0");
    expect(head.slice(30)).toBe("mimetypeapplication/epub+zip");
    expect(write(PUBLISHED).book).toEqual(book);
  });

  it("parts a long text into pages, and leads from the contents to each heading", () => {
    const paragraphs = Array.from({ length: 600 }, (_, index) =>
      paragraph(
        index + 4,
        "增".repeat(300),
        [block(run(`${index} ${"word ".repeat(150)}`))],
        index % 50 === 0 ? { kind: "heading", level: 2 } : {},
      ),
    );
    const { book } = write({ ...EDITION, paragraphs });
    const files = unzipSync(book);
    const texts = Object.keys(files).filter((name) => /text-\d+/.test(name));
    expect(texts.length).toBeGreaterThan(8);
    for (const name of texts) expect(files[name]?.length).toBeLessThan(300_000);
    const links = findAll(readXml(page(book, "nav.xhtml")), "a").map(
      ({ attributes }) => attributes["href"] ?? "",
    );
    for (const { number, kind } of paragraphs) {
      if (kind !== "heading") continue;
      const link = links.find((href) => href.endsWith(`#p${number}`)) ?? "";
      expect(page(book, link.replace(/#.*$/, ""))).toContain(`id="p${number}"`);
    }
  });
});
