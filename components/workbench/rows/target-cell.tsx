"use client";

import { useTranslations } from "next-intl";
import { RichTextView } from "@/components/documents/rich-text-view";
import { useWorkbench } from "@/components/workbench/workbench-context";
import type { RowView } from "@/core/documents/views";
import { isEmptyRichText } from "@/core/text/rich-text";
import {
  drawNumber,
  drawReachedNumber,
  useMarkedTarget,
} from "@/components/workbench/notes/anchors/use-marked-target";
import { FocusedTarget } from "./focused-target";

type TargetCellProps = {
  readonly row: RowView;
  readonly isFocused: boolean;
};

/** The English column of a row: rendered text at rest, the editor where one is. */
export function TargetCell({ row, isFocused }: TargetCellProps) {
  const { view } = useWorkbench();
  const text = useTranslations("workbench");
  const target = useMarkedTarget(row);
  const hasLabel = row.field !== "";
  return (
    <div className="row-target">
      {hasLabel && <p className="row-label" aria-hidden />}
      {isFocused && view.can.edit ? (
        <FocusedTarget row={row} target={target} />
      ) : (
        <div
          role="textbox"
          aria-multiline
          aria-readonly={!view.can.edit}
          tabIndex={0}
          aria-label={text("english_of", { number: row.number })}
          lang="en"
          data-text="target"
          className="rich-text"
        >
          {isEmptyRichText(row.target) ? (
            <p className="row-empty">{text("not_translated")}</p>
          ) : (
            <RichTextView
              value={target}
              drawNote={isFocused ? drawReachedNumber : drawNumber}
            />
          )}
        </div>
      )}
      {isFocused && !view.can.edit && (
        <p className="mt-3 text-[13px] text-ink-3">{text("read_only")}</p>
      )}
    </div>
  );
}
