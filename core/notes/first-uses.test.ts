import { describe, expect, it } from "vitest";
import { hasRendering } from "@/core/glossary/has-rendering";
import { buildMatcher } from "@/core/glossary/matcher";
import {
  plainText,
  richTextFromPlain,
  type Mark,
  type RichText,
  type Run,
} from "@/core/text/rich-text";
import { findRendering, findRenderings } from "./find-rendering";
import {
  FIRST_USE_REF,
  findFirstUses,
  markFirstUses,
  type FirstUseRow,
} from "./first-uses";
import { marksOf, runsOf } from "./marks";

const MARKS_BY_STARS: readonly (readonly Mark[])[] = [[], ["italic"], ["bold"]];

/** Rich text of words in *italics*, **bold** and plain; ^a is a mark of note a. */
function rich(...paragraphs: readonly string[]): RichText {
  return {
    version: 2,
    blocks: paragraphs.map((text) => ({
      kind: "paragraph",
      runs: text
        .split(/(\*\*[^*]+\*\*|\*[^*]+\*|\^\w)/)
        .filter((piece) => piece !== "")
        .map((piece): Run => {
          if (piece.startsWith("^")) return mark(piece.slice(1), "byhand");
          const stars = /^\**/.exec(piece)?.[0].length ?? 0;
          const marks = MARKS_BY_STARS[stars] ?? [];
          return {
            kind: "text",
            text: piece.replace(/\*/g, ""),
            marks,
            href: null,
          };
        }),
    })),
  };
}

const mark = (noteId: string, ref: string): Run => ({
  kind: "note",
  noteId,
  ref,
});

/** The text with each mark as ^id. */
function shown(richText: RichText): string {
  return runsOf(richText.blocks)
    .map((runs) =>
      runs
        .map((run) => {
          if (run.kind === "note") return `^${run.noteId}`;
          return run.kind === "text" ? run.text : "\n";
        })
        .join(""),
    )
    .join("\n");
}

function marked(text: RichText, ...renderings: readonly string[]): string {
  const uses = renderings.map((rendering, index) => ({
    noteId: "abc".charAt(index),
    rendering,
  }));
  return shown(markFirstUses(text, uses));
}

describe("markFirstUses", () => {
  it.each([
    [
      "We advance five-chain integration now.",
      "five-chain integration",
      "We advance five-chain integration^a now.",
    ],
    [
      "We build chain-leading enterprises.",
      "chain-leading enterprise",
      "We build chain-leading enterprises^a.",
    ],
    [
      "Five‑Chain Integration, and five-chain integration",
      "five-chain integration",
      "Five‑Chain Integration^a, and five-chain integration",
    ],
    [
      "innovations and innovation",
      "innovation",
      "innovations^a and innovation",
    ],
    ["the 8090+ speakers", "8090+", "the 8090+^a speakers"],
    [
      "the 15th Plan (2026–2030) for all",
      "15th Plan (2026–2030)",
      "the 15th Plan (2026–2030)^a for all",
    ],
    [
      "the 15th Plan (of five) for all",
      "15th Plan (2026–2030)",
      "the 15th Plan^a (of five) for all",
    ],
    [
      "advance “10+2” priorities.",
      "“10+2” priorities",
      "advance “10+2” priorities^a.",
    ],
    [
      "in the “New Trio” of goods",
      "“new trio”",
      "in the “New Trio”^a of goods",
    ],
    [
      "the Municipal Committee’s plan",
      "Municipal Committee",
      "the Municipal Committee’s^a plan",
    ],
    [
      "specialized, refined, distinctive and innovative firms",
      "specialized, refined, distinctive and innovative (enterprises)",
      "specialized, refined, distinctive and innovative^a firms",
    ],
    [
      "a strategy of vigorous rural revitalization",
      "strategy of rural revitalization",
      "a strategy of vigorous rural revitalization^a",
    ],
  ])("puts the mark in “%s” behind “%s”", (text, rendering, expected) => {
    expect(marked(rich(text), rendering)).toBe(expected);
  });

  it.each([
    ["integrations of five chains", "five-chain integration"],
    ["reinnovation", "innovation"],
    ["", "innovation"],
    ["anything", "(…)"],
  ])("finds no place in “%s” for “%s”", (text, rendering) => {
    const given = rich(text);
    expect(markFirstUses(given, [{ noteId: "a", rendering }])).toBe(given);
  });

  it("reads across runs, and parts the run in which the last word ends", () => {
    const text = rich("We advance **five-chain** *integ*ration, and more.");
    expect(marked(text, "five-chain integration")).toBe(
      "We advance five-chain integration^a, and more.",
    );
    const [runs = []] = runsOf(
      markFirstUses(text, [{ noteId: "a", rendering: "five-chain" }]).blocks,
    );
    expect(runs.slice(1, 3)).toEqual([
      { kind: "text", text: "five-chain", marks: ["bold"], href: null },
      mark("a", FIRST_USE_REF),
    ]);
  });

  it("finds renderings in lists and cells, and in supplied words", () => {
    const item = rich("no", "yes: common prosperity!").blocks;
    const list: RichText = {
      version: 2,
      blocks: [{ kind: "list", ordered: false, start: 1, items: [item] }],
    };
    expect(marked(list, "common prosperity")).toBe(
      "no\nyes: common prosperity^a!",
    );
    const supplied = richTextFromPlain("the [common] prosperity of all", {
      supplied: true,
    });
    expect(marked(supplied, "common prosperity")).toBe(
      "the common prosperity^a of all",
    );
  });

  it("gives the longest its place first, and never puts one inside another", () => {
    const text = rich(
      "Scientific and technological innovation, and innovation in farming.",
    );
    expect(
      marked(text, "innovation", "scientific and technological innovation"),
    ).toBe(
      "Scientific and technological innovation^b, and innovation^a in farming.",
    );
    expect(
      marked(
        rich("Scientific innovation."),
        "innovation",
        "scientific innovation",
      ),
    ).toBe("Scientific innovation^b.");
  });

  it("puts several marks into one run, and leaves a note alone that has a mark already", () => {
    expect(marked(rich("red and green and blue"), "blue", "red", "green")).toBe(
      "red^b and green^c and blue^a",
    );
    expect(marked(rich("red and red^a"), "red")).toBe("red and red^a");
  });

  it("does not let a mark part a word", () => {
    expect(marked(rich("inno^zvation"), "innovation")).toBe("inno^zvation^a");
  });
});

describe("findRendering", () => {
  it("agrees with hasRendering", () => {
    const texts = [
      "innovation",
      "New **industrial**ization",
      "five *chains* integrate",
      "",
      "a b",
      "strategies for rural areas",
    ];
    const renderings = [
      "innovation",
      "new industrialization",
      "chain",
      "strategy",
      "a",
      "five-chain integration",
    ];
    for (const text of texts.map((each) => rich(each)))
      for (const rendering of renderings.filter((each) => each !== "a"))
        expect(findRendering(text, rendering) !== null).toBe(
          hasRendering(plainText(text), rendering),
        );
  });

  it("gives a place for each rendering, in their order", () => {
    const places = findRenderings(rich("one", "two and three"), [
      "three",
      "none",
      "one",
    ]);
    expect(places).toEqual([
      { paragraph: 1, run: 0, offset: 13 },
      null,
      { paragraph: 0, run: 0, offset: 3 },
    ]);
  });
});

const TERMS = [
  { id: "1", source: "五链融合", rendering: "five-chain integration" },
  { id: "2", source: "五链", rendering: "five chains" },
  { id: "3", source: "共同富裕", rendering: "common prosperity" },
];
const matcher = buildMatcher(TERMS);
const NONE: ReadonlySet<string> = new Set();

function row(
  rowId: string,
  source: string,
  target: string,
  kind: FirstUseRow["kind"] = "body",
): FirstUseRow {
  return { rowId, kind, source, target: rich(target) };
}

function uses(
  rows: readonly FirstUseRow[],
  { terms = ["1", "2", "3"], explicit = NONE, suppressed = NONE } = {},
): string {
  const noted = TERMS.filter(({ id }) => terms.includes(id)).map(
    ({ id, rendering }) => ({
      noteId: `n${id}`,
      termId: id,
      rendering,
    }),
  );
  return findFirstUses({ rows, terms: noted, matcher, explicit, suppressed })
    .map(({ noteId, rowId, from, to }) => `${noteId}@${rowId}:${from}-${to}`)
    .join(" ");
}

describe("findFirstUses", () => {
  const rows = [
    row("t", "共同富裕规划", "Common prosperity plan", "title"),
    row("h", "一、五链融合", "Five-chain integration", "heading"),
    row("a", "坚持“五链”融合,促进共同富裕", "Uphold integration."),
    row("b", "坚持“五链”融合", "Uphold five-chain integration.", "numbered"),
    row(
      "c",
      "共同富裕与“五链”",
      "Common prosperity, and the five chains",
      "item",
    ),
    row(
      "d",
      "五链融合、五链、共同富裕",
      "Five-chain integration, five chains, common prosperity",
    ),
  ];

  it("takes the first row of running text that has the term in both languages", () => {
    expect(uses(rows)).toBe("n1@b:2-8 n3@c:0-4 n2@c:6-8");
  });

  it("follows the order of the rows", () => {
    expect(uses(rows.toReversed())).toBe("n1@d:0-4 n2@d:5-7 n3@d:8-12");
  });

  it("passes tables and metadata", () => {
    const only = [
      row("x", "五链融合", "five-chain integration", "table"),
      row("y", "五链融合", "five-chain integration", "meta"),
    ];
    expect(uses(only)).toBe("");
  });

  it("takes no term inside a longer term for a use, with or without a note of the longer one", () => {
    const only = [
      row("x", "五链融合", "five-chain integration of the five chains"),
    ];
    expect(uses(only)).toBe("n1@x:0-4");
    expect(uses(only, { terms: ["2"] })).toBe("");
  });

  it("passes terms that are not given: proposed ones, and those without a note", () => {
    expect(uses(rows, { terms: ["3"] })).toBe("n3@c:0-4");
  });

  it("leaves out what is set by hand and what is not wanted", () => {
    expect(uses(rows, { explicit: new Set(["n1"]) })).toBe("n3@c:0-4 n2@c:6-8");
    expect(uses(rows, { suppressed: new Set(["n3"]) })).toBe(
      "n1@b:2-8 n2@c:6-8",
    );
  });

  it("does not place a term in the rendering of another, even of one that needs no mark", () => {
    const chain = [
      { id: "1", source: "创新", rendering: "innovation" },
      { id: "2", source: "科技创新", rendering: "scientific innovation" },
    ];
    const both = [
      row("x", "科技创新与创新", "scientific innovation"),
      row("y", "创新", "innovation"),
    ];
    const found = findFirstUses({
      rows: both,
      terms: chain.map(({ id, rendering }) => ({
        noteId: id,
        termId: id,
        rendering,
      })),
      matcher: buildMatcher(chain),
      explicit: new Set(["2"]),
      suppressed: NONE,
    });
    expect(found.map(({ noteId, rowId }) => noteId + rowId)).toEqual(["1y"]);
  });

  it("is placed in every row that it names", () => {
    for (const { noteId, rowId, rendering } of findFirstUses({
      rows,
      terms: TERMS.map(({ id, rendering }) => ({
        noteId: id,
        termId: id,
        rendering,
      })),
      matcher,
      explicit: NONE,
      suppressed: NONE,
    })) {
      const target = rows.find((each) => each.rowId === rowId)?.target;
      if (target === undefined) throw new Error("No row");
      const text = markFirstUses(target, [{ noteId, rendering }]);
      expect(marksOf(text)).toEqual([mark(noteId, FIRST_USE_REF)]);
    }
  });
});

describe("a glossary that was made to be slow", () => {
  it.each([
    ["one rendering for thousands of terms", "chain", () => "chain"],
    [
      "long renderings that are nearly there",
      "chain",
      (index: number) => `${"chain ".repeat(80)}link${index}`,
    ],
  ])("is looked up in a bounded time: %s", (_what, word, renderingOf) => {
    const words = Array.from({ length: 5_000 }, (_, index) => index);
    const target = rich(words.map((index) => `${word} link${index}`).join(" "));
    findRenderings(target, words.map(renderingOf));
  });
});
