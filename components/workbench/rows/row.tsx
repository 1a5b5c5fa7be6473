"use client";

import { memo, useCallback } from "react";
import { useTranslations } from "next-intl";
import type { RowView } from "@/core/documents/views";
import { useStored } from "@/components/workbench/state/value-store";
import { useWorkbench } from "@/components/workbench/workbench-context";
import { RowGutter } from "./row-gutter";
import { RowPlaceholder } from "./row-placeholder";
import { SourceCell } from "./source-cell";
import { TargetCell } from "./target-cell";
import { useRow } from "./use-row";

type RowProps = {
  readonly id: string;
  readonly index: number;
  readonly count: number;
  /** The guessed height, for as long as the texts are not here. */
  readonly height: number;
  readonly register: (index: number, element: HTMLElement) => () => void;
};

/** One paragraph beside its English. */
export const Row = memo(function Row({
  id,
  index,
  count,
  height,
  register,
}: RowProps) {
  const { desk, rows } = useWorkbench();
  const row = useRow(id);
  const isFocused = useStored(desk, (state) => state.focusedId === id);
  const text = useTranslations("workbench");
  const summary = row ?? rows.summary(id);
  const ref = useCallback(
    (element: HTMLElement | null) =>
      element === null ? undefined : register(index, element),
    [register, index],
  );
  if (summary === null) return null;
  return (
    <div
      ref={ref}
      role="listitem"
      aria-posinset={index + 1}
      aria-setsize={count}
      aria-label={text("paragraph", { number: summary.number })}
      aria-current={isFocused || undefined}
      tabIndex={-1}
      data-index={index}
      data-row={id}
      data-kind={summary.kind}
      data-level={summary.level ?? undefined}
      className="row"
    >
      <RowGutter row={summary} />
      {row === null ? (
        <RowPlaceholder height={height} />
      ) : (
        <Texts row={row} isFocused={isFocused} />
      )}
    </div>
  );
});

const Texts = memo(function Texts({
  row,
  isFocused,
}: {
  readonly row: RowView;
  readonly isFocused: boolean;
}) {
  return (
    <>
      <SourceCell row={row} isFocused={isFocused} />
      <TargetCell row={row} isFocused={isFocused} />
    </>
  );
});
