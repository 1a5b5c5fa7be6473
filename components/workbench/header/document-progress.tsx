"use client";

import { useTranslations } from "next-intl";
import { useDeferredValue, useMemo } from "react";
import { ProgressBar } from "@/components/ui/progress-bar";
import {
  useIsComplete,
  useSummaries,
} from "@/components/workbench/rows/use-row";
import { countProgress } from "@/core/documents/progress";

/** How far the document is: a bar, and the same in words. */
export function DocumentProgress() {
  const summaries = useDeferredValue(useSummaries());
  const isComplete = useIsComplete();
  const text = useTranslations("workbench");
  const progress = useMemo(() => countProgress(summaries), [summaries]);
  const { paragraphs, draft, translated, approved } = progress;
  const inParagraphs = text("progress_paragraphs", {
    done: translated + approved,
    total: paragraphs,
  });
  const inCharacters = text("progress_characters", {
    percent: percentOf(progress.charactersDone, progress.characters),
    total: progress.characters,
  });
  if (!isComplete) return <div className="workbench-progress" />;
  return (
    <div
      className="workbench-progress"
      title={text("progress_parts", { approved, translated, draft })}
    >
      <ProgressBar
        label={text("progress")}
        total={paragraphs}
        segments={[
          { tone: "approved", value: approved },
          { tone: "translated", value: translated },
          { tone: "draft", value: draft },
        ]}
        valueText={inParagraphs}
      />
      <p className="truncate text-[13px] text-ink-2 tabular-nums">
        {inParagraphs}
        <span className="max-2xl:sr-only">
          {" · "}
          {inCharacters}
        </span>
      </p>
    </div>
  );
}

/** Whole percents; 100 only when nothing is left. */
function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((100 * part) / whole);
}
