"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { ExportWork } from "./use-export";

/** How far an export is, or what became of the last one and what to do next. */
export function ExportOutcome({ work }: { readonly work: ExportWork }) {
  const text = useTranslations("editions.export");
  const errors = useTranslations("errors");
  switch (work.kind) {
    case "at rest":
      return null;
    case "working": {
      const percent = Math.floor(100 * work.progress);
      return (
        <div className="flex items-center gap-3 py-1">
          <ProgressBar
            label={text("progress")}
            total={100}
            segments={[{ tone: "translated", value: percent }]}
            valueText={text("percent", { percent })}
            className="min-w-24 flex-1"
          />
          <p className="text-[13px] text-ink-2 tabular-nums">
            {text("progress_words", { percent })}
          </p>
        </div>
      );
    }
    case "unreachable":
      return <Notice tone="error">{text("failed_offline")}</Notice>;
    case "cancelled":
      return <Notice tone="info">{text("cancelled")}</Notice>;
    case "done":
      return (
        <Notice tone="success">
          <span className="[overflow-wrap:anywhere]">
            {text("exported", { file: work.filename })}
          </span>
        </Notice>
      );
    case "failed": {
      const key = errors.has(work.error) ? work.error : "unexpected";
      return <Notice tone="error">{errors(key)}</Notice>;
    }
  }
}
