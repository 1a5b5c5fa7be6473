"use client";

import { NotebookPen, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import type { TermView } from "@/core/glossary/term";
import type { Explanation } from "@/core/notes/explanation";
import { ExplanationMark } from "./explanation-mark";
import { TermStatusMark } from "./term-status";

/** The columns of a row and of the headings above, from the width at which there is room for a table. */
export const TERM_COLUMNS =
  "md:grid md:gap-x-5 md:grid-cols-[minmax(9rem,1.2fr)_minmax(11rem,1.7fr)_minmax(7rem,1.4fr)_6rem_3rem_6.75rem]";

type TermRowProps = {
  readonly term: TermView;
  /** How often it occurs in the documents; null while that is being counted. */
  readonly uses: number | null;
  readonly rowIndex: number;
  readonly isActive: boolean;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly canEdit: boolean;
  readonly canRemove: boolean;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
  /** The note that explains the term at first use; null where there is none. */
  readonly explanation: Explanation | null;
  /** Null for who may not write notes. */
  readonly onExplain: (() => void) | null;
};

/** One term: a row of the table, a card on a phone. */
export function TermRow({
  term,
  uses,
  rowIndex,
  isActive,
  onFocus,
  onKeyDown,
  canEdit,
  canRemove,
  onEdit,
  onRemove,
  explanation,
  onExplain,
}: TermRowProps) {
  const t = useTranslations("glossary");
  const usesText = uses === null ? "…" : t("uses_label", { count: uses });
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      tabIndex={isActive ? 0 : -1}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      className={`${TERM_COLUMNS} group relative border-b border-line px-2 py-2.5 focus-within:bg-focus-row hover:bg-focus-row md:items-baseline`}
    >
      <div role="gridcell" className="min-w-0 max-md:pr-28">
        <span
          lang="zh-CN"
          className="font-zh text-[17px] [overflow-wrap:anywhere]"
        >
          {term.source}
        </span>{" "}
        <span className="text-[13px] text-ink-2 md:block">
          <span lang="zh-Latn" className="italic">
            {term.pinyin}
          </span>
          {term.category !== "term" && (
            <span className="ml-2 text-ink-3">
              {t(`categories.${term.category}`)}
            </span>
          )}
        </span>
      </div>
      <div
        role="gridcell"
        lang="en"
        className="min-w-0 font-en text-[16px] leading-snug [overflow-wrap:anywhere]"
      >
        {term.target}
      </div>
      <div
        role="gridcell"
        title={term.note}
        className="min-w-0 text-[13px] text-ink-2 max-md:mt-0.5"
      >
        <span className="line-clamp-2 [overflow-wrap:anywhere]">
          {term.note}
        </span>
        {explanation !== null && <ExplanationMark explanation={explanation} />}
      </div>
      <div role="gridcell" className="max-md:mt-1 max-md:inline-block">
        <TermStatusMark status={term.status} />
      </div>
      <div
        role="gridcell"
        className="text-[13px] text-ink-2 tabular-nums max-md:ml-3 max-md:inline-block md:text-right"
      >
        <span className="md:hidden">{usesText}</span>
        <span
          title={usesText}
          className={`max-md:hidden ${uses === 0 ? "text-ink-3" : ""}`}
        >
          {uses ?? "…"}
        </span>
      </div>
      {canEdit && (
        <div
          role="gridcell"
          className="flex justify-end gap-0.5 max-md:absolute max-md:top-1.5 max-md:right-0"
        >
          {onExplain !== null && (
            <Button
              variant="quiet"
              size="icon"
              aria-label={t(
                explanation === null
                  ? "explain_named"
                  : "edit_explanation_named",
                { source: term.source },
              )}
              title={t(explanation === null ? "explain" : "edit_explanation")}
              onClick={onExplain}
            >
              <NotebookPen
                aria-hidden
                className={`size-4 ${explanation === null ? "" : "text-vermilion"}`}
              />
            </Button>
          )}
          <Button
            variant="quiet"
            size="icon"
            aria-label={t("edit_named", { source: term.source })}
            onClick={onEdit}
          >
            <Pencil aria-hidden className="size-4" />
          </Button>
          <Button
            variant="quiet"
            size="icon"
            aria-label={t("remove_named", { source: term.source })}
            title={canRemove ? undefined : t("remove_approved")}
            disabled={!canRemove}
            onClick={onRemove}
          >
            <Trash2 aria-hidden className="size-4" />
          </Button>
        </div>
      )}
    </div>
  );
}
