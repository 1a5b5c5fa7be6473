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
import { bodyWords, findMissing, headWords } from "./fixtures/words";
import { exportHtml } from "./html";
import { escapeCss } from "./html-text";

const write = (edition: Edition, layout: ExportLayout) =>
  String(exportHtml(edition, layout).body);

const read = (html: string) => parseHTML(html).document;

const texts = (found: Iterable<Element>) =>
  [...found].map((element) => element.textContent?.trim());

const ELEMENTS = new Set(
  "html head meta title style body header p h1 h2 h3 h4 h5 h6 span dl div dt dd nav ol ul li a main br strong em sup sub table tbody tr td th".split(
    " ",
  ),
);

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
          const text = document.body.textContent ?? "";
          expect(findMissing(text, headWords(edition))).toBeNull();
          expect(findMissing(text, bodyWords(edition, layout))).toBeNull();
          for (const element of document.querySelectorAll("*")) {
            expect(ELEMENTS).toContain(element.localName);
            for (const { name } of element.attributes)
              expect(name).not.toMatch(/^on|^style$|^src/);
          }
          for (const link of document.querySelectorAll("a"))
            expect(link.getAttribute("href")).toMatch(
              /^(#p\d+$|https?:|mailto:)/i,
            );
          const ids = [...document.querySelectorAll("[id]")].map(
            ({ id }) => id,
          );
          expect(new Set(ids).size).toBe(ids.length);
          expect(html.split("</style>").length).toBe(2);
        },
      ),
      { numRuns: 300 },
    );
  });
});
