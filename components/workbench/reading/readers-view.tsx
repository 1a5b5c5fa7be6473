"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { Button, Spinner } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { isComposing } from "@/components/ui/is-composing";
import { Notice } from "@/components/ui/notice";
import { prepareEdition } from "@/core/editions/prepare-edition";
import { DEFAULT_OPTIONS, type ExportLayout } from "@/core/export/options";
import { ReadingBar } from "./reading-bar";
import { ReadingList } from "./reading-list";
import { useEdition } from "./use-edition";
import { useReading } from "./use-reading";
import "@/components/editions/reading/reading.css";

/** The document as it will be published, in place of the rows in which it is written. */
export function ReadersView() {
  const t = useTranslations("notes.reading");
  const common = useTranslations("common");
  const { leave } = useReading();
  const { edition: fresh, failed, retry } = useEdition();
  const [layout, setLayout] = useState<ExportLayout>("english");
  const edition = useMemo(
    () => fresh && prepareEdition(fresh, { ...DEFAULT_OPTIONS, layout }),
    [fresh, layout],
  );

  useEffect(() => {
    const handleKeyDown = (event: KeyboardEvent) => {
      if (event.code !== "Escape" || isComposing(event)) return;
      const { target } = event;
      if (
        target instanceof Element &&
        target.closest("[role=dialog], [role=menu]")
      )
        return;
      leave();
    };
    window.addEventListener("keydown", handleKeyDown);
    return () => window.removeEventListener("keydown", handleKeyDown);
  }, [leave]);

  const again = <Button onClick={retry}>{common("retry")}</Button>;
  const isEmpty = edition !== null && edition.paragraphs.length === 0;
  return (
    <section aria-label={t("title")} className="readers-view">
      <ReadingBar
        layout={layout}
        onLayout={setLayout}
        edition={edition}
        onLeave={leave}
      />
      {edition !== null && failed && (
        <div className="reading-notice">
          <Notice tone="attention" action={again}>
            {t("stale")}
          </Notice>
        </div>
      )}
      {edition === null && failed && (
        <EmptyState title={t("failed_title")} action={again}>
          {t("failed_text")}
        </EmptyState>
      )}
      {edition === null && !failed && (
        <p role="status" className="reading-loading">
          <Spinner /> {t("loading")}
        </p>
      )}
      {isEmpty && (
        <EmptyState
          title={t("empty_title")}
          action={<Button onClick={leave}>{t("leave")}</Button>}
        >
          {t("empty_text")}
        </EmptyState>
      )}
      {edition !== null && !isEmpty && (
        <ReadingList edition={edition} layout={layout} />
      )}
    </section>
  );
}
