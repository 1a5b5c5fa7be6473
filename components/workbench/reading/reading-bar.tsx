"use client";

import { PenLine, Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { KeyCaps } from "@/components/workbench/keys/key-caps";
import type { Edition } from "@/core/editions/edition";
import { EXPORT_LAYOUTS, type ExportLayout } from "@/core/export/options";

type ReadingBarProps = {
  readonly layout: ExportLayout;
  readonly onLayout: (layout: ExportLayout) => void;
  /** Null until it is here. */
  readonly edition: Edition | null;
  readonly onLeave: () => void;
};

/** Above the text that is read: what one sees, in which layout, on paper, and the way back. */
export function ReadingBar({
  layout,
  onLayout,
  edition,
  onLeave,
}: ReadingBarProps) {
  const t = useTranslations("notes.reading");
  return (
    <div className="reading-bar">
      <p className="min-w-0 flex-1 truncate text-[13px] text-ink-2">
        <span className="font-medium text-ink max-md:sr-only">
          {t("title")}
        </span>
        {edition !== null && (
          <span className="ml-2 max-md:hidden">
            {t("notes_count", { count: edition.notes.length })}
          </span>
        )}
      </p>
      <div
        role="radiogroup"
        aria-label={t("layout")}
        className="reading-switch"
      >
        {EXPORT_LAYOUTS.map((value) => (
          <label key={value}>
            <input
              type="radio"
              name="reading-layout"
              value={value}
              checked={value === layout}
              onChange={() => onLayout(value)}
              className="sr-only"
            />
            {t(`layouts.${value}`)}
          </label>
        ))}
      </div>
      <Button
        variant="quiet"
        size="icon"
        aria-label={t("print")}
        title={t("print")}
        disabled={edition === null}
        onClick={() => window.print()}
      >
        <Printer aria-hidden className="size-4" />
      </Button>
      <Button size="small" onClick={onLeave}>
        <PenLine aria-hidden className="size-3.5" />
        {t("leave")}
        <span className="max-md:hidden">
          <KeyCaps name="read" />
        </span>
      </Button>
    </div>
  );
}
