"use client";

import { Link2, RotateCcw, SquareArrowOutUpRight, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import type { KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import type { NoteItem, NoteListView } from "@/core/notes/note-list";
import { MarkedWords } from "./marked-words";
import { NoteFacts } from "./note-facts";
import { NotePlace } from "./note-place";

export type NoteRowActs = {
  readonly onToggle: (note: NoteItem, isRange: boolean) => void;
  readonly onRemove: (note: NoteItem) => void;
  readonly onRestore: (note: NoteItem) => void;
  readonly onCopy: (note: NoteItem) => void;
  /** The note in the workbench. */
  readonly addressOf: (note: NoteItem) => string;
};

type NoteRowProps = NoteRowActs & {
  readonly note: NoteItem;
  readonly query: string;
  readonly rowIndex: number;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly can: NoteListView["can"];
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

/** One note: its number, its words, where it stands, how far it is. */
export function NoteRow({
  note,
  query,
  rowIndex,
  isActive,
  isSelected,
  can,
  onFocus,
  onKeyDown,
  onToggle,
  onRemove,
  onRestore,
  onCopy,
  addressOf,
}: NoteRowProps) {
  const t = useTranslations("notes.page");
  const name = useNoteName()(note);
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      aria-selected={can.edit ? isSelected : undefined}
      tabIndex={isActive ? 0 : -1}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      className="group relative grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 border-b border-line px-2 py-3 focus-within:bg-focus-row hover:bg-focus-row aria-selected:bg-focus-row md:grid-cols-[auto_2.25rem_minmax(0,1fr)_9.5rem_6.5rem] md:items-baseline"
    >
      <div role="gridcell" className="max-md:row-span-4">
        {can.edit && (
          <input
            type="checkbox"
            checked={isSelected}
            aria-label={t("select", { name })}
            className="size-4 accent-vermilion"
            onChange={(event) => {
              const { nativeEvent } = event;
              onToggle(
                note,
                nativeEvent instanceof MouseEvent && nativeEvent.shiftKey,
              );
            }}
          />
        )}
      </div>
      <div
        role="gridcell"
        className="font-semibold text-vermilion tabular-nums max-md:mb-0.5 md:text-right"
      >
        <NumberSign note={note} />
      </div>
      <div role="gridcell" className="min-w-0">
        <Link
          href={addressOf(note)}
          tabIndex={-1}
          prefetch={false}
          lang="en"
          className="line-clamp-4 font-en text-[16px] leading-snug [overflow-wrap:anywhere] hover:underline"
        >
          {note.words.trim() === "" ? (
            <span className="text-ink-3 italic">{t("no_words")}</span>
          ) : (
            <MarkedWords text={note.words} query={query} />
          )}
        </Link>
        {note.sources.map((source, at) => (
          // Sources have no ids; their place is what identifies them.
          <p
            key={at}
            lang="en"
            className="truncate font-en text-[13px] text-ink-3"
          >
            <MarkedWords text={source} query={query} />
          </p>
        ))}
        <div className="mt-1">
          <NotePlace note={note} query={query} />
        </div>
      </div>
      <div
        role="gridcell"
        className="flex min-w-0 flex-wrap gap-x-3 text-[13px] text-ink-2 max-md:mt-1.5 max-md:pr-28 md:flex-col md:gap-y-0.5"
      >
        <NoteFacts note={note} />
      </div>
      <div
        role="gridcell"
        className="flex justify-end gap-0.5 max-md:absolute max-md:right-0 max-md:bottom-1.5"
      >
        <Button variant="quiet" size="icon" asChild>
          <Link
            href={addressOf(note)}
            prefetch={false}
            aria-label={t("open", { name })}
            title={t("open", { name })}
          >
            <SquareArrowOutUpRight aria-hidden className="size-4" />
          </Link>
        </Button>
        <Button
          variant="quiet"
          size="icon"
          aria-label={t("copy_link", { name })}
          title={t("copy_link", { name })}
          onClick={() => onCopy(note)}
        >
          <Link2 aria-hidden className="size-4" />
        </Button>
        {can.edit &&
          (note.place === "deleted" ? (
            <Button
              variant="quiet"
              size="icon"
              aria-label={t("restore_named", { name })}
              title={t("restore_named", { name })}
              onClick={() => onRestore(note)}
            >
              <RotateCcw aria-hidden className="size-4" />
            </Button>
          ) : (
            <Button
              variant="quiet"
              size="icon"
              aria-label={t("remove_named", { name })}
              title={t("remove_named", { name })}
              onClick={() => onRemove(note)}
            >
              <Trash2 aria-hidden className="size-4" />
            </Button>
          ))}
      </div>
    </div>
  );
}

function NumberSign({ note }: { readonly note: NoteItem }) {
  const t = useTranslations("notes");
  if (note.number !== null)
    return (
      <>
        <span className="sr-only">{t("number", { number: note.number })}</span>
        <span aria-hidden>{note.number}</span>
      </>
    );
  if (note.kind === "doubt")
    return (
      <>
        <span className="sr-only">{t("doubt_mark")}</span>
        <span aria-hidden>{t("page.doubt_sign")}</span>
      </>
    );
  return (
    <span aria-hidden className="text-ink-3">
      {t("page.no_number")}
    </span>
  );
}

/** What a note is called in the names of its controls: its number, or how it begins. */
export function useNoteName() {
  const t = useTranslations("notes");
  return ({ number, kind, words, term, quote }: NoteItem): string => {
    if (number !== null) return t("number", { number });
    const begins = term?.source ?? quote?.exact ?? words.trim().slice(0, 40);
    return begins === ""
      ? t(`kind.${kind}`)
      : `${t(`kind.${kind}`)} · ${begins}`;
  };
}
