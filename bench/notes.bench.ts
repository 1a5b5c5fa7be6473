import { createNotePlaces } from "@/components/workbench/notes/store/note-places";
import { makeAnchor, settleAnchor, type AnchorText } from "@/core/notes/anchor";
import { marksOf } from "@/core/notes/marks";
import type { RowMarks, SourceAnchor } from "@/core/notes/note";
import { numberNotes } from "@/core/notes/numbers";
import type { RichText } from "@/core/text/rich-text";
import { addNotes } from "./add-notes";
import { readSample, repeatDocument } from "./repeat-document";

const NOTES = 5000;
const CHANGED = 2000;
const RUNS = 9;
/** What a screen has for one picture, in milliseconds. */
const FRAME = 16;

function median(work: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return times.sort((a, b) => a - b)[RUNS >> 1] ?? 0;
}

function print(title: string, rows: readonly (readonly [string, string])[]) {
  console.log(`\n${title}`);
  const width = Math.max(...rows.map(([way]) => way.length));
  for (const [way, figure] of rows)
    console.log(`${way.padEnd(width)}  ${figure.padStart(10)}`);
}

const ms = (time: number) => `${time.toFixed(2)} ms`;

const [sample] = readSample().documents;
if (sample === undefined) throw new Error("The sample has no document.");

type Row = { readonly rowId: string; readonly target: RichText };

function readMarks({ rowId, target }: Row): RowMarks {
  const marks = marksOf(target).map(({ noteId }) => ({
    noteId,
    isFirstUse: false,
  }));
  return { rowId, marks };
}

/** Somebody sets a mark in the first row: what a client does, and what it would do without keeping the rows' marks. */
function measureNumbers(): void {
  const document = addNotes(repeatDocument(sample ?? fail(), NOTES), NOTES);
  const notes = document.notes.map(({ id, kind }) => ({
    id,
    kind,
    deletedAt: null,
  }));
  const rows = document.paragraphs.flatMap(({ id, translations }) =>
    translations.map(({ field, target }): Row => ({
      rowId: `${id} ${field}`,
      target,
    })),
  );
  const kept = rows.map(readMarks);
  const moved = { noteId: notes.at(-1)?.id ?? "", isFirstUse: false };
  const first = kept[0] ?? fail();
  const changed = { ...first, marks: [moved, ...first.marks] };
  const renumber = () => numberNotes(kept.with(0, changed), notes);
  if (renumber().get(moved.noteId) !== 1) fail();
  const time = median(renumber);
  const indexes = new Map(rows.map(({ rowId }, index) => [rowId, index]));
  const places = createNotePlaces(
    (rowId) => indexes.get(rowId) ?? -1,
    () => null,
  );
  places.renew(kept.filter(({ marks }) => marks.length > 0));
  const [top] = rows;
  let isAdded = false;
  const insert = () => {
    isAdded = !isAdded;
    const target = top?.target ?? fail();
    const mark = { kind: "note", noteId: moved.noteId, ref: "bench1" } as const;
    const added = { kind: "paragraph", runs: [mark] } as const;
    const blocks = isAdded ? [added, ...target.blocks] : target.blocks;
    places.setTarget(top?.rowId ?? "", { ...target, blocks });
    numberNotes(places.rows(), notes);
  };
  print(
    `Renumber ${renumber().size} notes after an insert at the top of ${rows.length} rows`,
    [
      ["ours: the marks of each row are kept", ms(time)],
      [
        "marks read from the rich text of all rows",
        ms(median(() => numberNotes(rows.map(readMarks), notes))),
      ],
      [
        "ours, from the changed English on, as a window does it",
        ms(median(insert)),
      ],
      ["one frame", `${FRAME} ms`],
    ],
  );
}

/** Every paragraph changed in three places, as a new version of a source may be. */
function change(text: string, index: number): string {
  return [1, 2, 3].reduce((changed, turn) => {
    const at = (index * 7919 + turn * 104_729) % changed.length;
    return `${changed.slice(0, at)}新增内容${changed.slice(at + 3)}`;
  }, text);
}

/** The sample over and over, each time in other characters: a text that repeats itself is no text to find words in. */
function makeTexts(): readonly AnchorText[] {
  const { paragraphs } = repeatDocument(sample ?? fail(), CHANGED);
  return paragraphs.map(({ id, text }, index) => ({
    paragraphId: id,
    field: "",
    text: text.replace(/[\u4e00-\u9fa5]/g, (character) =>
      String.fromCharCode(
        0x4e00 + ((character.charCodeAt(0) + index * 97) % 20_000),
      ),
    ),
  }));
}

function makeAnchors(texts: readonly AnchorText[]): readonly SourceAnchor[] {
  return Array.from({ length: NOTES }, (_, index) => {
    const { text, ...place } = texts[index % texts.length] ?? fail();
    const from = (index * 7919) % text.length;
    const to = Math.min(text.length, from + 2 + (index % 20));
    return makeAnchor(text, { ...place, from, to }) ?? fail();
  });
}

/** A source with other words in it, and what it takes to find all notes again. */
function measureAnchors(): void {
  const texts = makeTexts();
  const anchors = makeAnchors(texts);
  const settle = (given: readonly AnchorText[]): string => {
    const started = performance.now();
    const settled = anchors.map((anchor) => settleAnchor(anchor, given));
    const time = performance.now() - started;
    return `${ms(time)}, ${settled.filter(isPlaced).length} placed`;
  };
  print(`Find ${anchors.length} notes again in ${texts.length} paragraphs`, [
    ["nothing changed", settle([...texts])],
    [
      "three changes in every paragraph",
      settle(
        texts.map((each, index) => ({
          ...each,
          text: change(each.text, index),
        })),
      ),
    ],
    [
      "every paragraph under another id, in turned order",
      settle(
        texts
          .map((each, index) => ({
            ...each,
            paragraphId: `moved ${index}`,
          }))
          .reverse(),
      ),
    ],
  ]);
}

function isPlaced({ position }: SourceAnchor): boolean {
  return position !== null;
}

function fail(): never {
  throw new Error("This does not measure what it says.");
}

measureNumbers();
measureAnchors();
