import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import type { Edition } from "@/core/editions/edition";
import { prepareEdition } from "@/core/editions/prepare-edition";
import { exportDocx } from "@/core/export/docx/export-docx";
import { anyEdition } from "@/core/export/fixtures/arbitrary";
import { block, EDITION, paragraph, run } from "@/core/export/fixtures/edition";
import { mark, note, NOTED } from "@/core/export/fixtures/noted-edition";
import { PUBLISHED } from "@/core/export/fixtures/published-edition";
import {
  expectedNumbers,
  settleNotes,
} from "@/core/export/fixtures/settle-notes";
import {
  bodyWords,
  findMissing,
  noteWords,
} from "@/core/export/fixtures/words";
import {
  DEFAULT_OPTIONS,
  EXPORT_LAYOUTS,
  type ExportLayout,
  type ExportOptions,
} from "@/core/export/options";
import { findAll, readXml, textOf, type XmlElement } from "@/test/xml";

function write(given: Edition, more: Partial<ExportOptions> = {}) {
  const options = { ...DEFAULT_OPTIONS, ...more };
  const edition = prepareEdition(given, options);
  const file = Buffer.from(exportDocx(edition, options).body as Uint8Array);
  return { edition, file };
}

const part = (file: Uint8Array, name: string) =>
  readXml(strFromU8(unzipSync(file)[name] ?? new Uint8Array()));

/** The document without its contents, which repeat the headings. */
function documentOf(file: Uint8Array): XmlElement {
  const without = (element: XmlElement): XmlElement => ({
    ...element,
    children: element.children
      .filter((child) => typeof child === "string" || child.name !== "w:sdt")
      .map((child) => (typeof child === "string" ? child : without(child))),
  });
  return without(part(file, "word/document.xml"));
}

const isReference = (run: XmlElement) =>
  findAll(run, "w:rStyle").some(({ attributes }) =>
    /^(?:Foot|End)noteReference$/.test(attributes["w:val"] ?? ""),
  );

/** The words of an element, without the numbers of notes. */
const wordsOf = (element: XmlElement) =>
  findAll(element, "w:r")
    .filter((run) => !isReference(run))
    .map((run) =>
      findAll(run, "w:t")
        .map((text) => textOf(text))
        .join(""),
    )
    .join("");

const values = (element: XmlElement, name: string, attribute: string) =>
  findAll(element, name).map(({ attributes }) => attributes[attribute] ?? "");

const matches = (texts: readonly string[], pattern: RegExp) =>
  texts.flatMap((text) => {
    const found = pattern.exec(text)?.[1];
    return found === undefined ? [] : [Number(found)];
  });

/** Every note once, at its first mark; every other mark as a field that repeats a number that is there. */
function checkNotes(
  file: Uint8Array,
  edition: Edition,
  layout: ExportLayout,
  kind: "footnote" | "endnote" = "footnote",
) {
  const document = documentOf(file);
  const numbers = edition.notes.map(({ number }) => number);
  const first = values(document, `w:${kind}Reference`, "w:id").map(Number);
  expect(first).toEqual(numbers);
  expect(
    matches(values(document, "w:bookmarkStart", "w:name"), /^_Note(\d+)$/),
  ).toEqual(numbers);
  const later = matches(
    findAll(document, "w:instrText").map((text) => textOf(text)),
    /NOTEREF _Note(\d+) /,
  );
  const expected = expectedNumbers(edition, layout);
  expect([...first, ...later].toSorted((a, b) => a - b)).toEqual(
    [...expected.target, ...expected.source].toSorted((a, b) => a - b),
  );
  const notes = findAll(part(file, `word/${kind}s.xml`), `w:${kind}`);
  for (const given of edition.notes) {
    const written = notes.find(
      ({ attributes }) => attributes["w:id"] === String(given.number),
    );
    const text = written === undefined ? "" : wordsOf(written);
    expect(findMissing(text, noteWords(given))).toBeNull();
  }
}

const paragraphsIn = (document: XmlElement, style: string) =>
  findAll(document, "w:p").filter((element) =>
    values(element, "w:pStyle", "w:val").includes(style),
  );

describe("an edition in Word", () => {
  it.each(EXPORT_LAYOUTS)(
    "has its notes as Word's own, other marks as fields that lead to them (%s)",
    (layout) => {
      for (const notes of ["footnotes", "endnotes"] as const) {
        const { file, edition } = write(NOTED, { layout, notes });
        const kind = notes === "endnotes" ? "endnote" : "footnote";
        checkNotes(file, edition, layout, kind);
        const none = write(NOTED, { layout, notes: "none" });
        expect(findAll(documentOf(none.file), `w:${kind}Reference`)).toEqual(
          [],
        );
      }
    },
  );

  it("has a contents field that Word brings up to date, with its entries", () => {
    const contents = findAll(
      part(write(PUBLISHED).file, "word/document.xml"),
      "w:sdt",
    );
    const [field] = contents;
    if (field === undefined) throw new Error("There are no contents.");
    expect(findAll(field, "w:fldChar")[0]?.attributes).toMatchObject({
      "w:dirty": "true",
    });
    const lines = findAll(field, "w:p").map((line) => [
      values(line, "w:pStyle", "w:val")[0],
      wordsOf(line),
    ]);
    expect(lines).toContainEqual(["TOC1", "Introduction"]);
    expect(lines).toContainEqual(["TOC2", "(I) Faster growth"]);
    expect(lines).toContainEqual(["TOC1", "Glossary"]);
    const anchors = values(field, "w:hyperlink", "w:anchor");
    const names = values(documentOf(write(PUBLISHED).file), "w:bookmarkStart", "w:name"); // prettier-ignore
    expect(names).toEqual(expect.arrayContaining(anchors));
  });

  it("tags every run with its language, in the English of the project", () => {
    const american: Edition = {
      ...PUBLISHED,
      language: { source: "zh-CN", target: "en-US" },
    };
    const { file } = write(american, { layout: "parallel" });
    for (const name of ["word/document.xml", "word/footnotes.xml"])
      for (const run of findAll(part(file, name), "w:r")) {
        const text = findAll(run, "w:t").map((element) => textOf(element));
        const [language] = values(run, "w:lang", "w:val");
        const isPlain = !isReference(run) && text.join("").trim() !== "";
        if (isPlain)
          expect([text.join(""), language]).toEqual([
            text.join(""),
            /\p{Script=Han}/u.test(text.join("")) ? "zh-CN" : language,
          ]);
        if (isPlain) expect(["zh-CN", "en-US"]).toContain(language);
      }
    const styles = part(file, "word/styles.xml");
    expect(findAll(styles, "w:docDefaults").flatMap((defaults) => findAll(defaults, "w:lang"))[0]?.attributes).toMatchObject({ "w:val": "en-US", "w:eastAsia": "zh-CN" }); // prettier-ignore
  });

  it("sets both texts in tables whose heads repeat and whose rows may break, its headings over both", () => {
    const document = documentOf(write(NOTED, { layout: "parallel" }).file);
    const tables = findAll(document, "w:tbl").filter((table) =>
      values(table, "w:tblStyle", "w:val").includes("ParallelTable"),
    );
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables)
      expect(findAll(table, "w:tblHeader")).toHaveLength(1);
    expect(findAll(document, "w:cantSplit")).toEqual([]);
    const headings = paragraphsIn(document, "Heading1").map(wordsOf);
    expect(headings).toHaveLength(1);
    expect(headings[0]).toMatch(/I\. Acting on the Double-Eight Strategy$/);
    for (const table of tables)
      expect(paragraphsIn(table, "Heading1")).toEqual([]);
  });

  it("lets nothing look but by its style", () => {
    const document = documentOf(write(PUBLISHED).file);
    for (const name of [
      "w:color",
      "w:sz",
      "w:spacing",
      "w:ind",
      "w:jc",
      "w:tblBorders",
      "w:pBdr",
    ])
      // prettier-ignore
      expect(findAll(document, name)).toEqual([]);
    const styles = part(write(PUBLISHED).file, "word/styles.xml");
    const known = new Set(values(styles, "w:style", "w:styleId"));
    for (const name of ["w:pStyle", "w:rStyle", "w:tblStyle"])
      for (const style of values(document, name, "w:val"))
        expect(known).toContain(style);
  });

  it("marks what is not translated or not approved with styles and words", () => {
    const document = documentOf(write(EDITION).file);
    const [missing] = paragraphsIn(document, "Untranslated");
    expect(missing === undefined ? "" : wordsOf(missing)).toBe(
      "7[Untranslated] ——改革开放不断深化。",
    );
    const unapproved = paragraphsIn(document, "UnapprovedText").map(wordsOf);
    expect(unapproved[0]).toMatch(/^5\[Not approved\] 1\. Quzhou made/);
    expect(paragraphsIn(document, "DraftNotice").map(wordsOf).join()).toMatch(
      /^Draft translation of 22 November 2026\./,
    );
  });

  it("hangs remarks on their paragraphs as comments", () => {
    const remark = {
      id: "0190a000-0000-7000-8000-000000000001",
      author: "Ann Other",
      date: "2026-11-20T10:00:00.000Z",
      body: { version: 2 as const, blocks: [block(run("Is “五链” right?"))] },
    };
    const remarks = [
      { ...remark, number: 4 },
      { ...remark, number: 999 },
    ];
    const { file } = write({ ...NOTED, remarks }, { remarks: true });
    const hung = findAll(documentOf(file), "w:p").filter(
      (element) => findAll(element, "w:commentReference").length > 0,
    );
    expect(hung.map(wordsOf)[1]).toMatch(/Five-chain integration/);
    expect(hung).toHaveLength(2);
    const comments = findAll(part(file, "word/comments.xml"), "w:comment");
    expect(comments[0]?.attributes).toMatchObject({
      "w:author": "Ann Other",
      "w:initials": "AO",
    });
    expect(unzipSync(write(NOTED).file)["word/comments.xml"]).toBeUndefined();
  });

  it("says what it is in its properties", () => {
    const core = part(write(PUBLISHED).file, "docProps/core.xml");
    const said = Object.fromEntries(
      findAll(core, "cp:coreProperties")[0]?.children.flatMap((child) =>
        typeof child === "string" ? [] : [[child.name, textOf(child)]],
      ) ?? [],
    ) as Record<string, string>;
    expect(said).toMatchObject({
      "dc:title": "Recommendations for the 15th Five-Year Plan",
      "dc:subject": "中共衢州市委关于制定第十五个五年规划的建议",
      "dc:creator": "Li Wén & Sons",
      "dc:language": "en-GB",
      "dc:identifier": "https://duizhao.example.org/e/quzhou-15th-fyp/2",
      "cp:version": "2",
    });
  });

  it("has lists with their numbers, tables with their spans, marks and links, as another program reads them", async () => {
    const { value } = await mammoth.convertToHtml({
      buffer: write(EDITION).file,
    });
    expect(value).toContain("<ul><li>Steel</li><li>Silicon</li></ul>");
    expect(value).toContain('<td colspan="2">');
    expect(value).toContain("<sup>2</sup> and H<sub>2</sub>");
    expect(value).toContain(
      '<a href="https://www.qz.gov.cn/a(b)?c=1&amp;d=2">the portal</a>',
    );
    const numbering = part(write(EDITION).file, "word/numbering.xml");
    expect(values(numbering, "w:startOverride", "w:val")).toEqual(["3"]);
  });

  it("has the same bytes for the same edition", () => {
    const once = write(PUBLISHED, { layout: "parallel" });
    const again = write(PUBLISHED, { layout: "parallel" });
    expect(again.file.equals(once.file)).toBe(true);
  });

  it("writes 5,000 notes in 10,000 paragraphs, and refuses what no program could open", () => {
    const numbers = Array.from({ length: 10_000 }, (_, index) => index + 1);
    const edition: Edition = {
      ...EDITION,
      paragraphs: numbers.map((number) =>
        paragraph(number, "八八战略", [
          block(
            run("Double-Eight Strategy"),
            ...(number <= 5000 ? [mark(number)] : []),
          ),
        ]),
      ),
      notes: numbers
        .slice(0, 5000)
        .map((number) => note(number, [block(run(`Note ${number}.`))])),
    };
    const { file } = write(edition, { layout: "parallel" });
    expect(
      findAll(part(file, "word/footnotes.xml"), "w:footnote"),
    ).toHaveLength(5002);
    const broken = paragraph(1, "注", [block(run("注a".repeat(75_001)))]);
    expect(() => write({ ...EDITION, paragraphs: [broken] })).toThrowError(
      "export_too_large",
    );
  }, 60_000);

  it("holds every word of any edition, in well-formed parts", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyEdition,
        fc.constantFrom(...EXPORT_LAYOUTS),
        async (given, layout) => {
          const { file, edition } = write(given, { layout });
          for (const [name, bytes] of Object.entries(unzipSync(file)))
            if (/\.(?:xml|rels)$/.test(name)) readXml(strFromU8(bytes));
          checkNotes(file, edition, layout);
          expect(
            findMissing(
              wordsOf(documentOf(file)),
              bodyWords(edition, layout, "english"),
            ),
          ).toBeNull();
          const links = part(file, "word/_rels/document.xml.rels");
          for (const { attributes } of findAll(links, "Relationship"))
            if (attributes["TargetMode"] === "External")
              expect(attributes["Target"]).toMatch(/^(?:https?:|mailto:)/i);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("holds every word of any edition, as another program reads it", async () => {
    await fc.assert(
      fc.asyncProperty(
        // The numbers of notes would stand between the words.
        anyEdition.map((edition) => settleNotes({ ...edition }, [], [])),
        fc.constantFrom(...EXPORT_LAYOUTS),
        async (given, layout) => {
          const { file, edition } = write(given, { layout });
          const { value } = await mammoth.extractRawText({ buffer: file });
          expect(
            findMissing(value, bodyWords(edition, layout, "english")),
          ).toBeNull();
        },
      ),
      { numRuns: 20 },
    );
  });
});
