"use client";

import { useTranslations } from "next-intl";
import { useRef, type KeyboardEvent, type PointerEvent } from "react";
import {
  MAX_SPLIT,
  MIN_SPLIT,
  clampSplit,
} from "@/components/workbench/state/desk";
import { useStored } from "@/components/workbench/state/value-store";
import { useWorkbench } from "@/components/workbench/workbench-context";

const KEY_STEP = 0.02;

/** The line between the columns: drag it, or move it with the arrow keys; a double click sets it back. */
export function ColumnSplit() {
  const { desk } = useWorkbench();
  const split = useStored(desk, (state) => state.split);
  const text = useTranslations("workbench");
  const isDragging = useRef(false);

  const handlePointerDown = (event: PointerEvent<HTMLDivElement>) => {
    isDragging.current = true;
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const handlePointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const texts = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!isDragging.current || !texts || texts.width === 0) return;
    desk.set({ split: clampSplit((event.clientX - texts.left) / texts.width) });
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowLeft: split - KEY_STEP,
      ArrowRight: split + KEY_STEP,
      Home: MIN_SPLIT,
      End: MAX_SPLIT,
    };
    const next = steps[event.code];
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey)
      return;
    event.preventDefault();
    desk.set({ split: clampSplit(next) });
  };

  return (
    <div className="column-split-frame">
      <div
        role="slider"
        tabIndex={0}
        aria-orientation="horizontal"
        aria-label={text("split")}
        aria-valuemin={Math.round(MIN_SPLIT * 100)}
        aria-valuemax={Math.round(MAX_SPLIT * 100)}
        aria-valuenow={Math.round(split * 100)}
        aria-valuetext={text("split_value", {
          percent: Math.round(split * 100),
        })}
        className="column-split"
        style={{ left: `${split * 100}%` }}
        onPointerDown={handlePointerDown}
        onPointerMove={handlePointerMove}
        onPointerUp={() => {
          isDragging.current = false;
        }}
        onDoubleClick={() => desk.set({ split: 0.5 })}
        onKeyDown={handleKeyDown}
      />
    </div>
  );
}
