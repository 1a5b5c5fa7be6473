"use client";

import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useReadingContext } from "./reading-context";

/** What readers cite a paragraph by; who may write goes from it to where it is written. */
export function ParagraphNumber({ number }: { readonly number: number }) {
  const t = useTranslations("notes.reading");
  const { onEdit } = useReadingContext();
  if (onEdit === null) return <span className="reading-number">{number}</span>;
  return (
    <button
      type="button"
      className="reading-number"
      aria-label={t("edit_paragraph", { number })}
      title={t("edit_paragraph", { number })}
      onClick={() => onEdit(number)}
    >
      <span aria-hidden className="reading-number-figure">
        {number}
      </span>
      <Pencil aria-hidden className="reading-number-pencil size-3" />
    </button>
  );
}
