import { xliff12ToJs, xliff2js } from "xliff";
import { describe, expect, it } from "vitest";
import type { Edition } from "@/core/editions/edition";
import { EDITION } from "@/core/export/fixtures/edition";
import { PUBLISHED } from "@/core/export/fixtures/published-edition";
import { expectedNumbers } from "@/core/export/fixtures/settle-notes";
import {
  bodyWords,
  findMissing,
  noteWords,
  squeeze,
} from "@/core/export/fixtures/words";
import { DEFAULT_OPTIONS } from "@/core/export/options";
import { exportTmx } from "@/core/export/tmx";
import { exportXliff12 } from "@/core/export/xliff/xliff12";
import { exportXliff21 } from "@/core/export/xliff/xliff21";
import { byRules, bySchema } from "@/test/published-schemas";
import { jing, runReader, withFiles } from "@/test/readers";
import { findAll, readXml, textOf } from "@/test/xml";

const write = {
  tmx: (edition: Edition) => String(exportTmx(edition, DEFAULT_OPTIONS).body),
  xliff12: (edition: Edition) =>
    String(exportXliff12(edition, DEFAULT_OPTIONS).body),
  xliff21: (edition: Edition) =>
    String(exportXliff21(edition, DEFAULT_OPTIONS).body),
};

const schema = (name: string) => `core/export/fixtures/${name}.rnc`;

type ReadUnit = {
  readonly id: string;
  readonly source: string;
  readonly target: string | null;
  readonly isApproved: boolean;
  readonly notes: string;
};

/** The units of a file as the Translate Toolkit reads them. */
async function toolkit(
  name: string,
  body: string,
): Promise<readonly ReadUnit[]> {
  const { code, text } = await withFiles({ [name]: body }, ([file = ""]) =>
    runReader("/usr/bin/python3", ["test/read-bitext.py", file]),
  );
  if (code !== 0) throw new Error(text);
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as ReadUnit);
}

const IDS = [
  "title",
  "m1",
  ...PUBLISHED.paragraphs.map(({ number }) => `p${number}`),
];

/** What the words of a unit must be: supplied words stand without the brackets that books print. */
const wordsOf = (edition: Edition, layout: "annotated" | "english") =>
  bodyWords(edition, layout).map((line) => line.replace("[shall]", "shall"));

const translated: Edition = {
  ...PUBLISHED,
  paragraphs: PUBLISHED.paragraphs.filter(({ target }) => target !== null),
};

/** All numbers of notes that stand in the texts. */
const MARKS = Object.values(expectedNumbers(PUBLISHED, "parallel")).flat()
  .length;

describe("XLIFF 1.2", () => {
  const xml = write.xliff12(PUBLISHED);

  it("is valid by the published schema and by its own grammar", async () => {
    const files = [xml, write.xliff12(EDITION)];
    expect(await jing(schema("xliff12"), files)).toBe("");
    expect(await bySchema("xliff12", files)).toBe("");
    expect(byRules(files)).toBe("");
    const broken = xml.replace('state="final"', 'state="done"');
    expect(await jing(schema("xliff12"), [broken])).toMatch(/state/);
    expect(await bySchema("xliff12", [broken])).toMatch(/state/);
    const alike = xml.replaceAll(/(<context-group name=")[^"]*/g, "$1alike");
    expect(await bySchema("xliff12", [alike])).toMatch(/U_context-group_name/);
    const marked = xml.replaceAll('mtype="term"', 'mtype="term" mid="t1"');
    expect(await bySchema("xliff12", [marked])).toMatch(/KR_tu_segsrc_mid/);
  });

  it("writes a link with its address", () => {
    const links = findAll(readXml(xml), "g").filter(
      ({ attributes }) => attributes["ctype"] === "link",
    );
    const [first] = links.flatMap((link) => findAll(link, "mrk"));
    expect(first?.attributes["comment"]).toBe(
      "https://www.qz.gov.cn/a(b)?c=1&d=2",
    );
  });

  it("is read by the Translate Toolkit with every paragraph, its state and its notes", async () => {
    const units = await toolkit("edition.xlf", xml);
    expect(units.map(({ id }) => id.replace(/.*\/\d/, ""))).toEqual(IDS);
    const all = (texts: readonly (string | null)[]) => texts.join("\n");
    expect(
      findMissing(
        all(units.map(({ source }) => source)),
        wordsOf(PUBLISHED, "annotated"),
      ),
    ).toBeNull();
    expect(
      findMissing(
        all(units.map(({ target }) => target)),
        wordsOf(translated, "english"),
      ),
    ).toBeNull();
    for (const { number, status, target } of PUBLISHED.paragraphs) {
      const unit = units.find(({ id }) => id.endsWith(`p${number}`));
      expect(unit?.isApproved).toBe(status === "approved");
      expect(unit?.target === null).toBe(target === null);
    }
    const notes = units.map((unit) => unit.notes).join("\n");
    for (const note of PUBLISHED.notes)
      expect(squeeze(notes)).toContain(noteWords(note).join(""));
  });

  it("is read by a reader of JavaScript with every number at its place", async () => {
    const { resources } = await xliff12ToJs(xml);
    const units = Object.values(resources)[0] ?? {};
    expect(Object.keys(units)).toEqual(IDS);
    const english = JSON.stringify(units["p7"]?.target);
    expect(english).toMatch(/product",\{[^}]*"\[7\]".*240bn",\{[^}]*"\[8\]"/);
    expect(JSON.stringify(units).match(/x-note/g)).toHaveLength(MARKS);
  });
});

describe("XLIFF 2.1", () => {
  const xml = write.xliff21(PUBLISHED);

  it("is valid by the published schema and by its own grammar", async () => {
    const files = [xml, write.xliff21(EDITION)];
    expect(await jing(schema("xliff21"), files)).toBe("");
    expect(await bySchema("xliff21", files)).toBe("");
    expect(byRules(files)).toBe("");
    const broken = xml.replace("<notes>", "<notes><ph/>");
    expect(await jing(schema("xliff21"), [broken])).toMatch(/ph/);
    expect(await bySchema("xliff21", [broken])).toMatch(/ph/);
    const twice = xml.replace('<unit id="m1"', '<unit id="title"');
    expect(byRules([twice])).toMatch(/the id title twice/);
  });

  it("has no id twice in a unit, and a note for every number", () => {
    for (const unit of findAll(readXml(xml), "unit")) {
      const ids = ["pc", "ph", "mrk"].flatMap((name) =>
        findAll(unit, name).map(({ attributes }) => attributes["id"]),
      );
      expect(new Set(ids).size).toBe(ids.length);
      const notes = findAll(unit, "note").map(
        ({ attributes }) => attributes["id"],
      );
      const marks = findAll(unit, "ph")
        .filter(({ attributes }) => attributes["subType"] === "duizhao:note")
        .map(({ attributes }) => `n${attributes["disp"]?.slice(1, -1)}`);
      expect(new Set(notes)).toEqual(new Set(marks));
    }
  });

  it("has every word, every state and every term", () => {
    const root = readXml(xml);
    const texts = (name: string) =>
      findAll(root, name)
        .map((each) => textOf(each))
        .join("\n");
    expect(
      findMissing(texts("source"), wordsOf(PUBLISHED, "annotated")),
    ).toBeNull();
    expect(
      findMissing(texts("target"), wordsOf(translated, "english")),
    ).toBeNull();
    const states = findAll(root, "segment").map(
      ({ attributes }) => attributes["state"],
    );
    expect(states).toEqual([
      "final",
      "final",
      ...PUBLISHED.paragraphs.map(({ status, target }) => {
        if (target === null) return "initial";
        return status === "approved" ? "final" : "translated";
      }),
    ]);
    const terms = findAll(root, "mrk").map(
      (each) => `${textOf(each)}: ${each.attributes["value"]}`,
    );
    expect(terms).toContain("八八战略: Double-Eight Strategy");
    expect(terms).toContain("Double-Eight Strategy: 八八战略");
  });

  it("is read by a reader of JavaScript with every paragraph and every number", async () => {
    // It knows no annotations, which terms are.
    const { resources } = await xliff2js(
      write.xliff21({ ...PUBLISHED, glossary: [] }),
    );
    const units = resources["f1"] ?? {};
    expect(Object.keys(units)).toEqual(IDS);
    expect(JSON.stringify(units["p7"]?.target)).toMatch(
      /product",\{[^}]*"\[7\]".*240bn",\{[^}]*"\[8\]"/,
    );
    expect(JSON.stringify(units).match(/duizhao:note/g)).toHaveLength(MARKS);
    expect(JSON.stringify(units["p9"]?.source)).toContain("八八战略");
  });
});

describe("TMX", () => {
  const xml = write.tmx(PUBLISHED);

  it("is what its specification says, also with nothing in it", async () => {
    const files = [xml, write.tmx({ ...EDITION, title: EDITION.title })];
    const none: Edition = {
      ...EDITION,
      title: { ...EDITION.title, status: "draft" },
      metadata: [],
      paragraphs: [],
    };
    expect(await jing(schema("tmx14"), [...files, write.tmx(none)])).toBe("");
    const broken = xml.replace("<body>", "<body><tu/>");
    expect(await jing(schema("tmx14"), [broken])).toMatch(/tu/);
  });

  it("is read by the Translate Toolkit with the approved paragraphs alone", async () => {
    const units = await toolkit("edition.tmx", xml);
    expect(units.map(({ id }) => id)).toEqual([
      "title",
      "m1",
      ...PUBLISHED.paragraphs.flatMap(({ number, status }) =>
        status === "approved" ? [`p${number}`] : [],
      ),
    ]);
    const nine = units.find(({ id }) => id === "p9");
    expect(nine?.source).toBe("深入实施“八八战略”，新增耕地。");
    expect(nine?.target).toMatch(
      /^We .*shall.* act on .*A second paragraph of it\.$/s,
    );
  });

  it("has the end of every code that it begins", () => {
    for (const segment of findAll(readXml(xml), "seg")) {
      const codes = (name: string) =>
        findAll(segment, name)
          .map(({ attributes }) => attributes["i"] ?? "")
          .sort();
      expect(codes("ept")).toEqual(codes("bpt"));
      expect(new Set(codes("bpt")).size).toBe(codes("bpt").length);
    }
  });
});
