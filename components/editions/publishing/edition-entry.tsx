"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import type { EditionItem, PublishingView } from "@/core/editions/views";
import { ExportDialog } from "@/components/editions/export/export-dialog";
import { WithdrawEdition } from "./withdraw-edition";

type EditionEntryProps = {
  readonly view: PublishingView;
  readonly edition: EditionItem;
  /** The edition it can be compared with; null where there is none. */
  readonly before: number | null;
};

const LINK =
  "rounded text-ink-2 underline decoration-line-strong underline-offset-4 hover:text-ink";

/** One edition: number, day, who, what changed; and what can be done with it. */
export function EditionEntry({ view, edition, before }: EditionEntryProps) {
  const t = useTranslations("editions.publish.list");
  const format = useFormatter();
  const [isExporting, setExporting] = useState(false);
  const { number, slug, withdrawn, publishedBy, changes } = edition;
  const day = (moment: string) =>
    format.dateTime(new Date(moment), { dateStyle: "medium" });
  const path = `/e/${slug}/${number}`;
  return (
    <div className="flex flex-col gap-1">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <a
          href={path}
          target="_blank"
          rel="noopener"
          className={`rounded font-semibold hover:underline ${withdrawn === null ? "" : "text-ink-2 line-through"}`}
        >
          {t("edition", { number })}
        </a>
        <span className="text-[13px] text-ink-3">
          {publishedBy === null
            ? day(edition.publishedAt)
            : t("published", {
                day: day(edition.publishedAt),
                name: publishedBy,
              })}
        </span>
      </p>
      {withdrawn !== null && (
        <div className="border-l-2 border-amber pl-2.5 text-[13px]">
          <p className="font-medium text-amber">
            {t("withdrawn", {
              day: day(withdrawn.at),
              name: withdrawn.by ?? t("someone"),
            })}
          </p>
          <p lang="en" className="whitespace-pre-line text-ink-2">
            {withdrawn.reason}
          </p>
        </div>
      )}
      {changes !== "" && (
        <p
          lang="en"
          className="line-clamp-4 font-en text-[15px] leading-snug whitespace-pre-line text-ink-2 [overflow-wrap:anywhere]"
        >
          {changes}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[13px]">
        <a href={path} target="_blank" rel="noopener" className={LINK}>
          {t(withdrawn === null ? "open" : "open_tombstone")}
          <span className="sr-only"> {t("edition", { number })}</span>
        </a>
        {withdrawn === null && before !== null && (
          <a
            href={`/e/${slug}/${before}/compare/${number}`}
            target="_blank"
            rel="noopener"
            className={LINK}
          >
            {t("compare", { before })}
          </a>
        )}
        {withdrawn === null && (
          <button
            type="button"
            className={LINK}
            onClick={() => setExporting(true)}
          >
            {t("export")}
            <span className="sr-only"> {t("edition", { number })}</span>
          </button>
        )}
        {withdrawn === null && view.can.withdraw && (
          <WithdrawEdition edition={edition} className={LINK} />
        )}
      </div>
      <ExportDialog
        projectId={view.projectId}
        documentId={view.documentId}
        title={view.title}
        editionId={edition.id}
        open={isExporting}
        onOpenChange={setExporting}
      />
    </div>
  );
}
