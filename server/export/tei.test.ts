import { describe, expect, it } from "vitest";
import type { Edition } from "@/core/editions/edition";
import { prepareEdition } from "@/core/editions/prepare-edition";
import { block, EDITION, run } from "@/core/export/fixtures/edition";
import { PUBLISHED } from "@/core/export/fixtures/published-edition";
import {
  bodyWords,
  findMissing,
  noteWords,
} from "@/core/export/fixtures/words";
import { DEFAULT_OPTIONS } from "@/core/export/options";
import { exportTei } from "@/core/export/tei/tei";
import { jing } from "@/test/readers";
import { findAll, readXml, textOf, type XmlElement } from "@/test/xml";

const SCHEMA = "core/export/fixtures/tei.rnc";

function write(edition: Edition): { edition: Edition; xml: string } {
  const prepared = prepareEdition(edition, {
    ...DEFAULT_OPTIONS,
    layout: "parallel",
  });
  return {
    edition: prepared,
    xml: String(exportTei(prepared, DEFAULT_OPTIONS).body),
  };
}

const idOf = ({ attributes }: XmlElement) => attributes["xml:id"] ?? "";

/** All elements with an id. */
function identified(element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === "string") return [];
    const inner = identified(child);
    return idOf(child) === "" ? inner : [child, ...inner];
  });
}

describe("TEI", () => {
  const { edition, xml } = write(PUBLISHED);
  const root = readXml(xml);
  const all = identified(root);
  const byId = new Map(all.map((element) => [idOf(element), element]));

  it("is valid, published or not", async () => {
    const bare: Edition = { ...EDITION, paragraphs: [], metadata: [] };
    const files = [xml, write(EDITION).xml, write(bare).xml];
    expect(await jing(SCHEMA, files)).toBe("");
    expect(await jing(SCHEMA, [xml.replace("<body>", "<body><hi/>")])).toMatch(
      /element "hi" not allowed/,
    );
  });

  it("leads from every part to its counterpart, and back", () => {
    const aligned = all.filter(({ attributes }) => "corresp" in attributes);
    expect(aligned.length).toBeGreaterThan(20);
    for (const element of aligned) {
      for (const target of (element.attributes["corresp"] ?? "").split(" ")) {
        const other = byId.get(target.slice(1));
        expect(other?.attributes["n"]).toBe(element.attributes["n"]);
        expect(other?.attributes["corresp"]?.split(" ")).toContain(
          `#${idOf(element)}`,
        );
      }
    }
    for (const { number } of edition.paragraphs) {
      expect(byId.has(`zh-p${number}`)).toBe(true);
      expect(byId.has(`en-p${number}`)).toBe(true);
    }
  });

  it("has all words of both texts in their order", () => {
    for (const [id, layout] of [
      ["zh", "annotated"],
      ["en", "english"],
    ] as const) {
      const text = byId.get(id);
      const body = text === undefined ? [] : findAll(text, "body");
      const words = body.map((each) => textOf(each, ["ref"])).join("");
      const bare: Edition = {
        ...edition,
        paragraphs: edition.paragraphs.filter(({ target }) => target !== null),
      };
      const expected = bodyWords(bare, layout)
        // Links are no words here, and words that were supplied stand without brackets.
        .map((line) =>
          line.replace("theportal", "").replace("[shall]", "shall"),
        );
      expect(findMissing(words, expected)).toBeNull();
    }
    const english = byId.get("en");
    const supplied = english === undefined ? [] : findAll(english, "supplied");
    expect(supplied.map((each) => textOf(each))).toEqual(["shall"]);
  });

  it("has headings as nested divisions, alike in both texts", () => {
    const depths = (element: XmlElement, depth: number): readonly string[] =>
      element.children.flatMap((child) => {
        if (typeof child === "string") return [];
        if (child.name === "head") return [`${depth} ${child.attributes["n"]}`];
        return depths(child, child.name === "div" ? depth + 1 : depth);
      });
    const expected = edition.paragraphs.flatMap(({ level, number, kind }) =>
      kind === "heading" ? [`${level} ${number}`] : [],
    );
    for (const id of ["zh", "en"]) {
      const text = byId.get(id);
      expect(text === undefined ? [] : depths(text, 0)).toEqual(expected);
    }
  });

  it("has every note with its number, and both ways between it and its places", () => {
    const notes = findAll(root, "note").filter((each) => idOf(each) !== "");
    expect(notes.map(({ attributes }) => attributes["n"])).toEqual(
      edition.notes.map(({ number }) => String(number)),
    );
    for (const [index, note] of notes.entries()) {
      const given = edition.notes[index];
      expect(note.attributes["type"]).toBe(given?.kind);
      expect(
        findMissing(textOf(note), given === undefined ? [] : noteWords(given)),
      ).toBeNull();
      const targets = (note.attributes["target"] ?? "").split(" ");
      expect(targets[0]).toBe(`#en-r${index + 1}-1`);
      for (const target of targets) {
        const mark = byId.get(target.slice(1));
        expect(mark?.attributes["target"]).toBe(`#${idOf(note)}`);
        expect(mark === undefined ? "" : textOf(mark)).toBe(String(index + 1));
      }
    }
    const places = findAll(root, "ref").filter(
      ({ attributes }) => attributes["type"] === "note",
    );
    expect(places).toHaveLength(
      notes.flatMap(({ attributes }) => attributes["target"]?.split(" "))
        .length,
    );
    const row = findAll(root, "row").find((each) =>
      textOf(each).startsWith("Gross"),
    );
    expect(row === undefined ? "" : textOf(row)).toBe(
      "Gross regional product7CNY 240bn8",
    );
  });

  it("marks the terms of the glossary in both texts", () => {
    const terms = findAll(root, "term").filter(
      ({ attributes }) => attributes["ref"] === "#term-1",
    );
    expect(terms.map((each) => textOf(each))).toEqual([
      "八八战略",
      "八八战略",
      "八八战略",
      "Double-Eight Strategy",
      "Double-Eight Strategy",
      "Double-Eight Strategy",
    ]);
    expect(byId.get("term-1")?.name).toBe("term");
  });

  it("says what it is, of what, by whom and under which terms", () => {
    const [header] = findAll(root, "teiHeader");
    const words = header === undefined ? "" : textOf(header);
    for (const said of [
      "Li Wén & Sons",
      "CC BY 4.0",
      "衢委发〔2025〕21号",
      "7d".repeat(32),
      "https://archive.example.org/qz",
      "Notes 3 and 5 were rewritten.",
    ])
      expect(words).toContain(said);
    expect(write(EDITION).xml).toContain("Draft translation of");
  });

  it("keeps brackets that a translator wrote beside supplied words", async () => {
    const { xml: own } = write({
      ...EDITION,
      title: {
        ...EDITION.title,
        target: {
          version: 2,
          blocks: [
            block(
              run("[a]"),
              run("[b]", ["supplied"]),
              run("c", ["bold", "supplied"]),
            ),
          ],
        },
      },
    });
    expect(own).toContain(
      '[a]<supplied>[b]</supplied><supplied><hi rend="bold">c</hi></supplied>',
    );
    expect(await jing(SCHEMA, [own])).toBe("");
  });
});
