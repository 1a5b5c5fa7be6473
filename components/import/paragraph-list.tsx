"use client";

import {
  defaultRangeExtractor,
  useWindowVirtualizer,
} from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import {
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type Ref,
} from "react";
import type { Correction } from "@/core/source/correction";
import type { Doubt } from "@/core/source/doubts";
import type { SourceParagraph } from "@/core/source/paragraph";
import { readKey } from "./correction-keys";
import { ParagraphRow } from "./paragraph-row";

/** What a row is before it was measured: two lines of text. */
const ROW_HEIGHT = 84;
/** The bar that stays at the top covers this much. */
const COVERED = 72;

export type ParagraphListHandle = { readonly show: (index: number) => void };

type ParagraphListProps = {
  readonly ref: Ref<ParagraphListHandle>;
  readonly paragraphs: readonly SourceParagraph[];
  readonly doubts: readonly Doubt[];
  readonly selected: number;
  readonly onSelect: (index: number) => void;
  readonly onCorrect: (correction: Correction) => void;
};

/** The paragraphs as a tree by their indents; only those on the screen are there, and the selected one, which keeps the focus. */
export function ParagraphList({
  ref,
  paragraphs,
  doubts,
  selected,
  onSelect,
  onCorrect,
}: ParagraphListProps) {
  const t = useTranslations("import");
  const box = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  const [cutting, setCutting] = useState<number | null>(null);
  const depths = useMemo(() => depthsOf(paragraphs), [paragraphs]);
  const doubtAt = useMemo(
    () =>
      new Map(
        doubts.flatMap((doubt) =>
          doubt.index === null ? [] : [[doubt.index, doubt]],
        ),
      ),
    [doubts],
  );
  useLayoutEffect(() => {
    const measure = () =>
      setMargin(
        (box.current?.getBoundingClientRect().top ?? 0) + window.scrollY,
      );
    measure();
    // What stands above the list grows and shrinks with the doubts and the width.
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  const virtualizer = useWindowVirtualizer({
    count: paragraphs.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    scrollMargin: margin,
    scrollPaddingStart: COVERED,
    scrollPaddingEnd: COVERED,
    rangeExtractor: (range) =>
      [
        ...new Set([
          ...defaultRangeExtractor(range),
          Math.min(selected, paragraphs.length - 1),
        ]),
      ]
        .filter((index) => index >= 0)
        .sort((one, other) => one - other),
  });

  const wantsFocus = useRef(false);
  function select(index: number) {
    const next = Math.min(paragraphs.length - 1, Math.max(0, index));
    wantsFocus.current = true;
    setCutting(null);
    onSelect(next);
    virtualizer.scrollToIndex(next, { align: "auto" });
    if (next === selected) focusRow();
  }
  function focusRow() {
    wantsFocus.current = false;
    box.current
      ?.querySelector<HTMLElement>(`[data-index="${selected}"]`)
      ?.focus({ preventScroll: true });
  }
  useEffect(() => {
    if (wantsFocus.current) focusRow();
  });
  useImperativeHandle(ref, () => ({ show: select }));

  function correct(correction: Correction) {
    wantsFocus.current = true;
    setCutting(null);
    onCorrect(correction);
  }

  function handleKey(event: KeyboardEvent) {
    const paragraph = paragraphs[selected];
    const isInside =
      event.target instanceof Element &&
      event.target.closest("select, input, textarea, button") !== null;
    if (paragraph === undefined || isInside) return;
    const command = readKey(event.nativeEvent, selected, paragraph);
    if (command === null) return;
    event.preventDefault();
    if (command.kind === "move") select(selected + command.by);
    if (command.kind === "cut") setCutting(selected);
    if (command.kind === "correct") correct(command.correction);
  }

  return (
    <div
      ref={box}
      role="treegrid"
      aria-label={t("paragraphs")}
      aria-rowcount={paragraphs.length}
      className="relative"
      style={{ height: virtualizer.getTotalSize() }}
    >
      {virtualizer.getVirtualItems().map(({ index, start }) => {
        const paragraph = paragraphs[index];
        if (paragraph === undefined) return null;
        return (
          <ParagraphRow
            key={index}
            ref={virtualizer.measureElement}
            top={start - margin}
            index={index}
            paragraph={paragraph}
            depth={depths[index] ?? 0}
            doubt={doubtAt.get(index) ?? null}
            isSelected={index === selected}
            isCutting={index === cutting}
            onSelect={() => select(index)}
            onCut={(on) => setCutting(on ? index : null)}
            onCorrect={correct}
            onKeyDown={handleKey}
          />
        );
      })}
    </div>
  );
}

/** How far each paragraph is indented: a heading by its level, what follows it by one more. */
function depthsOf(paragraphs: readonly SourceParagraph[]): readonly number[] {
  let level = 0;
  return paragraphs.map(({ kind, level: own }) => {
    if (kind === "title") level = 0;
    if (kind === "meta" || kind === "title") return 0;
    if (kind !== "heading") return level;
    level = own ?? 1;
    return level - 1;
  });
}
