"use client";

import { useTranslations } from "next-intl";
import type { Explanation } from "@/core/notes/explanation";

/** Says that a term is explained by a note, and how far the note is. */
export function ExplanationMark({
  explanation,
}: {
  readonly explanation: Explanation;
}) {
  const t = useTranslations("glossary");
  return (
    <span
      className={`block text-[13px] ${explanation.isEmpty ? "text-amber" : "text-vermilion"}`}
    >
      {t(
        explanation.isEmpty
          ? "explained_empty"
          : `explained_${explanation.status}`,
      )}
    </span>
  );
}
