import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findAnchor, makeAnchor, type FoundAnchor } from "./anchor";
import {
  applyEdit,
  EDITS,
  makeDocument,
  textOf,
  textsOf,
  type Edit,
  type EditedDocument,
} from "./anchors/fixtures/edited-document";
import type { SourceAnchor } from "./note";

const RUNS = 4000;
/** Fixed, so that every run of the tests says the same: in a hundred thousand runs two edits may look like one other. */
const SEED = 20_251_208;
const PARAGRAPHS = readFileSync(
  new URL("../../samples/quzhou-15th-fyp/source.zh.txt", import.meta.url),
  "utf8",
)
  .split("\n")
  .map((line) => line.trim())
  .filter((line) => line !== "");
const PHRASES = PARAGRAPHS.join("");

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...EDITS),
  paragraph: fc.nat(200),
  at: fc.nat(2000),
  size: fc.nat(1000),
});
const place = fc.record({
  paragraph: fc.nat(200),
  at: fc.nat(2000),
  length: fc.oneof(
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 80 }),
    fc.integer({ min: 80, max: 400 }),
  ),
});

/** An anchor, and the characters it was on. */
type Placed = {
  readonly anchor: SourceAnchor;
  readonly ids: ReadonlySet<number>;
  /** The text of its paragraph. */
  readonly whole: string;
};

describe("anchors in a text that is edited at random", () => {
  it("stand at the characters they were on, or nowhere, and mostly they stand", () => {
    let [placed, lost] = [0, 0];
    fc.assert(
      fc.property(
        fc.nat(PARAGRAPHS.length - 1),
        fc.array(edit, { minLength: 1, maxLength: 8 }),
        fc.array(place, { minLength: 1, maxLength: 4 }),
        (first, edits, places) => {
          const before = makeDocument(PARAGRAPHS.slice(first, first + 8));
          const anchors = places.map((each) => anchorAt(before, each));
          const after = edits.reduce(
            (document, each, turn) => applyEdit(document, each, turn, PHRASES),
            before,
          );
          const texts = textsOf(after);
          for (const each of anchors) {
            const found = findAnchor(each.anchor, texts);
            if (found === null && isWhole(after, each)) lost += 1;
            if (found === null) continue;
            placed += 1;
            expect(describeFault(after, found, each)).toBeNull();
          }
        },
      ),
      { numRuns: RUNS, seed: SEED },
    );
    // Answering with nothing would pass everything else.
    expect(placed).toBeGreaterThan(RUNS);
    expect(lost).toBeLessThan(placed / 5);
  }, 120_000);
});

function anchorAt(
  document: EditedDocument,
  { paragraph, at, length }: { paragraph: number; at: number; length: number },
): Placed {
  const chosen = document[paragraph % document.length];
  if (chosen === undefined) throw new Error("There is no paragraph");
  const whole = textOf(chosen);
  const from = at % whole.length;
  const to = Math.min(whole.length, from + length);
  const { id: paragraphId, characters } = chosen;
  const anchor = makeAnchor(whole, { paragraphId, field: "", from, to });
  if (anchor === null) throw new Error("There is no anchor");
  const ids = new Set(characters.slice(from, to).flatMap(({ ids }) => ids));
  return { anchor, ids, whole };
}

/** Tells whether all characters of an anchor are left, side by side. */
function isWhole(document: EditedDocument, { ids }: Placed): boolean {
  return document.some(({ characters }) => {
    const first = characters.findIndex((each) => isOf(each.ids, ids));
    return (
      first !== -1 &&
      characters
        .slice(first, first + ids.size)
        .filter((each) => isOf(each.ids, ids)).length === ids.size
    );
  });
}

function describeFault(
  document: EditedDocument,
  found: FoundAnchor,
  { anchor, ids, whole }: Placed,
): string | null {
  const paragraph = document.find(({ id }) => id === found.paragraphId);
  if (paragraph === undefined) return "There is no such paragraph";
  const inside = paragraph.characters.slice(found.from, found.to);
  const others = inside.filter(
    (each) => each.ids.length > 0 && !isOf(each.ids, ids),
  );
  if (others.length > 0)
    return `It is on others: ${others.map(({ unit }) => unit).join("")}`;
  if (!inside.some((each) => isOf(each.ids, ids))) {
    // A copy is the same to every reader where it stands in the same paragraph, or with the whole of its text.
    const isCopy = inside.some((each) => isOf(each.copies, ids));
    const isSame =
      paragraph.id === anchor.paragraphId ||
      document.map(textOf).join("").includes(whole);
    return isCopy && isSame ? null : "It is on new characters only";
  }
  // A character that could be either of two stands where one of them does; and after several deletions nobody can say
  // whether a sign at their edge closed the clause before them or the last one deleted.
  const covered = new Set(inside.flatMap((each) => each.ids));
  const leftOut = document
    .flatMap(({ characters }) => characters)
    .some(
      (each) =>
        isOf(each.ids, ids) &&
        !/\p{P}/u.test(each.unit) &&
        each.ids.every((one) => ids.has(one) && !covered.has(one)),
    );
  return leftOut ? "It leaves some of its characters out" : null;
}

function isOf(numbers: readonly number[], ids: ReadonlySet<number>): boolean {
  return numbers.some((one) => ids.has(one));
}
