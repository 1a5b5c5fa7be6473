"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { Doubt } from "@/core/source/doubts";

/** So many places fit beside the text; the rest is shown on request. */
const FEW = 6;

type DoubtListProps = {
  readonly doubts: readonly Doubt[];
  readonly onShow: (index: number) => void;
};

/** The places to look at before the document is stored; each leads there. */
export function DoubtList({ doubts, onShow }: DoubtListProps) {
  const t = useTranslations("import");
  const [showsAll, setShowsAll] = useState(false);
  if (doubts.length === 0) {
    return (
      <p className="flex items-start gap-2 text-green">
        <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
        {t("no_doubts")}
      </p>
    );
  }
  const shown = showsAll ? doubts.slice(0, 500) : doubts.slice(0, FEW);
  return (
    <section
      aria-labelledby="doubts"
      className="rounded-lg border border-amber bg-amber-wash p-3"
    >
      <h2
        id="doubts"
        className="mb-1 flex items-center gap-2 font-semibold text-amber"
      >
        <CircleAlert aria-hidden className="size-4" />
        {t("doubts", { count: doubts.length })}
      </h2>
      <ul className={showsAll ? "max-h-72 overflow-y-auto" : ""}>
        {shown.map((doubt) => (
          <li key={`${doubt.kind}-${doubt.index ?? "all"}`}>
            {doubt.index === null ? (
              <p className="px-1 py-1 text-amber">{t(`doubt_${doubt.kind}`)}</p>
            ) : (
              <DoubtButton doubt={doubt} index={doubt.index} onShow={onShow} />
            )}
          </li>
        ))}
      </ul>
      {doubts.length > FEW && (
        <Button
          variant="quiet"
          size="small"
          onClick={() => setShowsAll(!showsAll)}
        >
          {showsAll ? t("fewer") : t("all_doubts", { count: doubts.length })}
        </Button>
      )}
    </section>
  );
}

function DoubtButton({
  doubt,
  index,
  onShow,
}: {
  doubt: Doubt;
  index: number;
  onShow: (index: number) => void;
}) {
  const t = useTranslations("import");
  return (
    <button
      type="button"
      onClick={() => onShow(index)}
      className="flex w-full gap-2 rounded px-1 py-1 text-left text-amber hover:bg-paper-raised"
    >
      <span className="min-w-8 shrink-0 text-right tabular-nums">
        {index + 1}
      </span>
      <span className="underline decoration-dotted underline-offset-2">
        {t(`doubt_${doubt.kind}`, doubtValues(doubt))}
      </span>
    </button>
  );
}

/** What a doubt's sentence names. */
export function doubtValues(doubt: Doubt): Record<string, number> {
  return doubt.kind === "gap"
    ? { expected: doubt.expected, found: doubt.found }
    : {};
}
