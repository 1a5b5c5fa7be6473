"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Doubt } from "@/core/source/doubts";
import { PlaceList } from "./place-list";

type DoubtListProps = {
  readonly doubts: readonly Doubt[];
  readonly onShow: (index: number) => void;
};

/** The places to look at before the document is stored; each leads there. */
export function DoubtList({ doubts, onShow }: DoubtListProps) {
  const t = useTranslations("import");
  if (doubts.length === 0) {
    return (
      <p className="flex items-start gap-2 text-green">
        <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
        {t("no_doubts")}
      </p>
    );
  }
  return (
    <PlaceList
      tone="amber"
      heading={
        <>
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {t("doubts", { count: doubts.length })}
        </>
      }
      places={doubts.map((doubt) => ({
        index: doubt.index,
        text: t(`doubt_${doubt.kind}`, doubtValues(doubt)),
      }))}
      onShow={onShow}
    />
  );
}

/** What a doubt's sentence names. */
export function doubtValues(doubt: Doubt): Record<string, number> {
  return doubt.kind === "gap"
    ? { expected: doubt.expected, found: doubt.found }
    : {};
}
