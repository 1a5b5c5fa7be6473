import type { TranslationStatus } from "@/core/documents/views";
import type { Edition } from "@/core/editions/edition";
import type { ExportOptions } from "@/core/export/options";
import {
  printEdition,
  type Printed,
  type PrintedPair,
} from "@/core/export/printed";
import type { PrintedText } from "@/core/export/printed-blocks";
import { lineOf, spansText } from "@/core/export/spans";

/** A part of a document with its translation, as programs for translators exchange them. */
export type Unit = {
  /** Unique in the document: "title", "m1" for a field of the metadata, "p37" for a paragraph. */
  readonly id: string;
  /** The paragraph's own id, the same in every edition; the key of a field. */
  readonly name: string;
  readonly kind: string;
  readonly level: number | null;
  readonly number: number | null;
  readonly status: TranslationStatus;
  readonly source: PrintedText;
  readonly target: PrintedText | null;
};

/** A note as a unit has it: its words where it is marked first, else where those are. */
export type UnitNote = { readonly number: number; readonly text: string };

/** Lists the units of an edition in its order, what stands in no paragraph and has no English left out. */
export function listUnits(
  edition: Edition,
  options: Pick<ExportOptions, "unapproved">,
): { readonly printed: Printed; readonly units: readonly Unit[] } {
  const printed = printEdition(edition, {
    layout: "parallel",
    notes: "footnotes",
    glossary: true,
    unapproved: options.unapproved,
  });
  const texts = ({ number, source, target }: PrintedPair) => ({
    number,
    source,
    target,
  });
  const { title, metadata, paragraphs } = printed;
  const units: readonly Unit[] = [
    {
      id: "title",
      name: "title",
      kind: "title",
      level: null,
      status: edition.title.status,
      ...texts(title),
    },
    ...metadata.map((field, index): Unit => {
      const { key = "other", status = "empty" } = edition.metadata[index] ?? {};
      const id = `m${index + 1}`;
      return {
        id,
        name: key,
        kind: "metadata",
        level: null,
        status,
        ...texts(field),
      };
    }),
    ...paragraphs.map((paragraph, index): Unit => {
      const { id = "", status = "empty" } = edition.paragraphs[index] ?? {};
      const { number, kind, level } = paragraph;
      return {
        id: `p${number}`,
        name: id,
        kind,
        level,
        status,
        ...texts(paragraph),
      };
    }),
  ];
  const isText = ({ number, target }: Unit) =>
    number !== null || target !== null;
  return { printed, units: units.filter(isText) };
}

/** Deals out the notes to the units that have their marks. */
export function dealNotes({
  notes,
}: Printed): (unit: Unit) => readonly UnitNote[] {
  const texts = new Map(
    notes.map(({ number, blocks }) => [number, spansText(lineOf(blocks))]),
  );
  const homes = new Map<number, string>();
  return ({ id, source, target }) => {
    const marked = [...lineOf(target ?? []), ...lineOf(source)].flatMap(
      (span) => (span.kind === "note" ? [span.number] : []),
    );
    return [...new Set(marked)].map((number) => {
      const home = homes.get(number);
      if (home !== undefined)
        return { number, text: `Note ${number}: see unit ${home}.` };
      homes.set(number, id);
      return { number, text: texts.get(number) ?? "" };
    });
  };
}
