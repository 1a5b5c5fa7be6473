"use client";

import { useRow, useSummaries } from "@/components/workbench/rows/use-row";
import { useWorkbench } from "@/components/workbench/workbench-context";
import { shownText } from "@/components/workbench/find/find-matches";

/** The document's title: in English as soon as it is translated, with the Chinese at hand. */
export function DocumentName() {
  const { view } = useWorkbench();
  const title = useSummaries().find((summary) => summary.kind === "title");
  const row = useRow(title?.id ?? "");
  const english = row === null ? "" : shownText(row.target).trim();
  return (
    <h1
      className="truncate font-semibold"
      lang={english === "" ? "zh-CN" : "en"}
      title={english === "" ? view.title : `${english}\n${view.title}`}
    >
      {english === "" ? view.title : english}
    </h1>
  );
}
