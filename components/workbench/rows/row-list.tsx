"use client";

import { useTranslations } from "next-intl";
import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type CSSProperties,
} from "react";
import { useStored } from "@/components/workbench/state/value-store";
import { useWorkbench } from "@/components/workbench/workbench-context";
import { ColumnSplit } from "./column-split";
import { estimateHeight, FIRST_LIST_WIDTH } from "./estimate-height";
import { LoadFailure } from "./load-failure";
import { Row } from "./row";
import { createRowHeights } from "./row-heights";
import { rowsToDraw } from "./rows-to-draw";
import { useAllRowsInPrint } from "./use-all-rows-in-print";
import { useListWidth } from "./use-list-width";
import { useRowEvents } from "./use-row-events";
import { useRowWindow } from "./use-row-window";

/** How many rows the server draws: one tall screen. */
const FIRST_ROWS = 14;

/** The document, paragraph by paragraph; only what is near the view is in the page. */
export function RowList() {
  const { rows, desk, list: handle, loader } = useWorkbench();
  const text = useTranslations("workbench");
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const ids = useSyncExternalStore(rows.subscribeSummaries, rows.ids, rows.ids);
  const split = useStored(desk, (state) => state.split);
  const focusedId = useStored(desk, (state) => state.focusedId);
  const width = useListWidth(list) ?? FIRST_LIST_WIDTH;
  const heights = useMemo(
    () =>
      createRowHeights(ids.length, (index) => {
        const summary = rows.summary(ids[index] ?? "");
        return summary === null ? 0 : estimateHeight(summary, width, split);
      }),
    [rows, ids, width, split],
  );
  const [first] = useState(() => ({
    from: 0,
    to: Math.min(FIRST_ROWS, ids.length),
  }));
  const kept = focusedId === null ? -1 : rows.indexOf(focusedId);
  const { range, register, hold, show } = useRowWindow({
    heights,
    first,
    kept,
    scroller,
    list,
    onTopChange: (index) => desk.set({ topId: rows.idAt(index) }),
  });
  const drawn = useAllRowsInPrint(range, ids.length);

  useLayoutEffect(() => {
    handle.current = { hold, show };
    return () => {
      handle.current = null;
    };
  }, [handle, hold, show]);
  useEffect(() => loader.follow(range.from, range.to), [loader, range, ids]);
  useRowEvents(scroller);

  const heightOf = (index: number) =>
    rows.row(ids[index] ?? "") === null ? heights.get(index) : 0;
  const style = {
    "--source-part": `${split}fr`,
    "--target-part": `${1 - split}fr`,
  } as CSSProperties;
  return (
    <div ref={scroller} className="row-scroller" style={style}>
      <ColumnSplit />
      <div ref={list} role="list" aria-label={text("paragraphs")}>
        {rowsToDraw(drawn, kept, ids.length).map((part) =>
          part.kind === "space" ? (
            <div
              key={`space-${part.from}`}
              role="presentation"
              style={{ height: heights.top(part.to) - heights.top(part.from) }}
            />
          ) : (
            <Row
              key={ids[part.index]}
              id={ids[part.index] ?? ""}
              index={part.index}
              count={ids.length}
              height={heightOf(part.index)}
              register={register}
            />
          ),
        )}
      </div>
      <LoadFailure />
    </div>
  );
}
