import { strFromU8, unzipSync } from "fflate";
import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saidEverywhere } from "@/core/export/fixtures/trying-texts";
import {
  DEFAULT_OPTIONS,
  EXPORT_LAYOUTS,
  type ExportLayout,
} from "@/core/export/options";
import { showPage, startBrowser } from "@/test/browser";
import { runReader, withFiles } from "@/test/readers";
import { exportEdition, type WrittenFormat } from "./exporters";

const MIXED = saidEverywhere({
  chinese: "《红楼梦》与“创新链”",
  english: "read 《红楼梦》 (Hónglóumèng，ｗｉｄｅ) or “五链”融合 aloud",
  marks: ["italic"],
});

const write = async (format: WrittenFormat, layout: ExportLayout) => {
  const options = { ...DEFAULT_OPTIONS, layout };
  const { body } = await exportEdition(MIXED, { format, options });
  return typeof body === "string" ? new TextEncoder().encode(body) : body;
};

const CHARACTER = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

type Node = { readonly t: string; readonly c?: unknown };

/** The words in emphasis of a document that pandoc has read. */
function emphasised(node: unknown, inside = false): string {
  if (Array.isArray(node))
    return node.map((each) => emphasised(each, inside)).join("");
  if (typeof node !== "object" || node === null) return "";
  const { t, c } = node as Node;
  if (t === "Str") return inside ? String(c) : "";
  if (t === "Quoted" && inside) return emphasised(c, inside);
  const inner = "t" in node ? c : Object.values(node);
  // A note within emphasis is printed elsewhere.
  if (t === "Note") return emphasised(inner);
  return emphasised(inner, inside || t === "Emph");
}

const READ_AS = {
  docx: "docx+styles",
  epub: "epub",
  html: "html",
  md: "markdown",
};

describe.each(["docx", "epub", "html", "md"] as const)(
  "Chinese in %s",
  (format) => {
    it.each(EXPORT_LAYOUTS)(
      "has no emphasis as pandoc reads it, %s",
      async (layout) => {
        const file = await write(format, layout);
        const { code, text } = await withFiles({ file }, ([path = ""]) =>
          runReader("pandoc", ["-f", READ_AS[format], "-t", "json", path]),
        );
        expect(code, text).toBe(0);
        const words = emphasised(JSON.parse(text));
        expect(words).toMatch(/Hónglóumèng/);
        expect(CHARACTER.exec(words)?.[0]).toBeUndefined();
      },
    );
  },
);

/** The Chinese that a browser slants. */
const FIND_SLANTED = `(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const slanted = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (/\\p{Script=Han}/u.test(node.data) && getComputedStyle(node.parentElement).fontStyle !== "normal")
      slanted.push(node.parentElement.outerHTML.slice(0, 200));
  return slanted;
})()`;

describe("a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  it("slants no Chinese of the page in one file", async () => {
    const html = strFromU8(await write("html", "parallel"));
    const slanted = await showPage(browser, html, 1000, (page) =>
      page.evaluate(FIND_SLANTED),
    );
    expect(slanted).toEqual([]);
  });

  it("slants no Chinese of a book", async () => {
    const parts = unzipSync(await write("epub", "parallel"));
    const texts = Object.entries(parts).map(
      ([name, bytes]) => [name, strFromU8(bytes)] as const,
    );
    const style = texts.find(([name]) => name.endsWith(".css"))?.[1] ?? "";
    for (const [name, text] of texts) {
      if (!name.endsWith(".xhtml")) continue;
      const html = text
        .replace(/<\?xml.*?\?>/, "")
        .replace("</head>", `<style>${style}</style></head>`);
      const slanted = await showPage(browser, html, 700, (page) =>
        page.evaluate(FIND_SLANTED),
      );
      expect(slanted, name).toEqual([]);
    }
  });
});

it("keeps the styles of a Word file upright, whatever language a heading is in", async () => {
  const parts = unzipSync(await write("docx", "parallel"));
  const styles = strFromU8(parts["word/styles.xml"] ?? new Uint8Array());
  const slanted = [
    ...styles.matchAll(/<w:style [^>]*w:styleId="([^"]*)".*?<\/w:style>/gs),
  ]
    .filter(([style]) => style.includes("<w:i/>"))
    .map(([, id]) => id);
  // Only what marks Latin letters alone.
  expect(slanted).toEqual(["Pinyin"]);
});

it("draws no Chinese of a page with a slant", async () => {
  const file = await write("pdf", "parallel");
  const { text } = await withFiles({ "a.pdf": file }, ([path = ""]) =>
    runReader("pdftohtml", ["-xml", "-stdout", "-i", path]),
  );
  const slanted = [...text.matchAll(/<i>(.*?)<\/i>/gs)].map(
    ([, words]) => words ?? "",
  );
  expect(slanted.join("")).toMatch(/H.?nglóumèng/);
  expect(slanted.filter((words) => CHARACTER.test(words))).toEqual([]);
});
