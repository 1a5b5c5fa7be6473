"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, type KeyboardEvent } from "react";
import type { GlossaryView, TermView } from "@/core/glossary/term";
import type { Explanation } from "@/core/notes/explanation";
import { TermRow, TERM_COLUMNS } from "./term-row";
import { isComposing } from "@/components/ui/is-composing";
import { useWindowRows } from "@/components/ui/use-window-rows";

type TermTableProps = {
  readonly terms: readonly TermView[];
  readonly uses: Readonly<Record<string, number>> | null;
  readonly can: GlossaryView["can"];
  readonly explanationOf: (term: TermView) => Explanation | null;
  /** Null for who may not write notes. */
  readonly onExplain: ((term: TermView) => void) | null;
  readonly onEdit: (term: TermView) => void;
  readonly onRemove: (term: TermView) => void;
};

/** A row's height before it is measured, in pixels. */
const USUAL_HEIGHT = 68;
const HEADINGS = [
  "source",
  "target",
  "note",
  "status",
  "uses",
  "actions",
] as const;

/** The terms as a table, as cards on a phone; only what is near the screen is drawn. */
export function TermTable({
  terms,
  uses,
  can,
  explanationOf,
  onExplain,
  onEdit,
  onRemove,
}: TermTableProps) {
  const t = useTranslations("glossary");
  // The row that the Tab key comes to; arrow keys move it.
  const { body, top, current, setActive, virtualizer, goTo } = useWindowRows({
    count: terms.length,
    keyOf: (index) => terms[index]?.id ?? index,
    usualHeight: USUAL_HEIGHT,
    overscan: 8,
  });

  // The focus would be lost with the row that held it: the next one takes it.
  const wasRemoving = useRef(false);
  const handleRemove = (term: TermView) => {
    wasRemoving.current = true;
    onRemove(term);
  };
  const shown = useRef(terms);
  useEffect(() => {
    const hasChanged = shown.current !== terms;
    shown.current = terms;
    if (!hasChanged || !wasRemoving.current) return;
    wasRemoving.current = false;
    if (document.activeElement === document.body) goTo(current);
  });

  const handleKeyDown = (event: KeyboardEvent) => {
    const isRow = event.target === event.currentTarget;
    if (
      !isRow ||
      isComposing(event) ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey
    )
      return;
    const term = terms[current];
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => goTo(current + 1),
      ArrowUp: () => goTo(current - 1),
      Home: () => goTo(0),
      End: () => goTo(terms.length - 1),
      Enter: () => term !== undefined && can.edit && onEdit(term),
      KeyN: () => term !== undefined && onExplain?.(term),
      Delete: () =>
        term !== undefined && canRemove(term, can) && handleRemove(term),
    };
    const act = acts[event.code];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  const columns = can.edit ? HEADINGS : HEADINGS.slice(0, -1);
  return (
    <div role="grid" aria-label={t("title")} aria-rowcount={terms.length + 1}>
      <div role="rowgroup" className="max-md:sr-only">
        <div
          role="row"
          aria-rowindex={1}
          className={`${TERM_COLUMNS} border-b border-line-strong px-2 pb-1.5 text-[13px] text-ink-2`}
        >
          {columns.map((heading) => (
            <span
              key={heading}
              role="columnheader"
              className={heading === "uses" ? "text-right" : ""}
            >
              {heading === "actions" ? (
                <span className="sr-only">{t(heading)}</span>
              ) : (
                t(heading)
              )}
            </span>
          ))}
        </div>
      </div>
      <div
        ref={body}
        role="rowgroup"
        className="relative"
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map((item) => {
          const term = terms[item.index];
          if (term === undefined) return null;
          return (
            <div
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              role="presentation"
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${item.start - top}px)` }}
            >
              <TermRow
                term={term}
                uses={uses === null ? null : (uses[term.id] ?? 0)}
                rowIndex={item.index + 2}
                isActive={item.index === current}
                onFocus={() => setActive(item.index)}
                onKeyDown={handleKeyDown}
                canEdit={can.edit}
                canRemove={canRemove(term, can)}
                explanation={explanationOf(term)}
                onExplain={onExplain === null ? null : () => onExplain(term)}
                onEdit={() => onEdit(term)}
                onRemove={() => handleRemove(term)}
              />
            </div>
          );
        })}
      </div>
      {can.edit && (
        <p className="mt-4 text-[13px] text-ink-3 max-md:hidden">
          {t("keys_hint")}
        </p>
      )}
    </div>
  );
}

function canRemove(term: TermView, can: GlossaryView["can"]): boolean {
  return can.edit && (can.approve || term.status === "proposed");
}
