import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Edition, EditionNote } from "@/core/editions/edition";
import { prepareEdition } from "@/core/editions/prepare-edition";
import { block, paragraph, run } from "@/core/export/fixtures/edition";
import { PUBLISHED } from "@/core/export/fixtures/published-edition";
import { bodyWords, noteWords } from "@/core/export/fixtures/words";
import {
  DEFAULT_OPTIONS,
  EXPORT_LAYOUTS,
  type ExportOptions,
} from "@/core/export/options";
import { exportPdf } from "./pdf";

const folder = mkdtempSync(path.join(tmpdir(), "duizhao-pdf-"));
const file = path.join(folder, "book.pdf");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (edition: Edition, options: Partial<ExportOptions> = {}) => {
  const all = { ...DEFAULT_OPTIONS, ...options };
  const exported = exportPdf(prepareEdition(edition, all), all);
  writeFileSync(file, exported.body);
  return exported;
};

const tool = (name: string, ...args: readonly string[]) =>
  execFileSync(name, [...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });

/** The words of the file, or of a page of it, as somebody who copies them gets them. */
const read = (page?: number) =>
  tool(
    "pdftotext",
    "-raw",
    ...(page === undefined ? [] : ["-f", String(page), "-l", String(page)]),
    file,
    "-",
  ).replaceAll("\u00ad", "");

const squeeze = (text: string) => text.replace(/\s+/gu, "");
/** Without figures, since numbers of notes stand between words. */
const letters = (text: string) => squeeze(text).replace(/[\d,]+/g, "");

const pages = () => Number(/Pages:\s+(\d+)/.exec(tool("pdfinfo", file))?.[1]);

const note = (number: number, words: string): EditionNote => ({
  id: `019afb42-085a-7c11-988e-${String(number).padStart(12, "0")}`,
  number,
  kind: "background",
  status: "reviewed",
  body: { version: 2, blocks: [block(run(words))] },
  citations: [],
});

describe("an edition as PDF", () => {
  it.each(EXPORT_LAYOUTS)(
    "holds every word of both texts that the layout %s prints, and is accessible",
    (layout) => {
      write(PUBLISHED, { layout });
      const text = letters(read());
      const options = { ...DEFAULT_OPTIONS, layout };
      for (const words of bodyWords(prepareEdition(PUBLISHED, options), layout))
        expect(text).toContain(letters(words));
      expect(tool("pdfinfo", file)).toMatch(/Tagged:\s+yes/);
      expect(tool("pdfinfo", "-meta", file)).toContain("pdfuaid:part");
    },
  );

  it("sets each note with its number at the foot, at the end, or nowhere", () => {
    const { notes } = prepareEdition(PUBLISHED, DEFAULT_OPTIONS);
    write(PUBLISHED);
    const foot = squeeze(read());
    for (const each of notes)
      // The number of a list's first item may stand between.
      expect(foot.replace("1.Steel", "Steel")).toContain(
        `${each.number}${noteWords(each)[0]}`,
      );
    expect(foot).not.toMatch(/Notes\d*1For/);
    write(PUBLISHED, { notes: "endnotes" });
    expect(squeeze(read())).toMatch(/Notes\d*1Fortheyears/);
    write(PUBLISHED, { notes: "none" });
    expect(read()).not.toContain("statistics bureau");
  });

  it("sets a note of a long row on the page where its mark is", () => {
    const notes = [1, 2, 3].map((number) => note(number, `Foot ${number}.`));
    const filler = "Words that fill a page. ".repeat(220);
    const runs = notes.flatMap(({ id, number }) => [
      run(`${filler}Mark${number}`),
      { kind: "note", noteId: id, ref: `mark00${number}` } as const,
    ]);
    write(
      {
        ...PUBLISHED,
        notes,
        paragraphs: [paragraph(3, "很长".repeat(400), [block(...runs)])],
      },
      { layout: "parallel" },
    );
    const found = new Map<string, number>();
    for (let page = 4; page <= pages(); page += 1)
      for (const [word] of squeeze(read(page)).matchAll(/Mark\d|Foot\d\./g))
        found.set(word, page);
    for (const number of [1, 2, 3])
      expect(found.get(`Foot${number}.`)).toBe(found.get(`Mark${number}`));
    expect(new Set(found.values()).size).toBe(3);
  });

  it("embeds a part of each font, whose letters can be copied", () => {
    write(PUBLISHED, { layout: "parallel" });
    const fonts = tool("pdffonts", file).trim().split("\n").slice(2);
    expect(fonts.join()).toMatch(/NotoSerifSC/);
    for (const font of fonts) expect(font).toMatch(/ yes yes yes /);
    write(PUBLISHED, { fonts: "sans" });
    expect(tool("pdffonts", file)).toMatch(/NotoSansSC/);
  });

  it("has title, language, bookmarks, links and the paper that was asked for", () => {
    write(PUBLISHED, { paper: "letter" });
    const said = tool("pdfinfo", file);
    expect(said).toMatch(
      /Title:\s+Recommendations for the 15th Five-Year Plan/,
    );
    expect(said).toMatch(/Author:\s+Li Wén & Sons/);
    expect(said).toMatch(/letter/);
    expect(said).toMatch(/CreationDate:.*Nov 20.*2026/);
    const marks = tool("pdftohtml", "-xml", "-i", "-stdout", file);
    expect(marks).toMatch(
      /<outline>[^]*Introduction[^]*I\. Acting on the Double-Eight Strategy[^]*Glossary/,
    );
    expect(tool("pdfinfo", "-url", file)).toContain(
      "https://creativecommons.org/licenses/by/4.0/",
    );
  });

  it("says that it is a draft, on its first page", () => {
    write({ ...PUBLISHED, publication: null });
    expect(read(1)).toContain("Draft translation of");
  });

  it("is the same, byte for byte, of the same edition", () => {
    const first = write(PUBLISHED).body;
    write({ ...PUBLISHED, publication: null });
    expect(write(PUBLISHED).body).toEqual(first);
  });

  it("prints as it stands what would be a command in Typst", () => {
    const words =
      '#panic("x") #import "/etc/passwd" *bold* _it_ `raw` $x^2$ @ref <label> \\u{41} // no /* no */ = = - + ~ -- "';
    write({
      ...PUBLISHED,
      paragraphs: [paragraph(3, words, [block(run(words))])],
    });
    expect(squeeze(read())).toContain(squeeze(words));
  });

  it("shows the code of a character that no typeface has, and says so", () => {
    write({
      ...PUBLISHED,
      paragraphs: [paragraph(3, "好😀", [block(run("Fine 😀 שלום"))])],
    });
    expect(squeeze(read())).toContain("FineU+1F600U+05E9U+05DCU+05D5U+05DD");
    expect(squeeze(read(2))).toContain("U+05E9,U+1F600.");
  });

  it("takes headings of any depth, tables that overlap themselves and endless words", () => {
    const cell = (text: string, colspan: number, rowspan: number) => ({
      header: false,
      colspan,
      rowspan,
      blocks: [block(run(text))],
    });
    const table = {
      kind: "table" as const,
      rows: [
        [cell("a", 1, 3), cell("b", 2, 1)],
        [cell("c", 3, 3), cell("d", 1, 1)],
        [cell("e", 1, 1)],
      ],
    };
    write({
      ...PUBLISHED,
      paragraphs: [
        paragraph(3, "深", [block(run("Deep"))], { kind: "heading", level: 6 }),
        paragraph(4, "表", [table]),
        paragraph(5, "长".repeat(20_000), [block(run("x".repeat(5000)))]),
        paragraph(6, "空", []),
      ],
    });
    expect(tool("pdfinfo", "-meta", file)).toContain("pdfuaid:part");
    expect(squeeze(read()).replaceAll("\u200b", "")).toContain("x".repeat(400));
  });
});
