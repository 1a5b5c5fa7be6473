"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useStored } from "@/components/workbench/state/value-store";
import type { TermHere } from "@/components/workbench/terms/use-terms";
import { useWorkbench } from "@/components/workbench/workbench-context";
import { TermLine } from "./term-line";

type TermsTabProps = {
  readonly terms: readonly TermHere[];
  readonly hasRow: boolean;
};

/** The terms of the focused paragraph, with the keys that write them. */
export function TermsTab({ terms, hasRow }: TermsTabProps) {
  const text = useTranslations("workbench");
  return (
    <>
      <GlossaryFailure />
      {terms.length === 0 ? (
        <p className="px-[18px] py-4 text-ink-3">
          {text(hasRow ? "margin_no_terms" : "margin_no_row")}
        </p>
      ) : (
        <ol className="px-[18px] pb-8">
          {terms.map((here, index) => (
            <TermLine key={here.term.id} here={here} place={index + 1} />
          ))}
        </ol>
      )}
    </>
  );
}

function GlossaryFailure() {
  const { glossary } = useWorkbench();
  const failed = useStored(glossary, (state) => state.failed);
  const text = useTranslations("workbench");
  if (!failed) return null;
  return (
    <div className="flex items-center gap-2 px-[18px] pt-3 text-amber">
      {text("glossary_failed")}
      <Button size="small" onClick={() => void glossary.load(0)}>
        {text("load_again")}
      </Button>
    </div>
  );
}
