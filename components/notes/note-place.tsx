"use client";

import { useTranslations } from "next-intl";
import type { NoteItem } from "@/core/notes/note-list";
import { MarkedWords } from "./marked-words";

type NotePlaceProps = {
  readonly note: NoteItem;
  readonly query: string;
};

/** Where a note stands: the paragraph, the Chinese it explains, the English around its number. */
export function NotePlace({ note, query }: NotePlaceProps) {
  const t = useTranslations("notes.page");
  const { paragraph, quote, around, term, number, references } = note;
  return (
    <p className="flex flex-wrap items-baseline gap-x-2.5 gap-y-0.5 text-[13px] text-ink-3">
      {paragraph !== null && (
        <span className="tabular-nums">{t("paragraph", { paragraph })}</span>
      )}
      {quote !== null && (
        <span lang="zh-CN" className="font-zh text-[14px]">
          {quote.before}
          <span className="text-ink underline decoration-vermilion decoration-1 underline-offset-4">
            <MarkedWords text={quote.exact} query={query} />
          </span>
          {quote.after}
        </span>
      )}
      {term !== null && term.target !== "" && (
        <span lang="en" className="font-en text-[14px] text-indigo">
          <MarkedWords text={term.target} query={query} />
        </span>
      )}
      {around !== null && (
        <span lang="en" className="min-w-0 font-en text-[14px] text-ink-2">
          <MarkedWords text={around.before} query={query} />
          <sup aria-hidden className="font-ui font-bold text-vermilion">
            {number ?? t("doubt_sign")}
          </sup>
          {around.after}
        </span>
      )}
      {references > 1 && <span>{t("references", { count: references })}</span>}
      {note.place === "unplaced" && (
        <span className="font-medium text-amber">{t("unplaced")}</span>
      )}
      {quote?.isGone === true && (
        <span className="font-medium text-amber">{t("words_gone")}</span>
      )}
      {note.place === "left_out" && <span>{t("left_out")}</span>}
    </p>
  );
}
