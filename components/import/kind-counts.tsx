"use client";

import { useTranslations } from "next-intl";
import { PARAGRAPH_KINDS, type SourceParagraph } from "@/core/source/paragraph";

/** How many paragraphs of each kind there are: "12 headings · 52 numbered paragraphs". */
export function KindCounts({
  paragraphs,
}: {
  readonly paragraphs: readonly SourceParagraph[];
}) {
  const t = useTranslations("import");
  const counts = PARAGRAPH_KINDS.map((kind) => ({
    kind,
    count: paragraphs.filter((paragraph) => paragraph.kind === kind).length,
  }));
  return (
    <p role="status" className="mb-3 flex flex-wrap gap-x-2 text-ink-2">
      <strong className="font-semibold text-ink">
        {t("count_all", { count: paragraphs.length })}
      </strong>
      {counts
        .filter(({ count }) => count > 0)
        .map(({ kind, count }) => (
          <span key={kind}>
            <span aria-hidden>· </span>
            {t(`count_${kind}`, { count })}
          </span>
        ))}
    </p>
  );
}
