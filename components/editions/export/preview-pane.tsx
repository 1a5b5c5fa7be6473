"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, Spinner } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ExportPreview } from "@/core/export/job";
import type { PreviewState } from "./use-preview";

/** A page of the file as it will look. */
export function PreviewPane({ state }: { readonly state: PreviewState }) {
  const t = useTranslations("editions.export.preview");
  const errors = useTranslations("errors");
  const common = useTranslations("common");
  const { preview, isDrawing, error, retry } = state;
  const [at, setAt] = useState(0);
  const pages = preview?.kind === "pages" ? preview.pages : [];
  const page = Math.min(at, Math.max(0, pages.length - 1));
  return (
    <section aria-label={t("title")} className="flex min-w-0 flex-col gap-2">
      <header className="flex min-h-8 items-center gap-2 text-[13px]">
        <p className="flex-1 font-medium">{t("title")}</p>
        <p role="status" className="flex items-center gap-1.5 text-ink-2">
          {isDrawing && (
            <>
              <Spinner />
              {t("drawing")}
            </>
          )}
        </p>
        {pages.length > 1 && (
          <PageSwitch page={page} count={pages.length} onChange={setAt} />
        )}
      </header>
      <div
        aria-busy={isDrawing}
        className={`relative aspect-[1/1.414] overflow-hidden rounded-sm border border-line-strong bg-paper-sunk ${isDrawing && preview !== null ? "opacity-60" : ""}`}
      >
        {preview !== null && <Sheet preview={preview} page={page} />}
        {error !== null && (
          <div className="p-4">
            <Notice
              tone="info"
              action={
                <Button size="small" onClick={retry}>
                  {common("retry")}
                </Button>
              }
            >
              {errors(errors.has(error) ? error : "unexpected")}
            </Notice>
          </div>
        )}
      </div>
    </section>
  );
}

type SheetProps = { readonly preview: ExportPreview; readonly page: number };

/** What was drawn, in a way in which nothing of it can run or load anything. */
function Sheet({ preview, page }: SheetProps) {
  const t = useTranslations("editions.export.preview");
  switch (preview.kind) {
    case "pages":
      return (
        <img
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(preview.pages[page] ?? "")}`}
          alt={t("page_picture", { page: page + 1 })}
          className="size-full bg-white object-contain"
        />
      );
    case "html":
      return (
        <iframe
          title={t("frame")}
          sandbox=""
          srcDoc={preview.html}
          className="size-[167%] origin-top-left scale-60 bg-white"
        />
      );
    case "text":
      return (
        <pre
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- It scrolls; keys have to reach it.
          tabIndex={0}
          aria-label={t("frame")}
          className="size-full overflow-auto bg-paper-raised p-4 font-mono text-[11.5px] leading-relaxed [overflow-wrap:anywhere] whitespace-pre-wrap"
        >
          {preview.text}
        </pre>
      );
  }
}

type PageSwitchProps = {
  readonly page: number;
  readonly count: number;
  readonly onChange: (page: number) => void;
};

function PageSwitch({ page, count, onChange }: PageSwitchProps) {
  const t = useTranslations("editions.export.preview");
  return (
    <div className="flex items-center">
      <Button
        variant="quiet"
        size="icon"
        aria-label={t("previous")}
        disabled={page === 0}
        onClick={() => onChange(page - 1)}
      >
        <ChevronLeft aria-hidden className="size-4" />
      </Button>
      <span className="text-ink-2 tabular-nums">
        {t("place", { page: page + 1, count })}
      </span>
      <Button
        variant="quiet"
        size="icon"
        aria-label={t("next")}
        disabled={page === count - 1}
        onClick={() => onChange(page + 1)}
      >
        <ChevronRight aria-hidden className="size-4" />
      </Button>
    </div>
  );
}
