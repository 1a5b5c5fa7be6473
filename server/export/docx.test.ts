import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import mammoth from "mammoth";
import { parseHTML } from "linkedom";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import {
  EXPORT_LAYOUTS,
  type Edition,
  type ExportLayout,
} from "@/core/editions/edition";
import { anyEdition } from "@/core/export/fixtures/arbitrary";
import { block, EDITION, paragraph, run } from "@/core/export/fixtures/edition";
import { mark, note, NOTED } from "@/core/export/fixtures/noted-edition";
import {
  expectedNumbers,
  settleNotes,
} from "@/core/export/fixtures/settle-notes";
import {
  bodyWords,
  findMissing,
  headWords,
  noteWords,
} from "@/core/export/fixtures/words";
import { exportDocx } from "@/server/export/docx";

async function write(edition: Edition, layout: ExportLayout) {
  const { body } = await exportDocx(edition, layout);
  return Buffer.from(body as Uint8Array);
}

/** The document as another program reads it. */
async function read(edition: Edition, layout: ExportLayout) {
  const { value } = await mammoth.convertToHtml({
    buffer: await write(edition, layout),
  });
  return parseHTML(`<html><body>${value}</body></html>`).document;
}

const part = (file: Buffer, name: string) =>
  strFromU8(unzipSync(file)[name] ?? new Uint8Array());

/** Reads a part as strictly as Word does; throws where it is not well formed. */
function words(xml: string): string {
  const parser = new SaxesParser();
  let text = "";
  let inText = false;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name }) => (inText = name === "w:t"));
  parser.on("closetag", () => (inText = false));
  parser.on("text", (piece) => {
    if (inText) text += piece;
  });
  parser.write(xml).close();
  return text;
}

const texts = (found: Iterable<Element>) =>
  [...found].map((element) => element.textContent?.trim());

/** The run of a note's number. */
const NUMBER =
  /<w:r><w:rPr><w:rStyle w:val="FootnoteReference"\/>(?:(?!<\/w:r>)[^])*<\/w:r>/g;

const idsIn = (xml: string, pattern: RegExp) =>
  [...xml.matchAll(pattern)].map(([, id]) => Number(id));

/** Every note once, as a footnote at its first mark; every other mark as a field that repeats a number that is there. */
function checkNotes(file: Buffer, edition: Edition, layout: ExportLayout) {
  const xml = part(file, "word/document.xml").replace(
    /<w:sdt>[^]*<\/w:sdt>/,
    "",
  );
  const numbers = edition.notes.map(({ number }) => number);
  const first = idsIn(xml, /<w:footnoteReference w:id="(\d+)"\/>/g);
  expect(first).toEqual(numbers);
  expect(idsIn(xml, /<w:bookmarkStart w:name="_Note(\d+)"/g)).toEqual(numbers);
  const later = idsIn(xml, /<w:instrText[^>]*> NOTEREF _Note(\d+) /g);
  const expected = expectedNumbers(edition, layout);
  expect([...first, ...later].toSorted((a, b) => a - b)).toEqual(
    [...expected.target, ...expected.source].toSorted((a, b) => a - b),
  );
  const footnotes = part(file, "word/footnotes.xml");
  expect(idsIn(footnotes, /<w:footnote w:id="(\d+)">/g)).toEqual(numbers);
  for (const { number, ...given } of edition.notes) {
    const [, body = ""] =
      new RegExp(`<w:footnote w:id="${number}">([^]*?)</w:footnote>`).exec(
        footnotes,
      ) ?? [];
    const text = words(`<r xmlns:w="w" xmlns:r="r">${body}</r>`);
    expect(findMissing(text, noteWords({ number, ...given }))).toBeNull();
  }
}

describe("an edition in Word", () => {
  it.each(EXPORT_LAYOUTS)(
    "has real headings, in the %s layout",
    async (layout) => {
      const document = await read(EDITION, layout);
      expect(texts(document.querySelectorAll("h1, h2"))).toContain(
        "I. Acting on the Double-Eight Strategy",
      );
      const xml = part(await write(EDITION, layout), "word/document.xml");
      expect(xml).toContain('<w:pStyle w:val="Title"/>');
      expect(xml).toContain('<w:pStyle w:val="Heading1"/>');
      expect(xml).toContain('<w:pStyle w:val="Heading2"/>');
    },
  );

  it("has a contents field that Word brings up to date, with its entries", async () => {
    const xml = part(await write(EDITION, "english"), "word/document.xml");
    expect(xml).toMatch(
      /w:dirty="true"[^]*TOC \\h \\o (?:"|&quot;)1-3(?:"|&quot;)/,
    );
    const field = xml.slice(xml.indexOf("<w:sdt>"), xml.indexOf("</w:sdt>"));
    expect(words(`<r xmlns:w="w">${field}</w:sdt></r>`)).toContain(
      "I. Acting on the Double-Eight Strategy",
    );
  });

  it("tags every run with its language", async () => {
    // What the contents repeat is the package's own, and Word writes it anew.
    const xml = part(
      await write(EDITION, "parallel"),
      "word/document.xml",
    ).replace(/<w:sdt>[^]*<\/w:sdt>/, "");
    for (const [run] of xml.matchAll(/<w:r>(?:(?!<\/w:r>)[^])*<\/w:r>/g)) {
      const text = /<w:t[ >][^<]*/.exec(run)?.[0] ?? "";
      if (/\p{Script=Han}/u.test(text))
        expect(run).toContain('<w:lang w:val="zh-CN" w:eastAsia="zh-CN"/>');
      else expect(run).not.toContain('w:val="zh-CN"');
    }
    const styles = part(await write(EDITION, "english"), "word/styles.xml");
    expect(styles).toMatch(
      /<w:docDefaults>[^]*w:eastAsia="SimSun"[^]*<w:lang w:val="en-GB" w:eastAsia="zh-CN"\/>[^]*<\/w:docDefaults>/,
    );
  });

  it("sets both texts in a table whose head repeats and whose rows may break", async () => {
    const xml = part(await write(EDITION, "parallel"), "word/document.xml");
    expect(xml.match(/<w:tblHeader\/>/g)?.length).toBeGreaterThanOrEqual(1);
    expect(xml).not.toContain("<w:cantSplit/>");
    const document = await read(EDITION, "parallel");
    const rows = [...document.querySelectorAll("tr")].map((row) =>
      texts(row.children),
    );
    expect(rows).toContainEqual(["——改革开放不断深化。", "[Untranslated]"]);
  });

  it("marks what is not translated with a style of its own", async () => {
    const xml = part(await write(EDITION, "english"), "word/document.xml");
    expect(xml).toContain('<w:pStyle w:val="Untranslated"/>');
    expect(xml).toContain('<w:rStyle w:val="UntranslatedMark"/>');
    expect((await read(EDITION, "english")).body.textContent).toContain(
      "Draft translation of 22 November 2026. 3 of 9 paragraphs are not translated yet",
    );
  });

  it("keeps lists with their numbers, tables, marks and links", async () => {
    const document = await read(EDITION, "english");
    expect(texts(document.querySelectorAll("ol ul li"))).toEqual([
      "Steel",
      "Silicon",
    ]);
    expect(texts(document.querySelectorAll("sup, sub"))).toEqual(["2", "2"]);
    expect(document.querySelector('a[href^="https:"]')?.textContent).toBe(
      "the portal",
    );
    expect(document.querySelector('td[colspan="2"]')?.textContent).toBe(
      "Both columns",
    );
    const numbering = part(
      await write(EDITION, "english"),
      "word/numbering.xml",
    );
    expect(numbering).toContain('<w:start w:val="3"/>');
  });

  it("says what it is in its properties", async () => {
    const core = part(await write(EDITION, "english"), "docProps/core.xml");
    expect(core).toContain(
      "<dc:title>Recommendations for the 15th Five-Year Plan</dc:title>",
    );
  });

  it.each(EXPORT_LAYOUTS)(
    "has notes as footnotes, other marks as fields that lead to them (%s)",
    async (layout) => {
      const file = await write(NOTED, layout);
      checkNotes(file, NOTED, layout);
      const footnotes = part(file, "word/footnotes.xml");
      expect(footnotes).toContain('<w:pStyle w:val="FootnoteText"/>');
      expect(footnotes).toMatch(
        /w:lang w:val="zh-CN"[^>]*\/><\/w:rPr><w:t[^>]*>八八战略</,
      );
      const links = part(file, "word/_rels/footnotes.xml.rels");
      expect(links).toContain("https://archive.example.org/zj");
      const contents = part(file, "word/document.xml");
      expect(contents.slice(0, contents.indexOf("</w:sdt>"))).toMatch(
        /Acting on the Double-Eight Strategy<\/w:t>/,
      );
      // Every run of a field stands alone: pandoc loses its way in others.
      expect(contents).not.toMatch(/<w:fldChar[^>]*\/><w:/);
    },
  );

  it("writes 5,000 notes", async () => {
    const numbers = Array.from({ length: 5000 }, (_, index) => index + 1);
    const edition = {
      ...EDITION,
      paragraphs: numbers.map((number) =>
        paragraph(number, "八八战略", [
          block(run("Double-Eight Strategy"), mark(number)),
        ]),
      ),
      notes: numbers.map((number) =>
        note(number, [block(run(`Note ${number}.`))]),
      ),
    };
    const file = await write(edition, "english");
    expect(
      part(file, "word/footnotes.xml").match(/<w:footnote w:id="\d+">/g),
    ).toHaveLength(5000);
  }, 120_000);

  it("holds every word of any edition, in well-formed parts", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyEdition,
        fc.constantFrom(...EXPORT_LAYOUTS),
        async (edition, layout) => {
          const file = await write(edition, layout);
          const parts = Object.entries(unzipSync(file));
          for (const [name, bytes] of parts)
            if (/\.(?:xml|rels)$/.test(name)) words(strFromU8(bytes));
          checkNotes(file, edition, layout);
          const xml = part(file, "word/document.xml");
          // The contents repeat the headings before the body does.
          const text = words(
            xml.replace(/<w:sdt>[^]*<\/w:sdt>/, "").replace(NUMBER, ""),
          );
          expect(findMissing(text, headWords(edition))).toBeNull();
          expect(findMissing(text, bodyWords(edition, layout))).toBeNull();
          for (const name of ["document", "footnotes"]) {
            const links = part(file, `word/_rels/${name}.xml.rels`);
            for (const [, target] of links.matchAll(
              /Target="([^"]*)" TargetMode="External"/g,
            ))
              expect(target).toMatch(/^(https?:|mailto:)/i);
          }
          await mammoth.extractRawText({ buffer: file });
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
        async (edition, layout) => {
          const buffer = await write(edition, layout);
          const { value } = await mammoth.extractRawText({ buffer });
          expect(findMissing(value, bodyWords(edition, layout))).toBeNull();
        },
      ),
      { numRuns: 20 },
    );
  });
});
