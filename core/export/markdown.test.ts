import fc from "fast-check";
import { parseHTML } from "linkedom";
import { marked } from "marked";
import { describe, expect, it } from "vitest";
import type { Edition } from "@/core/editions/edition";
import { prepareEdition } from "@/core/editions/prepare-edition";
import { anyEdition } from "./fixtures/arbitrary";
import { block, EDITION, paragraph, run } from "./fixtures/edition";
import { partMarkdown, withoutStandIns } from "./fixtures/markdown-notes";
import { mark, NOTED } from "./fixtures/noted-edition";
import { expectedNumbers } from "./fixtures/settle-notes";
import { bodyWords, findMissing, headWords, noteWords } from "./fixtures/words";
import { PUBLISHED } from "./fixtures/published-edition";
import { exportMarkdown } from "./markdown";
import {
  DEFAULT_OPTIONS,
  EXPORT_LAYOUTS,
  NOTE_STYLES,
  UNAPPROVED_STYLES,
  type ExportLayout,
  type ExportOptions,
} from "./options";

const write = (
  edition: Edition,
  layout: ExportLayout,
  more: Partial<ExportOptions> = {},
) => {
  const options = { ...DEFAULT_OPTIONS, layout, ...more };
  return String(exportMarkdown(prepareEdition(edition, options), options).body);
};

const prepare = (
  edition: Edition,
  layout: ExportLayout,
  more: Partial<ExportOptions> = {},
) => prepareEdition(edition, { ...DEFAULT_OPTIONS, layout, ...more });

/** The file as another program reads it. */
function read(markdown: string) {
  const html = marked.parse(markdown, { gfm: true, async: false });
  return parseHTML(`<html><body>${html}</body></html>`).document;
}

/** What stands before the parts behind the text. */
function bodyOf({ body }: ReturnType<typeof read>): Element {
  const back = ["Glossary", "About this edition"];
  const heading = [...body.querySelectorAll("h2")].find(({ textContent }) =>
    back.includes(textContent ?? ""),
  );
  let next: Element | null = heading ?? null;
  while (next !== null) {
    const after: Element | null = next.nextElementSibling;
    next.remove();
    next = after;
  }
  return body;
}

// No fixture has any of its own.
const withoutNumbers = (text: string) =>
  text.replace(/\u202F?[⁰¹²³⁴-⁹]+/gu, "");

const texts = (found: Iterable<Element>) =>
  [...found].map((element) => element.textContent?.trim());

/** Every note once, as a footnote at its first mark; every other mark with its number; every definition with its words. */
function checkNotes(markdown: string, edition: Edition, layout: ExportLayout) {
  const { first, later, definitions } = partMarkdown(markdown);
  const expected = expectedNumbers(edition, layout);
  const numbers = edition.notes.map(({ number }) => number);
  expect(first).toEqual(numbers);
  expect([...first, ...later].toSorted((a, b) => a - b)).toEqual(
    [...expected.target, ...expected.source].toSorted((a, b) => a - b),
  );
  expect(definitions.map(({ number }) => number)).toEqual(numbers);
  for (const [index, note] of edition.notes.entries()) {
    const { text } = definitions[index]!;
    const words = read(text).body.textContent ?? "";
    expect(findMissing(words, noteWords(note))).toBeNull();
    // What a link leads to is there.
    expect(text.startsWith(`<span id="note-${note.number}"></span>`)).toBe(
      later.includes(note.number),
    );
  }
}

describe("an edition in Markdown", () => {
  it.each(EXPORT_LAYOUTS)(
    "has a footnote for each note and a link for each other mark (%s)",
    (layout) =>
      checkNotes(write(NOTED, layout), prepare(NOTED, layout), layout),
  );

  it("takes what stands behind a number for words", () => {
    const words = [run(": a"), run("(b)"), run("[c]"), run("^d")];
    const edition = {
      ...NOTED,
      paragraphs: words.map((word, index) =>
        paragraph(index + 4, "一", [block(mark(1, `00000${index}`), word)], {
          status: "approved",
        }),
      ),
    };
    const { body } = partMarkdown(write(edition, "english"));
    const lines = texts(bodyOf(read(body)).querySelectorAll("p")).slice(-4);
    expect(lines.map((line) => withoutStandIns(line ?? ""))).toEqual([
      ": a",
      "(b)",
      "[c]",
      "^d",
    ]);
  });

  it("has its titles, headings and metadata", () => {
    const document = read(write(EDITION, "english"));
    expect(texts(document.querySelectorAll("h1"))).toEqual([
      "Recommendations for the 15th Five-Year Plan",
    ]);
    expect(texts(document.querySelectorAll("h2, h3"))).toEqual([
      "[Not approved] I. Acting on the Double-Eight Strategy",
      "[Untranslated] （一）总体要求",
      "About this edition",
    ]);
    expect(texts(document.querySelectorAll("h1 ~ ul")[0]!.children)).toEqual([
      "Published by: [Not approved] Division of Legal Affairs",
      "Source: [Untranslated] 《衢州发布》",
    ]);
  });

  it("says that it is a draft and how much is missing", () => {
    expect(
      texts(read(write(EDITION, "english")).querySelectorAll("blockquote"))[0],
    ).toBe(
      "Draft translation of 22 November 2026. 3 of 9 paragraphs are not translated yet, marked [Untranslated]. 5 of 9 paragraphs are not approved yet.",
    );
  });

  it("keeps marks, links and supplied words", () => {
    const document = read(write(EDITION, "english"));
    expect(texts(document.querySelectorAll("p strong"))).toContain(
      "1. Quzhou made major achievements.",
    );
    expect(texts(document.querySelectorAll("em"))).toContain("expected");
    expect(texts(document.querySelectorAll("sup, sub"))).toEqual(["2", "2"]);
    expect(document.body.textContent).toContain("city [was] of one mind");
    expect(document.querySelector("a")?.getAttribute("href")).toBe(
      "https://www.qz.gov.cn/a(b)?c=1&d=2",
    );
  });

  it("keeps lists with their numbers, and tables with their cells", () => {
    const document = read(write(EDITION, "english"));
    expect(document.querySelector("ol")?.getAttribute("start")).toBe("3");
    expect(texts(document.querySelectorAll("ol ul li"))).toEqual([
      "Steel",
      "Silicon",
    ]);
    expect(texts(document.querySelectorAll("td")).slice(0, 4)).toEqual([
      "Gross | regional product",
      "240 billion yuan",
      "Both columns",
      "",
    ]);
  });

  it("parts a table from the number of the item that it begins", () => {
    const cell = { header: true, colspan: 1, rowspan: 1 };
    const table = {
      kind: "table" as const,
      rows: [[{ ...cell, blocks: [block(run("a"))] }]],
    };
    const edition = {
      ...EDITION,
      paragraphs: [
        paragraph(
          4,
          "一",
          [{ kind: "list", ordered: true, start: 1, items: [[table]] }],
          { status: "approved" },
        ),
      ],
    };
    const markdown = write(edition, "english");
    expect(markdown).toContain("1. <!-- -->\n\n   | a |\n   | --- |");
    expect(texts(read(markdown).querySelectorAll("ol th"))).toEqual(["a"]);
  });

  it("sets both texts side by side in one row", () => {
    const document = read(write(EDITION, "parallel"));
    const rows = [...document.querySelectorAll("tr")].map((row) =>
      texts(row.children),
    );
    expect(rows).toContainEqual(["中文", "English"]);
    expect(rows).toContainEqual(["——改革开放不断深化。", "[Untranslated]"]);
  });

  it.each([
    "1. one",
    "1) one",
    "- one",
    "+ one",
    "# one",
    "> one",
    "II. one",
    "(3) one",
    ": one",
    "===",
    "---",
    "    one",
    "~~~",
    "| a | b |",
    "<b>one</b>",
    "[a]: b",
  ])("takes %j for words", (text) => {
    const edition = {
      ...EDITION,
      paragraphs: [
        paragraph(4, "一", [block(run(text))], { status: "approved" }),
      ],
    };
    const last = bodyOf(read(write(edition, "english"))).lastElementChild;
    expect(last?.tagName).toBe("P");
    expect(last?.textContent).toBe(text.trim());
    expect(last?.children.length).toBe(0);
  });

  it("puts words in bold where delimiters would fail, as before Chinese", () => {
    const edition = {
      ...EDITION,
      paragraphs: [
        paragraph(
          4,
          "一",
          [block(run("推进"), run("“五链”", ["bold"]), run("融合"))],
          { status: "approved" },
        ),
      ],
    };
    const last = bodyOf(read(write(edition, "english"))).lastElementChild;
    expect(last?.textContent).toBe("推进“五链”融合");
    expect(last?.querySelector("strong")?.textContent).toBe("“五链”");
  });

  it("writes what nobody would write in linear time and room", () => {
    const spaces = `a${" ".repeat(200_000)}b`;
    const list = block(run("甲"));
    const cells = (count: number) =>
      Array.from({ length: count }, () => ({
        text: "甲",
        header: false,
        colspan: 1,
        rowspan: 1,
      }));
    const edition = {
      ...EDITION,
      paragraphs: [
        paragraph(4, "一", [block(run(spaces, ["bold"]))]),
        ...Array.from({ length: 5000 }, (_, index) =>
          paragraph(index + 5, "项", [
            { kind: "list", ordered: false, start: 1, items: [[list]] },
          ]),
        ),
        // Wide above and long below: padded, a hundred million cells.
        paragraph(9000, "表", null, {
          kind: "table",
          source: {
            text: "表",
            table: {
              version: 1,
              rows: [cells(10_000), ...cells(10_000).map((cell) => [cell])],
            },
            notes: [],
          },
        }),
      ],
    };
    const written = write(edition, "english");
    expect(written.match(/甲/g)).toHaveLength(25_000);
  });

  it.each(EXPORT_LAYOUTS)(
    "has its introduction before and its lists behind the text (%s)",
    (layout) => {
      const document = read(partMarkdown(write(PUBLISHED, layout)).body);
      expect(
        texts(document.querySelectorAll("h2")).filter(
          (text) => !/(I+\.|[一二]、)/.test(text ?? ""),
        ),
      ).toEqual([
        "Introduction",
        "Conventions",
        "Glossary",
        "Names",
        "Abbreviations",
        "About this edition",
      ]);
      const rows = [...document.querySelectorAll("tr")].map((row) =>
        texts(row.children),
      );
      expect(rows).toContainEqual([
        "八八战略",
        "bābā zhànlüè",
        "Double-Eight Strategy",
        "official: Report of 2022, English edition",
        "Eight strengths and eight moves.",
        "3, 4, 5, 9",
      ]);
      expect(rows).toContainEqual(["Quzhou", "衢州", "Qúzhōu", "place", "1"]);
      expect(rows).toContainEqual(["GDP", "gross domestic product", "9"]);
      const imprint = texts(document.querySelectorAll("li"));
      expect(imprint).toContain("Edition: English edition 2, 20 November 2026");
      expect(imprint).toContain(
        "Chinese text issued by: CPC Quzhou Municipal Committee (中共衢州市委), 衢委发〔2025〕21号, 8 December 2025",
      );
      expect(imprint).toContain(
        `SHA-256 of the Chinese text: ${PUBLISHED.source.sha256}`,
      );
      expect(document.body.textContent).not.toContain("Draft");
    },
  );

  it.each(EXPORT_LAYOUTS)(
    "leads from its lists to paragraphs (%s)",
    (layout) => {
      const document = read(partMarkdown(write(PUBLISHED, layout)).body);
      const links = [...document.querySelectorAll('a[href^="#p"]')];
      expect(links.length).toBe(8);
      for (const link of links)
        expect(
          document.querySelectorAll(
            `[id="${link.getAttribute("href")?.slice(1)}"]`,
          ),
        ).toHaveLength(1);
    },
  );

  it.each(EXPORT_LAYOUTS)(
    "has its notes in a list to which their numbers lead (%s)",
    (layout) => {
      const markdown = write(NOTED, layout, { notes: "endnotes" });
      expect(markdown).not.toContain("[^");
      const document = read(markdown);
      const notes = document.querySelector("h2:last-of-type ~ ol");
      const prepared = prepare(NOTED, layout);
      expect(notes?.children).toHaveLength(prepared.notes.length);
      const { target, source } = expectedNumbers(prepared, layout);
      const numbers = [...document.querySelectorAll('a[href^="#note-"]')].map(
        (link) => Number(link.getAttribute("href")?.slice(6)),
      );
      expect(numbers.toSorted()).toEqual([...target, ...source].toSorted());
      for (const [index, note] of prepared.notes.entries()) {
        const item = notes?.children[index];
        expect(item?.querySelector("span")?.id).toBe(`note-${note.number}`);
        expect(
          findMissing(item?.textContent ?? "", noteWords(note)),
        ).toBeNull();
      }
    },
  );

  it("has no numbers and no notes where none are wanted", () => {
    const markdown = write(NOTED, "parallel", { notes: "none" });
    expect(markdown).not.toMatch(/\[\^|#note-|[¹²³⁴-⁹]/);
    expect(markdown).not.toContain("Eight strengths");
  });

  it("leaves out what nobody approved, or prints its Chinese", () => {
    const bare = { glossary: false };
    expect(write(EDITION, "english", bare)).toContain("_\\[Not approved\\]_ ");
    const omitted = write(EDITION, "english", {
      ...bare,
      unapproved: "omitted",
    });
    expect(omitted).not.toContain("major achievements");
    expect(omitted).not.toContain("改革开放");
    expect(omitted).toContain(
      "Paragraphs without approved English are left out.",
    );
    const chinese = write(EDITION, "english", {
      ...bare,
      unapproved: "source",
    });
    expect(chinese).not.toContain("major achievements");
    expect(chinese).toContain("全市上下同心");
  });

  it("holds every word of any edition, and nothing that acts", () => {
    fc.assert(
      fc.property(
        anyEdition,
        fc.constantFrom(...EXPORT_LAYOUTS),
        fc.constantFrom(...NOTE_STYLES),
        fc.constantFrom(...UNAPPROVED_STYLES),
        (given, layout, notes, unapproved) => {
          // What stands for numbers here must stand in no text.
          fc.pre(!/[⁂⁰¹²³⁴-⁹]/u.test(JSON.stringify(given)));
          const markdown = write(given, layout, { notes, unapproved });
          const edition = prepare(given, layout, { unapproved });
          if (notes === "footnotes") checkNotes(markdown, edition, layout);
          const document = read(partMarkdown(markdown).body);
          const text = withoutStandIns(document.body.textContent ?? "");
          const bare = notes === "endnotes" ? withoutNumbers(text) : text;
          expect(findMissing(bare, headWords(edition, layout))).toBeNull();
          expect(
            findMissing(bare, bodyWords(edition, layout, "english")),
          ).toBeNull();
          expect(
            document.querySelectorAll("script, img, iframe, svg, [onerror]")
              .length,
          ).toBe(0);
          for (const link of document.querySelectorAll("a"))
            expect(link.getAttribute("href")).toMatch(
              /^(https?:|mailto:|#p\d+$|#note-\d+$)/i,
            );
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("a long text of both languages", () => {
  it("is written in a bounded time, however many pieces it has", () => {
    const [first] = EDITION.paragraphs;
    if (first === undefined) throw new Error("no paragraph");
    const words = "注a".repeat(100_000);
    const runs = [
      { kind: "text" as const, text: words, marks: [], href: null },
    ];
    const target = {
      version: 2,
      blocks: [{ kind: "paragraph", runs }],
    } as const;
    const edition = { ...EDITION, paragraphs: [{ ...first, target }] };
    expect(write(edition, "english")).toContain(words);
  });
});
