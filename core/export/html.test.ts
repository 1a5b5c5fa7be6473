import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import {
  EXPORT_LAYOUTS,
  type Edition,
  type ExportLayout,
} from "@/core/editions/edition";
import { anyEdition } from "./fixtures/arbitrary";
import { EDITION } from "./fixtures/edition";
import { NOTED } from "./fixtures/noted-edition";
import { expectedNumbers } from "./fixtures/settle-notes";
import { bodyWords, findMissing, headWords, noteWords } from "./fixtures/words";
import { exportHtml } from "./html";
import { escapeCss } from "./html-text";

const write = (edition: Edition, layout: ExportLayout) =>
  String(exportHtml(edition, layout).body);

const read = (html: string) => parseHTML(html).document;

const texts = (found: Iterable<Element>) =>
  [...found].map((element) => element.textContent?.trim());

const ELEMENTS = new Set(
  "html head meta title style body header p h1 h2 h3 h4 h5 h6 span dl div dt dd nav ol ul li a main section br strong em sup sub table tbody tr td th".split(
    " ",
  ),
);

const numbersOf = (marks: readonly Element[]) =>
  marks.map((mark) => Number(mark.textContent));

/** Every mark with its number and in order, every note once, and from each a way back to all of its marks. */
function checkNotes(
  document: Document,
  edition: Edition,
  layout: ExportLayout,
) {
  const marks = [...document.querySelectorAll('.ref a[role="doc-noteref"]')];
  const isSource = ({ id }: Element) => id.includes("-zh");
  const expected = expectedNumbers(edition, layout);
  expect(numbersOf(marks.filter((mark) => !isSource(mark)))).toEqual(
    expected.target,
  );
  expect(numbersOf(marks.filter(isSource)).toSorted((a, b) => a - b)).toEqual(
    expected.source,
  );
  const notes = [...document.querySelectorAll(".notes > ol > li")];
  expect(notes.length).toBe(edition.notes.length);
  for (const [index, note] of edition.notes.entries()) {
    const item = notes[index]!;
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

describe("an edition in HTML", () => {
  it("has a title, metadata and contents that lead to the headings", () => {
    const document = read(write(EDITION, "english"));
    expect(document.title).toBe("Recommendations for the 15th Five-Year Plan");
    expect(texts(document.querySelectorAll("h1"))).toEqual([document.title]);
    expect(texts(document.querySelectorAll("dt"))).toEqual([
      "Published by",
      "Source",
    ]);
    const links = [...document.querySelectorAll("nav a")];
    expect(texts(links)).toEqual([
      "I. Acting on the Double-Eight Strategy",
      "[Untranslated] （一）总体要求",
    ]);
    for (const link of links) {
      const row = document.querySelector(link.getAttribute("href") ?? "");
      expect(row?.querySelector("h2, h3")?.textContent).toBe(link.textContent);
    }
  });

  it.each(EXPORT_LAYOUTS)(
    "gives every paragraph its number as id (%s)",
    (layout) => {
      const rows = read(write(EDITION, layout)).querySelectorAll("main > .row");
      expect([...rows].map(({ id }) => id)).toEqual(
        EDITION.paragraphs.map(({ number }) => `p${number}`),
      );
    },
  );

  it("says in which language each text is", () => {
    const document = read(write(EDITION, "parallel"));
    expect(document.documentElement.lang).toBe("en-GB");
    for (const row of document.querySelectorAll(".row"))
      expect(
        [...row.querySelectorAll(":scope > div")].map((cell) =>
          cell.getAttribute("lang"),
        ),
      ).toEqual(["zh-CN", "en-GB"]);
    const missing = read(write(EDITION, "english")).querySelector("#p7 [lang]");
    expect(missing?.getAttribute("lang")).toBe("zh-CN");
    expect(missing?.textContent).toContain("改革开放");
  });

  it("marks what is not translated, and says how much at the head", () => {
    for (const layout of EXPORT_LAYOUTS) {
      const document = read(write(EDITION, layout));
      expect(document.querySelectorAll(".row.untranslated").length).toBe(2);
      expect(
        document.querySelector("#p7 .untranslated-mark")?.textContent,
      ).toBe("[Untranslated]");
      expect(document.querySelector(".notice")?.textContent).toContain(
        "3 of 9 paragraphs are not translated yet",
      );
    }
  });

  it("says nothing of a draft when all is approved", () => {
    const paragraphs = EDITION.paragraphs.map((paragraph) => ({
      ...paragraph,
      status: "approved" as const,
      target: EDITION.title.target,
    }));
    const done = { ...EDITION, metadata: [], paragraphs };
    expect(read(write(done, "english")).querySelector(".notice")).toBeNull();
  });

  it("keeps tables with their spans, and lists with their numbers", () => {
    const document = read(write(EDITION, "parallel"));
    expect(document.querySelectorAll("#p9 table").length).toBe(2);
    expect(document.querySelectorAll('#p9 td[colspan="2"]').length).toBe(2);
    expect(document.querySelector("#p8 ol")?.getAttribute("start")).toBe("3");
  });

  it.each(EXPORT_LAYOUTS)(
    "prints notes at the end, with the same number in both texts (%s)",
    (layout) => {
      const document = read(write(NOTED, layout));
      checkNotes(document, NOTED, layout);
      const note = document.querySelector("section.notes li:nth-child(3)");
      expect(note?.querySelector('[lang="zh-CN"]')?.textContent).toBe(
        "八八战略",
      );
      expect(texts(note!.querySelectorAll("p")).at(-1)).toContain(
        "Zhejiang Daily, Bulletin of the Fourth Plenary Session",
      );
      expect(document.title).toBe(
        "Recommendations for the 15th Five-Year Plan",
      );
      expect(texts(document.querySelectorAll("nav a"))).toEqual([
        "I. Acting on the Double-Eight Strategy",
      ]);
      expect(document.querySelector("#p5 .ref")?.previousSibling).toMatchObject(
        { textContent: "——全面贯彻“八八战略" },
      );
    },
  );

  it("loads nothing and runs nothing", () => {
    const html = write(EDITION, "parallel");
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/url\(|@import|src=|<link/);
  });

  it("lets no title out of the style sheet it runs in", () => {
    expect(escapeCss('"; } </style>衢州')).toBe(
      "\\22 \\3b  \\7d  \\3c \\2f style\\3e 衢州",
    );
  });

  it("holds every word of any edition, and nothing that acts", () => {
    fc.assert(
      fc.property(
        anyEdition,
        fc.constantFrom(...EXPORT_LAYOUTS),
        (edition, layout) => {
          const html = write(edition, layout);
          const document = read(html);
          checkNotes(document, edition, layout);
          for (const element of document.querySelectorAll("*")) {
            expect(ELEMENTS).toContain(element.localName);
            for (const { name } of element.attributes)
              expect(name).not.toMatch(/^on|^style$|^src/);
          }
          for (const link of document.querySelectorAll("a"))
            expect(link.getAttribute("href")).toMatch(
              /^(#(?:p\d+|(?:note|ref)-[-\da-f]{36}(?:-zh)?(?:-\d+)?)$|https?:|mailto:)/i,
            );
          const ids = [...document.querySelectorAll("[id]")].map(
            ({ id }) => id,
          );
          expect(new Set(ids).size).toBe(ids.length);
          expect(html.split("</style>").length).toBe(2);
          for (const element of document.querySelectorAll(".ref, .notes"))
            element.remove();
          const text = document.body.textContent ?? "";
          expect(findMissing(text, headWords(edition))).toBeNull();
          expect(findMissing(text, bodyWords(edition, layout))).toBeNull();
        },
      ),
      { numRuns: 150 },
    );
  });
});
