"use client";

import { useTranslations } from "next-intl";
import { useStored } from "@/components/workbench/state/value-store";
import { useTerms } from "@/components/workbench/terms/use-terms";
import { useWorkbench } from "@/components/workbench/workbench-context";
import { Button } from "@/components/ui/button";
import { TermLine } from "./term-line";
import { useFocusedRow } from "./use-focused-row";

/** What explains the focused paragraph: its terms, with the keys that write them. */
export function Margin() {
  const row = useFocusedRow();
  const { terms } = useTerms(row);
  const text = useTranslations("workbench");
  return (
    <section aria-label={text("terms_here")}>
      <h2 className="margin-title">
        {text("terms")}
        <span className="text-xs font-normal text-ink-3 tabular-nums">
          {terms.length}
        </span>
      </h2>
      <GlossaryFailure />
      {terms.length === 0 ? (
        <p className="px-[18px] py-4 text-ink-3">
          {text(row === null ? "margin_no_row" : "margin_no_terms")}
        </p>
      ) : (
        <ol className="px-[18px] pb-8">
          {terms.map((here, index) => (
            <TermLine key={here.term.id} here={here} place={index + 1} />
          ))}
        </ol>
      )}
    </section>
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
