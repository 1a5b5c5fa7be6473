"use client";

import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { indexEdition } from "@/components/editions/reading/index-edition";
import {
  ReadingContext,
  type Reading,
} from "@/components/editions/reading/reading-context";
import { useLitNotes } from "@/components/editions/reading/use-lit-notes";
import { useSideNotes } from "@/components/editions/reading/use-side-notes";
import { createRowHeights } from "@/components/workbench/rows/row-heights";
import { rowsToDraw } from "@/components/workbench/rows/rows-to-draw";
import { useListWidth } from "@/components/workbench/rows/use-list-width";
import { useRowWindow } from "@/components/workbench/rows/use-row-window";
import { useWorkbench } from "@/components/workbench/workbench-context";
import type { Edition } from "@/core/editions/edition";
import type { ExportLayout } from "@/core/export/options";
import { estimatePart } from "./estimate-part";
import { ReadingPart } from "./reading-part";
import { rowOfNumber } from "./row-of-number";
import { usePrinting } from "@/components/workbench/rows/use-printing";
import { useReading } from "./use-reading";

/** Up to here all is drawn, and the browser's own search finds everything. */
const ALL_DRAWN = 300;

/** From this width notes stand beside the text: that of a window of 1200 pixels beside the contents. */
const BESIDE_FROM = 930;

type ReadingListProps = {
  readonly edition: Edition;
  readonly layout: ExportLayout;
};

/** The document as it is read; of a long one only what is near the view is in the page. */
export function ReadingList({ edition, layout }: ReadingListProps) {
  const { rows, desk, list: handle, view } = useWorkbench();
  const { write } = useReading();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const index = useMemo(() => indexEdition(edition, layout), [edition, layout]);
  const width = useListWidth(scroller);
  const isPrinting = usePrinting();
  const isWide = (width ?? 0) >= BESIDE_FROM;
  const mode = modeOf(isPrinting, isWide);
  const latest = useRef(index);
  useLayoutEffect(() => {
    latest.current = index;
  });
  const { count } = index;
  const heights = useMemo(
    () =>
      createRowHeights(count, (at) =>
        estimatePart(latest.current.paragraphAt(at), layout, width ?? 800),
      ),
    [count, layout, width],
  );
  const partOfRow = useCallback(
    (id: string) => latest.current.indexOf(rows.summary(id)?.number ?? 0),
    [rows],
  );
  const [first] = useState(() => {
    const { topId } = desk.get();
    const from =
      topId === null ? 0 : index.indexOf(rows.summary(topId)?.number ?? 0);
    return { from, to: Math.min(from + 12, count) };
  });
  const { range, register, hold, show } = useRowWindow({
    heights,
    first,
    kept: -1,
    scroller,
    list,
    onTopChange(at) {
      const number = latest.current.numberAt(at);
      const id = number === null ? null : rowOfNumber(rows, number);
      if (id !== null) desk.set({ topId: id });
    },
  });
  const isWhole = isPrinting || count <= ALL_DRAWN;
  const drawn = isWhole ? { from: 0, to: count } : range;
  useSideNotes(list, mode === "beside");
  useLitNotes(list);

  // The contents beside the text lead to its parts as they lead to rows while one writes.
  useLayoutEffect(() => {
    handle.current = {
      hold: (at) => hold(partOfRow(rows.idAt(at) ?? "")),
      show: (at, where) => show(partOfRow(rows.idAt(at) ?? ""), where),
    };
    return () => {
      handle.current = null;
    };
  }, [handle, hold, show, rows, partOfRow]);

  // One begins to read where one wrote.
  useEffect(() => {
    const { focusedId, topId } = desk.get();
    const id = focusedId ?? topId;
    if (id !== null && rows.indexOf(id) > 0) show(partOfRow(id), "top");
    scroller.current?.focus({ preventScroll: true });
  }, [desk, rows, show, partOfRow]);

  const reading = useMemo<Reading>(() => {
    const go = (noteId: string, selector: string) => {
      const at = index.placeOf(noteId);
      const find = () =>
        list.current?.querySelector<HTMLElement>(
          `[${selector}="${CSS.escape(noteId)}"]`,
        );
      if (at !== null && !find()) flushSync(() => show(at, "top"));
      const found = find();
      found?.focus({ preventScroll: true });
      found?.scrollIntoView({ block: "nearest" });
    };
    return {
      index,
      layout,
      english: edition.language.target,
      mode,
      goToNote: (noteId) => go(noteId, "data-note-text"),
      goToMark: (noteId) => go(noteId, "data-mark"),
      onEdit: view.can.edit
        ? (number) => {
            const id = rowOfNumber(rows, number);
            if (id !== null) write(id);
          }
        : null,
    };
  }, [index, edition, layout, mode, show, rows, write, view.can.edit]);

  return (
    <ReadingContext value={reading}>
      <div ref={scroller} tabIndex={-1} className="reading-scroller">
        <div
          ref={list}
          className="reading"
          data-layout={layout}
          data-notes={mode}
          data-width={widthName(width)}
        >
          {rowsToDraw(drawn, -1, count).map((part) =>
            part.kind === "space" ? (
              <div
                key={`space-${part.from}`}
                style={{
                  height: heights.top(part.to) - heights.top(part.from),
                }}
              />
            ) : (
              <ReadingPart
                key={index.paragraphAt(part.index)?.id ?? "head"}
                index={part.index}
                edition={edition}
                paragraph={index.paragraphAt(part.index)}
                register={register}
              />
            ),
          )}
        </div>
      </div>
    </ReadingContext>
  );
}

function modeOf(isPrinting: boolean, isWide: boolean): Reading["mode"] {
  if (isPrinting) return "printed";
  return isWide ? "beside" : "below";
}

function widthName(width: number | null): "narrow" | "wide" {
  return (width ?? 0) < 620 ? "narrow" : "wide";
}
