import { plainText } from "@/core/text/rich-text";
import { compareLines } from "./comparing/compare-lines";
import { compareNotes } from "./comparing/compare-notes";
import { compareTerms } from "./comparing/compare-terms";
import { compareText } from "./comparing/compare-text";
import type {
  ComparedParagraph,
  ComparedText,
  ComparedTexts,
  EditionComparison,
} from "./comparison";
import type { Edition, EditionParagraph } from "./edition";
import { longestRising } from "./comparing/longest-rising";

/**
 * Compares two editions of a document, paragraph by paragraph by their ids and word by word. Words decide: type, marks of
 * notes and approval are no difference.
 */
export function compareEditions(
  before: Edition,
  after: Edition,
): EditionComparison {
  const steps = compareInSteps(before, after);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * The same in steps of a paragraph or note each: of long editions in which every word was changed it takes seconds, in
 * which others have to be answered.
 */
function* compareInSteps(
  before: Edition,
  after: Edition,
): Generator<void, EditionComparison, void> {
  const paragraphs = yield* compareParagraphs(
    before.paragraphs,
    after.paragraphs,
  );
  const later = paragraphs.filter(({ after }) => after !== null);
  return {
    before: before.publication?.number ?? null,
    after: after.publication?.number ?? null,
    lines: compareLines(before, after),
    paragraphs,
    unchanged: after.paragraphs.length - later.length,
    notes: yield* compareNotes(before.notes, after.notes),
    glossary: compareTerms(before.glossary, after.glossary),
  };
}

type Paragraphs = readonly EditionParagraph[];

function* compareParagraphs(
  before: Paragraphs,
  after: Paragraphs,
): Generator<void, readonly ComparedParagraph[], void> {
  const places = new Map(before.map(({ id }, index) => [id, index]));
  const kept = after.filter(({ id }) => places.has(id));
  const inOrder = longestRising(kept.map(({ id }) => places.get(id) ?? 0));
  const isMoved = new Set(
    kept.filter((_, index) => !inOrder.has(index)).map(({ id }) => id),
  );
  const there = new Set(after.map(({ id }) => id));
  const removed = before.filter(({ id }) => !there.has(id));
  const compared: ComparedParagraph[] = [];
  let next = 0;
  const removeUpTo = (place: number) => {
    for (; next < removed.length; next += 1) {
      const paragraph = removed[next];
      if (paragraph === undefined || (places.get(paragraph.id) ?? 0) > place)
        return;
      compared.push(wholeParagraph("removed", paragraph));
    }
  };
  for (const paragraph of after) {
    const place = places.get(paragraph.id);
    const earlier = place === undefined ? undefined : before[place];
    if (place === undefined || earlier === undefined) {
      compared.push(wholeParagraph("added", paragraph));
      continue;
    }
    // What moved says nothing about where its old neighbours were.
    if (!isMoved.has(paragraph.id)) removeUpTo(place);
    const change = compareParagraph(
      earlier,
      paragraph,
      isMoved.has(paragraph.id),
    );
    if (change !== null) compared.push(change);
    yield;
  }
  removeUpTo(before.length);
  return compared;
}

function compareParagraph(
  before: EditionParagraph,
  after: EditionParagraph,
  isMoved: boolean,
): ComparedParagraph | null {
  const texts: ComparedTexts = {
    source: compareText(before.source.text, after.source.text),
    target: compareText(english(before), english(after)),
  };
  const isSame = texts.source === null && texts.target === null;
  if (isSame && !isMoved) return null;
  return {
    kind: isSame ? "moved" : "changed",
    id: after.id,
    before: before.number,
    after: after.number,
    isMoved,
    texts,
  };
}

const english = ({ target }: EditionParagraph) =>
  target === null ? "" : plainText(target);

function wholeParagraph(
  kind: "added" | "removed",
  paragraph: EditionParagraph,
): ComparedParagraph {
  const whole = (text: string): ComparedText | null =>
    text === "" ? null : [{ kind, text }];
  return {
    kind,
    id: paragraph.id,
    before: kind === "removed" ? paragraph.number : null,
    after: kind === "added" ? paragraph.number : null,
    isMoved: false,
    texts: {
      source: whole(paragraph.source.text),
      target: whole(english(paragraph)),
    },
  };
}
