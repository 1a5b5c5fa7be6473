"use client";

import { ChevronRight, CircleX, Info, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { Severity } from "@/core/editions/finding";
import type { FindingGroup } from "@/components/editions/publishing/sort-findings";
import { FindingLine } from "./finding-line";

const SIGNS = {
  error: { Icon: CircleX, tone: "text-vermilion" },
  warning: { Icon: TriangleAlert, tone: "text-amber" },
  information: { Icon: Info, tone: "text-ink-3" },
} as const satisfies Record<Severity, unknown>;

/** Shown before one asks for more, and how many more each time. */
const FIRST = 6;
const MORE = 200;

type FindingGroupProps = {
  readonly group: FindingGroup;
  /** The address of the document. */
  readonly document: string;
};

/** What one check found: a line each, folded away where nothing is kept back by it and it is much. */
export function FindingGroupView({ group, document }: FindingGroupProps) {
  const t = useTranslations("editions.publish.checks");
  const { check, severity, isBlocking, findings, count } = group;
  const { Icon, tone } = SIGNS[severity];
  const [shown, setShown] = useState(FIRST);
  const rest = findings.length - shown;
  const unlisted = count - findings.length;
  return (
    <details
      className="group/check py-2"
      open={isBlocking || severity === "error" || count <= FIRST}
    >
      <summary className="flex list-none items-center gap-2 rounded py-1 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-ink-3 transition-transform duration-100 group-open/check:rotate-90"
        />
        <Icon aria-hidden className={`size-4 shrink-0 ${tone}`} />
        <span className="sr-only">{t(`severity.${severity}`)}</span>
        <span className="font-medium">{t(`check.${check}`)}</span>
        <span className="text-ink-2 tabular-nums">
          {t("group_count", { count })}
        </span>
        {isBlocking && (
          <span className="ml-auto rounded-sm bg-vermilion-wash px-1.5 text-[12px] font-medium text-vermilion">
            {t("blocks")}
          </span>
        )}
      </summary>
      <p className="mb-1 pl-6 text-[13px] text-ink-2">{t(`why.${check}`)}</p>
      <ul className="pl-6">
        {findings.slice(0, shown).map((finding, at) => (
          // A paragraph can lack several terms: only its place tells a finding from the others.
          <li key={at}>
            <FindingLine finding={finding} document={document} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button
          variant="quiet"
          size="small"
          className="mt-1 ml-4"
          onClick={() => setShown(shown + MORE)}
        >
          {t("more", { count: Math.min(rest, MORE) })}
        </Button>
      )}
      {rest <= 0 && unlisted > 0 && (
        <p className="mt-1 pl-6 text-[13px] text-ink-2">
          {t("unlisted", { count: unlisted })}
        </p>
      )}
    </details>
  );
}
