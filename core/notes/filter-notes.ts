import { fold } from "@/core/text/fold";
import { NOTE_KINDS, type NoteKind } from "./note";
import type { NoteItem } from "./note-list";

export const NOTE_SHOWS = [
  "all",
  "draft",
  "reviewed",
  "unplaced",
  "left_out",
  "deleted",
] as const;
/** Which notes are shown: all that are in the document or should be, those of a status, those that have no place in one of the texts, or those that stand elsewhere. */
export type NoteShow = (typeof NOTE_SHOWS)[number];

export type NoteFilter = {
  readonly show: NoteShow;
  readonly kind: NoteKind | null;
  /** An account's id; null for all. */
  readonly author: string | null;
  readonly query: string;
};

export const NO_FILTER: NoteFilter = {
  show: "all",
  kind: null,
  author: null,
  query: "",
};

/** Reads a filter from an address; what is not understood filters nothing. */
export function readNoteFilter(
  value: (name: string) => string | null,
): NoteFilter {
  const [show, kind] = [value("show"), value("kind")];
  return {
    show: NOTE_SHOWS.find((known) => known === show) ?? "all",
    kind: NOTE_KINDS.find((known) => known === kind) ?? null,
    author: value("author"),
    query: (value("find") ?? "").slice(0, 200),
  };
}

/** Writes a filter as the query of an address, without the question mark; "" where it filters nothing. */
export function writeNoteFilter(filter: NoteFilter): string {
  const words = new URLSearchParams();
  if (filter.show !== "all") words.set("show", filter.show);
  if (filter.kind !== null) words.set("kind", filter.kind);
  if (filter.author !== null) words.set("author", filter.author);
  if (filter.query !== "") words.set("find", filter.query);
  return words.toString();
}

/** A note with the text in which it is searched. */
export type SearchableNote = { readonly item: NoteItem; readonly text: string };

/** Folds notes once, so that every key typed in a search only compares. */
export function makeSearchableNotes(
  items: readonly NoteItem[],
): readonly SearchableNote[] {
  return items.map((item) => ({
    item,
    text: [
      item.words,
      ...item.sources,
      item.quote?.exact ?? "",
      item.term?.source ?? "",
      item.term?.target ?? "",
      item.around?.before ?? "",
    ]
      .map((part) => fold(part).text)
      .join("\n"),
  }));
}

/** The notes that a filter shows, and how many each other choice would show. */
export type FilteredNotes = {
  readonly items: readonly NoteItem[];
  readonly shows: Readonly<Record<NoteShow, number>>;
  readonly kinds: Readonly<Record<NoteKind, number>>;
  /** All authors with the notes they would be left with, by account. */
  readonly authors: ReadonlyMap<
    string,
    { readonly name: string; readonly count: number }
  >;
};

/** Filters notes; each count goes by all of the filter but its own part. */
export function filterNotes(
  notes: readonly SearchableNote[],
  filter: NoteFilter,
): FilteredNotes {
  const wanted = fold(filter.query).text;
  const items: NoteItem[] = [];
  const shows = Object.fromEntries(
    NOTE_SHOWS.map((show) => [show, 0]),
  ) as Record<NoteShow, number>;
  const kinds = Object.fromEntries(
    NOTE_KINDS.map((kind) => [kind, 0]),
  ) as Record<NoteKind, number>;
  const authors = new Map<string, { name: string; count: number }>();
  for (const { item, text } of notes) {
    const { author } = item;
    const known = author === null ? null : authors.get(author.id);
    if (author !== null && known === undefined)
      authors.set(author.id, { name: author.name, count: 0 });
    if (wanted !== "" && !text.includes(wanted)) continue;
    const isKind = filter.kind === null || item.kind === filter.kind;
    const isAuthor = filter.author === null || author?.id === filter.author;
    const isShown = isAmong(item, filter.show);
    if (isKind && isAuthor)
      for (const show of NOTE_SHOWS) if (isAmong(item, show)) shows[show] += 1;
    if (isAuthor && isShown) kinds[item.kind] += 1;
    const counted = author === null ? undefined : authors.get(author.id);
    if (isKind && isShown && counted !== undefined) counted.count += 1;
    if (isKind && isAuthor && isShown) items.push(item);
  }
  return { items, shows, kinds, authors };
}

function isAmong(item: NoteItem, show: NoteShow): boolean {
  const isHere = item.place === "placed" || item.place === "unplaced";
  switch (show) {
    case "all":
      return isHere;
    case "draft":
    case "reviewed":
      return isHere && item.status === show;
    case "unplaced":
      return isHere && (item.place === show || item.quote?.isGone === true);
    case "left_out":
    case "deleted":
      return item.place === show;
  }
}
