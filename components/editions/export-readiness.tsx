"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Spinner } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ExportView } from "@/core/editions/edition";

/** Says how much of a document is translated and approved, as of now. */
export function ExportReadiness({ address }: { readonly address: string }) {
  const text = useTranslations("editions");
  const [view, setView] = useState<ExportView | "counting" | "failed">(
    "counting",
  );

  useEffect(() => {
    const abort = new AbortController();
    fetch(`${address}/summary`, { signal: abort.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(`status ${response.status}`);
        setView((await response.json()) as ExportView);
      })
      .catch(() => {
        if (!abort.signal.aborted) setView("failed");
      });
    return () => abort.abort();
  }, [address]);

  if (view === "counting")
    return (
      <p
        role="status"
        className="flex min-h-10 items-center gap-2 px-3 py-2 text-ink-2"
      >
        <Spinner />
        {text("counting")}
      </p>
    );
  if (view === "failed")
    return <Notice tone="info">{text("count_failed")}</Notice>;
  const { paragraphs, untranslated, unapproved } = view;
  if (untranslated === 0 && unapproved === 0)
    return <Notice tone="success">{text("complete", { paragraphs })}</Notice>;
  return (
    <Notice tone="attention">
      {untranslated > 0 && (
        <p>{text("untranslated", { untranslated, paragraphs })}</p>
      )}
      {unapproved > 0 && (
        <p>{text("unapproved", { unapproved, paragraphs })}</p>
      )}
    </Notice>
  );
}
