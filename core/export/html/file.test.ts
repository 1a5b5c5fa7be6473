import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import type { Edition } from "@/core/editions/edition";
import { anyEdition } from "@/core/export/fixtures/arbitrary";
import { EDITION } from "@/core/export/fixtures/edition";
import { NOTED } from "@/core/export/fixtures/noted-edition";
import { expectedNumbers } from "@/core/export/fixtures/settle-notes";
import {
  bodyWords,
  findMissing,
  headWords,
  noteWords,
} from "@/core/export/fixtures/words";
import { DEFAULT_OPTIONS, type ExportOptions } from "@/core/export/options";
import words from "@/messages/en/reader.json";
import { hasPandoc, lettersOf } from "@/test/pandoc";
import { escapeCss } from "./escape";
import { writeHtmlFile } from "./file";

const inlined = (text: string) => ({ text, hash: `sha256-${text.length}` });
const ASSETS = {
  style: inlined("body{margin:0}"),
  early: inlined("early()"),
  script: inlined("script()"),
  words,
};

const write = (edition: Edition, options: Partial<ExportOptions> = {}) =>
  String(
    writeHtmlFile(
      edition,
      { ...DEFAULT_OPTIONS, ...options },
      ASSETS,
      (text) => `sha256-${text.length}`,
    ).body,
  );

const read = (html: string) => parseHTML(html).document;

const texts = (found: Iterable<Element>) =>
  [...found].map((element) => element.textContent?.trim());

const numbersOf = (marks: readonly Element[]) =>
  marks.map((mark) => Number(mark.textContent));

const ELEMENTS = new Set(
  "html head meta title style body header p h1 h2 h3 h4 h5 h6 span div dl dt dd nav ol ul li a main article section br strong em b i sup sub table tbody tr td th fieldset legend label input details summary script time".split(
    " ",
  ),
);

const TERMS: Edition["glossary"] = [
  {
    source: "五链融合",
    pinyin: "wǔliàn rónghé",
    target: "five-chain integration",
    origin: { kind: "official", source: "Plan & <Law>" },
    category: "term",
    definition: null,
    places: [4],
  },
];

/** Every mark with its number and in order, every note once, and from each a way back to all of its marks. */
function checkNotes(document: Document, edition: Edition) {
  const marks = [...document.querySelectorAll('.ref a[role="doc-noteref"]')];
  const isSource = ({ id }: Element) => id.startsWith("z");
  const expected = expectedNumbers(edition, "parallel");
  expect(numbersOf(marks.filter((mark) => !isSource(mark)))).toEqual(
    expected.target,
  );
  expect(numbersOf(marks.filter(isSource)).toSorted((a, b) => a - b)).toEqual(
    expected.source,
  );
  expect(document.querySelectorAll(".note").length).toBe(edition.notes.length);
  for (const note of edition.notes) {
    const item = document.getElementById(`n${note.number}`)!;
    const own = marks.filter(
      (mark) => mark.getAttribute("href") === `#${item.id}`,
    );
    expect(new Set(numbersOf(own))).toEqual(new Set([note.number]));
    const back = [...item.querySelectorAll('a[role="doc-backlink"]')].map(
      (link) => link.getAttribute("href"),
    );
    expect(back.toSorted()).toEqual(own.map(({ id }) => `#${id}`).toSorted());
    expect(findMissing(item.textContent ?? "", noteWords(note))).toBeNull();
  }
}

describe("an edition in one HTML file", () => {
  it("has a title, metadata and contents that lead to the headings", () => {
    const document = read(write(EDITION));
    expect(document.title).toBe("Recommendations for the 15th Five-Year Plan");
    expect(texts(document.querySelectorAll("h1"))).toEqual([document.title]);
    expect(texts(document.querySelectorAll(".metadata dt"))).toEqual([
      "Published by",
      "Source",
    ]);
    const links = [...document.querySelectorAll('nav a[href^="#p"]')];
    expect(texts(links)).toEqual([
      "I. Acting on the Double-Eight Strategy",
      "（一）总体要求",
    ]);
    for (const link of links) {
      const pair = document.querySelector(link.getAttribute("href") ?? "");
      expect(texts(pair!.querySelectorAll("h2, h3"))).toContain(
        link.textContent,
      );
    }
  });

  it.each([
    ["english", "english"],
    ["parallel", "parallel"],
    ["interleaved", "interleaved"],
    ["annotated", "chinese"],
  ] as const)(
    "holds both texts in every layout, and opens as it says (%s)",
    (layout, mode) => {
      const document = read(write(EDITION, { layout }));
      const pairs = [...document.querySelectorAll(".row > .pair")];
      expect(pairs.map(({ id }) => id)).toEqual(
        EDITION.paragraphs.map(({ number }) => `p${number}`),
      );
      for (const pair of pairs) {
        expect(pair.querySelector(":scope > .zh")?.getAttribute("lang")).toBe(
          "zh-CN",
        );
        expect(pair.querySelector(":scope > .en")?.getAttribute("lang")).toBe(
          "en-GB",
        );
      }
      const chosen = document.querySelectorAll("input[name=mode][checked]");
      expect([...chosen].map(({ id }) => id)).toEqual([`mode-${mode}`]);
    },
  );

  it("marks what is not translated and what is not approved, and says so at the head", () => {
    const document = read(write(EDITION));
    expect(
      [...document.querySelectorAll(".row.missing .pair")].map(({ id }) => id),
    ).toEqual(["p6", "p7"]);
    expect(document.querySelector("#p7 .en")?.textContent).toBe(
      "[Untranslated]",
    );
    expect(document.querySelector("#p8 .state")?.textContent).toBe(
      "[Not approved]",
    );
    expect(document.querySelector(".notice")?.textContent).toMatch(/Draft/);
    const unmarked = read(write(EDITION, { unapproved: "source" }));
    expect(unmarked.querySelector("#p8 .state")).toBeNull();
  });

  it("keeps tables with their spans, and lists with their numbers", () => {
    const document = read(write(EDITION));
    expect(document.querySelectorAll("#p9 table").length).toBe(2);
    expect(document.querySelectorAll('#p9 td[colspan="2"]').length).toBe(2);
    expect(document.querySelector("#p8 ol")?.getAttribute("start")).toBe("3");
  });

  it("prints a note in the row of its first mark, with the same number in both texts", () => {
    const document = read(write(NOTED));
    checkNotes(document, NOTED);
    const rowOf = (id: string) =>
      document.getElementById(id)?.closest(".row")?.querySelector(".pair")?.id;
    expect(["n3", "n4", "n5", "n7"].map(rowOf)).toEqual([
      "p3",
      "p4",
      "p4",
      "p7",
    ]);
    // Those of title and metadata stand before the first row.
    expect(document.getElementById("n1")?.closest(".row")?.className).toBe(
      "row front",
    );
    expect(
      document.querySelector("#p5 .zh .ref")?.previousSibling,
    ).toMatchObject({ textContent: "——全面贯彻“八八战略" });
  });

  it("has no notes and no marks where none are wanted", () => {
    const document = read(write(NOTED, { notes: "none" }));
    expect(document.querySelectorAll(".ref, .note").length).toBe(0);
  });

  it("shows a term with its characters and pinyin in the English, with its rendering in the Chinese", () => {
    const document = read(write({ ...NOTED, glossary: TERMS }));
    const [chinese] = document.querySelectorAll("#p4 .zh .term");
    const [english] = document.querySelectorAll("#p4 .en .term");
    expect(chinese?.textContent).toBe("“五链”融合");
    expect(chinese?.getAttribute("data-hint")).toBe(
      "five-chain integration · wǔliàn rónghé",
    );
    expect(english?.textContent).toBe("Five-chain integration");
    expect(english?.getAttribute("data-hint")).toBe("五链融合 · wǔliàn rónghé");
    expect(english?.getAttribute("href")).toBe("#t1");
    expect(document.getElementById("t1")?.textContent).toContain(
      "Plan & <Law>",
    );
    const without = read(
      write({ ...NOTED, glossary: TERMS }, { glossary: false }),
    );
    expect(without.querySelectorAll("a.term, .glossary").length).toBe(0);
  });

  it("loads nothing, and runs nothing but its own", () => {
    const html = write(EDITION);
    expect(html).toContain(
      `content="default-src 'none'; style-src 'sha256-14' 'sha256-`,
    );
    expect(html).toContain("script-src 'sha256-7' 'sha256-8'");
    expect(html).not.toMatch(/url\(|@import|src=|<link/);
  });

  it("lets no title out of the style sheet it runs in", () => {
    expect(escapeCss('"; } </style>衢州')).toBe(
      "\\22 \\3b  \\7d  \\3c \\2f style\\3e 衢州",
    );
  });

  it("holds every word of any edition, and nothing that acts", () => {
    fc.assert(
      fc.property(anyEdition, (edition) => {
        const html = write(edition);
        const document = read(html);
        checkNotes(document, edition);
        for (const element of document.querySelectorAll("*")) {
          expect(ELEMENTS).toContain(element.localName);
          for (const { name } of element.attributes)
            expect(name).not.toMatch(/^on|^style$|^src/);
        }
        expect(texts(document.querySelectorAll("script:not([type])"))).toEqual([
          "early()",
          "script()",
        ]);
        for (const link of document.querySelectorAll("a"))
          expect(link.getAttribute("href")).toMatch(
            /^(#(?:[pnt]\d+|[rz]\d+(?:-\d+)?|top|contents|about|[a-z]+)$|https?:|mailto:)/i,
          );
        const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(html.split("</style>").length).toBe(3);
        for (const element of document.querySelectorAll(
          ".ref, .notes, .state-mark, .number",
        ))
          element.remove();
        const text = document.body.textContent ?? "";
        expect(findMissing(text, headWords(edition))).toBeNull();
        expect(findMissing(text, bodyWords(edition, "parallel"))).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  it.runIf(hasPandoc())("is read whole by pandoc", () => {
    const plain = execFileSync("pandoc", ["--from=html", "--to=plain"], {
      input: write(NOTED),
    }).toString("utf8");
    const letters = lettersOf(plain);
    for (const text of bodyWords(NOTED, "parallel"))
      for (const piece of text.split(/\p{P}|\p{N}/u))
        expect(letters).toContain(lettersOf(piece));
    const json = execFileSync("pandoc", ["--from=html", "--to=json"], {
      input: write(NOTED),
    }).toString("utf8");
    const levels = [...json.matchAll(/"t":"Header","c":\[(\d)/g)].map(
      ([, level]) => Number(level),
    );
    // The title; the heading in both languages; what follows is no text of the document.
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 2).length).toBeGreaterThan(1);
  });
});
