import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { NO_DETAILS } from "@/core/editions/publication";
import { makeAnchor } from "@/core/notes/anchor";
import { marksOf } from "@/core/notes/marks";
import { DEFAULT_STYLE } from "@/core/projects/style";
import { blocksFromText } from "@/core/source/blocks/from-text";
import { parseSource } from "@/core/source/parse-source";
import { plainText, type RichText } from "@/core/text/rich-text";
import type { Bundle, BundleDocument, BundleNote } from "./bundle";
import { pairDocument } from "./pair-document";
import { readBundle } from "./read-bundle";
import { anchorSettler, noSearch } from "./settle-anchors";
import { writeBundle } from "./write-bundle";

const SOURCE = [
  "一、深入践行“八八战略”、全面贯彻殷殷嘱托",
  "1. 坚持“五链”融合。推动创新链、产业链、资金链、人才链、服务链深度融合，加快建设四省边际中心城市。",
  "2. 加快建设四省边际中心城市，预计2025年全市生产总值达到2400亿元。",
].join("\n");

const ENGLISH = [
  "I. Acting on the Double-Eight Strategy[^88]",
  "1. Five-chain integration. A central city of the four-province border region[^border] [of Zhejiang].",
  "2. A central city of the four-province border region[^border]; 240 billion yuan.",
  "",
  "[^88]: Put forward in *July 2003*.",
  "[^border]: Zhejiang, Anhui, Jiangxi and Fujian.",
  "[^none]: Nobody refers to this.",
];

function countIds(): () => string {
  let count = 0;
  return () => idOf((count += 1));
}

function idOf(count: number): string {
  return `019afb42-0800-7000-8000-${count.toString(16).padStart(12, "0")}`;
}

function pair(targetLines: readonly string[] = ENGLISH): Bundle {
  return pairDocument({
    source: parseSource(blocksFromText(SOURCE)),
    sourceText: SOURCE,
    fileName: "zh.txt",
    targetLines,
    terms: [
      {
        source: "五链融合",
        pinyin: "wǔliàn rónghé",
        target: "five-chain integration",
        note: "",
        status: "approved",
        category: "term",
        explanation: {
          id: idOf(500),
          kind: "term",
          status: "reviewed",
          body: plain("The five are chains."),
          citations: [
            {
              title: "Report",
              publisher: "",
              date: "2025",
              address: "https://example.org/a",
              archivedAddress: "",
            },
          ],
        },
      },
    ],
    ids: countIds(),
  });
}

function plain(text: string): RichText {
  const run = { kind: "text" as const, text, marks: [], href: null };
  return { version: 2, blocks: [{ kind: "paragraph", runs: [run] }] };
}

function mark(noteId: string, ref = "aaaaaa"): RichText {
  const { blocks } = plain("Words");
  const note = { kind: "note" as const, noteId, ref };
  return {
    version: 2,
    blocks: [...blocks, { kind: "paragraph", runs: [note] }],
  };
}

function only({ documents }: Bundle): BundleDocument {
  const [document] = documents;
  if (document === undefined) throw new Error("no document");
  return document;
}

/** A bundle whose one document has something else in it, as a file. */
function changed(change: (document: BundleDocument) => object): string {
  const bundle = pair();
  const document = only(bundle);
  const documents = [{ ...document, ...change(document) }];
  return JSON.stringify({ ...bundle, documents });
}

/** The document with one of its notes at some words of its second paragraph. */
function anchored(words: string, at = 0): BundleNote {
  const { paragraphs, notes } = only(pair());
  const { id, text } = paragraphs[1] ?? { id: "", text: "" };
  const from = text.indexOf(words, at);
  const place = { paragraphId: id, field: "", from, to: from + words.length };
  const [note] = notes;
  if (note === undefined) throw new Error("no note");
  return { ...note, anchor: makeAnchor(text, place) };
}

const marks = (bundle: Bundle) =>
  only(bundle).paragraphs.map(({ translations }) =>
    translations.flatMap(({ target }) =>
      marksOf(target).map(({ noteId }) => noteId),
    ),
  );

describe("footnotes in paired files", () => {
  it("become translator's notes with their marks; definitions are not counted", () => {
    const { notes, paragraphs } = only(pair());
    expect(paragraphs).toHaveLength(3);
    expect(notes.map(({ id, body }) => [id, plainText(body)])).toEqual([
      [idOf(5), "Put forward in July 2003."],
      [idOf(6), "Zhejiang, Anhui, Jiangxi and Fujian."],
      [idOf(7), "Nobody refers to this."],
    ]);
    expect(notes[0]).toMatchObject({
      kind: "translator",
      status: "draft",
      anchor: null,
    });
    expect(marks(pair())).toEqual([[idOf(5)], [idOf(6)], [idOf(6)]]);
    const [, second] = paragraphs;
    expect(plainText(second?.translations[0]?.target ?? plain(""))).toBe(
      "1. Five-chain integration. A central city of the four-province border region [of Zhejiang].",
    );
  });

  it("stand between the lines too, parted from them by empty lines or not", () => {
    const [one = "", two = "", three = ""] = ENGLISH;
    const [a = "", b = "", c = ""] = ENGLISH.slice(4);
    for (const lines of [
      [one, a, two, b, c, three],
      [one, "", a, "", two, "", b, "", c, "", three, "", ""],
      [a, b, c, "", one, two, three],
    ]) {
      expect(only(pair(lines)).paragraphs).toEqual(only(pair()).paragraphs);
    }
  });

  it("count for nothing where the lines do not fit, and are the same in every run", () => {
    const [one = "", two = ""] = ENGLISH;
    expect(() => pair([one, two, ...ENGLISH.slice(4)])).toThrow(
      expect.objectContaining({ values: { expected: 3, found: 2 } }) as Error,
    );
    expect(writeBundle(pair())).toBe(writeBundle(pair()));
  });

  it("keep the place of a note in a paragraph that has no words yet", () => {
    const lines = ENGLISH.with(0, "[^88]");
    const read = readBundle(writeBundle(pair(lines)));
    expect(marks(read)[0]).toEqual([idOf(5)]);
    expect(only(read).paragraphs[0]?.translations[0]?.status).toBe("empty");
  });
});

describe("a bundle with notes", () => {
  it("reads back to the same bytes", () => {
    const bundle = pair();
    const document = {
      ...only(bundle),
      notes: [anchored("四省边际中心城市"), ...only(bundle).notes.slice(1)],
      suppressed: [idOf(500)],
    };
    const project = {
      name: "Quzhou",
      style: {
        ...DEFAULT_STYLE,
        firstUse: "characters" as const,
        exchangeRate: { yuanPerDollar: 7.1, date: "2025-12-08", source: "X" },
      },
    };
    const text = writeBundle({ ...bundle, project, documents: [document] });
    const read = readBundle(text);
    expect(writeBundle(read)).toBe(text);
    expect(read.project).toEqual(project);
    expect(only(read)).toEqual(document);
    expect(read.terms).toEqual(bundle.terms);
  });

  it("is read from version 1 as one without notes", () => {
    const { project, terms, ...rest } = JSON.parse(
      writeBundle(
        pair(
          ENGLISH.slice(0, 3).map((line) => line.replaceAll(/\[\^\w+\]/g, "")),
        ),
      ),
    ) as Bundle;
    const old = {
      ...rest,
      version: 1,
      project: { name: project.name },
      documents: rest.documents.map(({ id, title, source, paragraphs }) => ({
        id,
        title,
        source,
        paragraphs,
      })),
      terms: terms.map(
        ({ explanation: _explanation, category: _category, ...term }) => term,
      ),
    };
    const text = JSON.stringify(old).replaceAll(
      '"target":{"version":2',
      '"target":{"version":1',
    );
    const read = readBundle(text);
    expect(read).toMatchObject({
      version: 3,
      project: { style: null },
      terms: [{ source: "五链融合", explanation: null, category: "term" }],
    });
    expect(only(read)).toMatchObject({ notes: [], suppressed: [] });
    expect(only(read).paragraphs[0]?.translations[0]?.target.version).toBe(2);
    // What version 1 did not know is no part of it.
    const forged = { ...old, project: { name: "X", style: null } };
    expect(() => readBundle(JSON.stringify(forged))).toThrow("bundle_invalid");
  });

  it("is read from version 2 as one of which nothing was said of editions", () => {
    const bundle = pair();
    const style = { version: 1, firstUse: "characters", exchangeRate: null };
    const old = {
      ...bundle,
      version: 2,
      project: { name: "Quzhou", style },
      documents: bundle.documents.map(
        ({
          details: _details,
          introduction: _introduction,
          conventions: _conventions,
          ...document
        }) => document,
      ),
      terms: bundle.terms.map(({ category: _category, ...term }) => term),
    };
    const read = readBundle(JSON.stringify(old));
    expect(read).toEqual({
      ...bundle,
      project: {
        name: "Quzhou",
        style: { ...DEFAULT_STYLE, firstUse: "characters" },
      },
    });
    // What version 2 did not know is no part of it, and what version 3 writes anew is no part of version 3.
    for (const forged of [
      { ...old, terms: bundle.terms },
      { ...old, documents: bundle.documents },
      { ...old, project: { name: "Quzhou", style: DEFAULT_STYLE } },
      { ...bundle, project: { name: "Quzhou", style } },
    ])
      expect(() => readBundle(JSON.stringify(forged))).toThrow(
        "bundle_invalid",
      );
  });

  it("takes marks of notes out of what stands before a document, and is silent where no words are left", () => {
    const read = readBundle(
      changed(({ notes }) => ({
        introduction: mark(notes[0]?.id ?? ""),
        conventions: {
          version: 2,
          blocks: mark(idOf(5)).blocks.slice(1),
        },
      })),
    );
    const { introduction, conventions } = only(read);
    expect(introduction && marksOf(introduction)).toEqual([]);
    expect(introduction && plainText(introduction).trim()).toBe("Words");
    expect(conventions).toBeNull();
    expect(writeBundle(readBundle(writeBundle(read)))).toBe(writeBundle(read));
  });

  const details = { ...NO_DETAILS, slug: "quzhou-plan" };
  it.each([
    ["an address that is none", { ...details, slug: "../e" }],
    ["a long address", { ...details, slug: "a".repeat(81) }],
    [
      "a role that nobody has",
      { ...details, credits: [{ name: "Li", role: "king" }] },
    ],
    [
      "a name without letters",
      { ...details, credits: [{ name: " ", role: "editor" }] },
    ],
    [
      "a licence that runs",
      { ...details, licence: { name: "X", address: "javascript:alert(1)" } },
    ],
    [
      "an archive that runs",
      { ...details, archivedAddress: "data:text/html,x" },
    ],
    ["a statement without end", { ...details, statement: "x".repeat(1001) }],
    ["what nobody knows", { ...details, script: "x" }],
  ])("is refused for details with %s", (_what, forged) => {
    expect(only(readBundle(changed(() => ({ details })))).details).toEqual(
      details,
    );
    expect(() => readBundle(changed(() => ({ details: forged })))).toThrow(
      "bundle_invalid",
    );
  });

  it("takes out marks of no note, doubled ones, and marks in notes; the words stay", () => {
    const stranger = idOf(999);
    const text = changed(({ paragraphs, notes }) => ({
      paragraphs: paragraphs.map((paragraph, index) => ({
        ...paragraph,
        translations: paragraph.translations.map((translation) => ({
          ...translation,
          target: [mark(stranger), mark(idOf(500)), mark(idOf(5))][index],
        })),
      })),
      notes: notes.map((note) => ({ ...note, body: mark(idOf(6)) })),
      suppressed: [stranger, idOf(500), idOf(500), idOf(5)],
    }));
    const read = readBundle(text);
    expect(marks(read)).toEqual([[], [idOf(500)], [idOf(5)]]);
    expect(
      plainText(only(read).paragraphs[0]?.translations[0]?.target ?? plain("")),
    ).toContain("Words");
    expect(only(read).suppressed).toEqual([idOf(500)]);
    for (const { body } of only(read).notes) expect(marksOf(body)).toEqual([]);
    expect(writeBundle(readBundle(writeBundle(read)))).toBe(writeBundle(read));
  });

  const first = idOf(1);
  it.each([
    ["a note that comes twice", idOf(6), idOf(5), "bundle_repeats"],
    [
      "a note with the id of a paragraph",
      `"id":"${idOf(5)}"`,
      `"id":"${idOf(2)}"`,
      "bundle_repeats",
    ],
    [
      "a note with the id of a document",
      `"id":"${idOf(5)}"`,
      `"id":"${first}"`,
      "bundle_repeats",
    ],
    [
      "an explanation with the id of a note",
      idOf(500),
      idOf(5),
      "bundle_repeats",
    ],
    [
      "an unknown kind",
      '"kind":"translator"',
      '"kind":"comment"',
      "bundle_invalid",
    ],
    [
      "a script in a note",
      '"marks":["italic"],"href":null',
      '"marks":["italic"],"href":"javascript:alert(1)"',
      "bundle_invalid",
    ],
    [
      "a script as a source",
      "https://example.org/a",
      "javascript:alert(1)",
      "bundle_invalid",
    ],
    [
      "a mark with a long ref",
      '"ref":"pair000001"',
      `"ref":"${"a".repeat(99)}"`,
      "bundle_invalid",
    ],
    [
      "a style that does not exist",
      '"style":null',
      '"style":{"version":1,"firstUse":"loud","exchangeRate":null}',
      "bundle_invalid",
    ],
    [
      "half a character in a note",
      "July 2003",
      "July\\ud800 2003",
      "source_unstorable",
    ],
    [
      "lists in lists in a note",
      /("kind":"translator".*?"blocks":)\[.*?\]\}\]\}/,
      `$1[${'{"kind":"list","ordered":false,"start":1,"items":[['.repeat(60)}${"]]}".repeat(60)}]}`,
      "bundle_too_deep",
    ],
  ])("is refused for %s", (_what, from, to, message) => {
    const text = JSON.stringify(pair());
    const forged = text.replaceAll(
      typeof from === "string" ? from : new RegExp(from, "g"),
      to,
    );
    expect(forged).not.toBe(text);
    expect(() => readBundle(forged)).toThrow(message);
  });

  it("holds 5,000 notes, also long ones, and not 20,001", () => {
    const many = (count: number) =>
      changed(({ notes }) => ({
        notes: Array.from({ length: count }, (_, index) => ({
          ...notes[0],
          id: idOf(1000 + index),
          body: plain(index === 0 ? "注".repeat(100_000) : "A note"),
        })),
      }));
    expect(only(readBundle(many(5000))).notes).toHaveLength(5000);
    expect(() => readBundle(many(20_001))).toThrow("bundle_invalid");
  });
});

describe("a bundle with changed source", () => {
  /** Reads a bundle with one note, of whose document something was changed. */
  function settle(
    note: BundleNote,
    change: (texts: readonly string[]) => readonly (string | null)[],
  ) {
    const text = changed((document) => {
      const texts = change(document.paragraphs.map((each) => each.text));
      return {
        notes: [note, ...document.notes.slice(1)],
        paragraphs: document.paragraphs.flatMap((paragraph, index) => {
          const words = texts[index];
          return words === null || words === undefined
            ? []
            : [{ ...paragraph, text: words, marker: null, runIn: null }];
        }),
      };
    });
    const document = only(readBundle(text));
    const { anchor } = document.notes[0] ?? { anchor: null };
    const own = document.paragraphs.find(
      ({ id }) => id === anchor?.paragraphId,
    );
    const place = anchor?.position ?? null;
    return {
      anchor,
      words: place && own?.text.slice(place.from, place.to),
      row: own === undefined ? -1 : document.paragraphs.indexOf(own),
    };
  }

  it("keeps an anchor that stands, and follows words that have moved", () => {
    const note = anchored("创新链、产业链");
    expect(settle(note, (texts) => texts).anchor).toEqual(note.anchor);
    const before = settle(note, (texts) =>
      texts.with(1, texts[1]?.replace("坚持", "始终坚持和深化") ?? ""),
    );
    expect(before).toMatchObject({ words: "创新链、产业链", row: 1 });
    expect(before.anchor?.position?.from).toBe(
      (note.anchor?.position?.from ?? 0) + 5,
    );
  });

  it("leaves words that are gone without a position, and never takes a look-alike elsewhere", () => {
    const note = anchored("四省边际中心城市");
    const gone = settle(note, (texts) => texts.with(1, "1. 坚持“五链”融合。"));
    expect(gone.anchor).toEqual({ ...note.anchor, position: null });
    const removed = settle(note, ([heading = "", , last = ""]) => [
      heading,
      null,
      last,
    ]);
    expect(removed.anchor).toEqual({ ...note.anchor, position: null });
    expect(removed.row).toBe(-1);
  });

  it("does not let an anchor point out of its text, or into another document", () => {
    const note = anchored("四省边际中心城市");
    const { anchor } = note;
    if (anchor === null) throw new Error("no anchor");
    for (const forged of [
      { ...anchor, position: { from: 5, to: 100_000 } },
      { ...anchor, position: { from: 9, to: 3 } },
      {
        ...anchor,
        paragraphId: idOf(4),
        quote: { ...anchor.quote, exact: "无" },
      },
      { ...anchor, paragraphId: idOf(700) },
      { ...anchor, field: "date" },
    ]) {
      const { anchor: settled, words } = settle(
        { ...note, anchor: forged },
        (texts) => texts,
      );
      if (settled?.position != null) expect(words).toBe(anchor.quote.exact);
    }
  });

  it("loses none of the sample's notes, and lets none catch a look-alike", async () => {
    const text = await readFile("samples/quzhou-15th-fyp/bundle.json", "utf8");
    const sample = readBundle(text);
    const { paragraphs, notes } = only(sample);
    const changes: Readonly<Record<string, (text: string) => string | null>> = {
      // Paragraph 1 begins with another sentence and has lost one before the end.
      [paragraphs[5]?.id ?? ""]: (words) =>
        words
          .replace("“十四五”时期是我市", "过去五年成绩显著。“十四五”时期是我市")
          .replace("改革显示度持续提升,", ""),
      // “中等发达国家水平” stands in no paragraph any more.
      [paragraphs[8]?.id ?? ""]: (words) =>
        words.replace("中等发达国家水平", "更高水平"),
      [paragraphs[19]?.id ?? ""]: () => null,
    };
    const changed = paragraphs.flatMap((paragraph) => {
      const words = (changes[paragraph.id] ?? ((same) => same))(paragraph.text);
      return words === null
        ? []
        : [{ ...paragraph, text: words, marker: null, runIn: null }];
    });
    const document = { ...only(sample), paragraphs: changed };
    const read = only(
      readBundle(JSON.stringify({ ...sample, documents: [document] })),
    );
    expect(read.notes.map(({ id }) => id)).toEqual(notes.map(({ id }) => id));
    const lost = read.notes.flatMap(({ anchor }) => {
      const own = read.paragraphs.find(({ id }) => id === anchor?.paragraphId);
      if (anchor?.position == null) return [anchor?.quote.exact];
      const { from, to } = anchor.position;
      expect(own?.text.slice(from, to)).toBe(anchor.quote.exact);
      return [];
    });
    expect(lost).toEqual(["中等发达国家水平", "巨化"]);
    expect(read.notes.map(({ anchor }) => anchor?.paragraphId)).toEqual(
      notes.map(({ anchor }) => anchor?.paragraphId),
    );
  });

  it("is read in a bounded time, whatever its anchors are", () => {
    const note = anchored("四省边际中心城市");
    const { anchor } = note;
    if (anchor === null) throw new Error("no anchor");
    const text = changed(({ paragraphs, notes }) => ({
      paragraphs: paragraphs.map((paragraph, index) =>
        index === 1
          ? { ...paragraph, text: paragraph.text + "五链融合".repeat(250_000) }
          : paragraph,
      ),
      notes: Array.from({ length: 10_000 }, (_, index) => ({
        ...notes[0],
        id: idOf(1000 + index),
        anchor: { ...anchor, quote: { ...anchor.quote, exact: `无${index}` } },
      })),
    }));
    const read = only(readBundle(text));
    expect(read.notes.every((each) => each.anchor?.position === null)).toBe(
      true,
    );
  }, 90_000);

  it("looks words up for all its documents together, not for each anew", () => {
    const { paragraphs } = only(pair());
    const { anchor } = anchored("四省边际中心城市");
    const moved = paragraphs.map((each) => ({
      ...each,
      text: `又，${each.text}`,
    }));
    if (anchor === null) throw new Error("no anchor");
    const budget = { left: 500_000 };
    const [one, other] = [1, 2].map(() => anchorSettler(moved, budget)(anchor));
    expect(one?.position?.from).toBe((anchor.position?.from ?? 0) + 2);
    expect(other).toEqual({ ...anchor, position: null });
    // Words that stand where they stood cost nothing but reading them.
    expect(anchorSettler(paragraphs, budget)(anchor)).toBe(anchor);
  });

  it("is written without looking words up", () => {
    const { paragraphs } = only(pair());
    const { anchor } = anchored("四省边际中心城市");
    if (anchor === null) throw new Error("no anchor");
    const lost = { ...anchor, position: null };
    expect(anchorSettler(paragraphs, noSearch())(anchor)).toBe(anchor);
    expect(anchorSettler(paragraphs, noSearch())(lost)).toBe(lost);
  });
});
