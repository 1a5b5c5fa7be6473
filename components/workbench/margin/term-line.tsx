"use client";

import { useTranslations } from "next-intl";
import { TermKeyCap } from "@/components/workbench/keys/key-caps";
import { useCommands } from "@/components/workbench/state/commands";
import type { TermHere } from "@/components/workbench/terms/use-terms";
import { useWorkbench } from "@/components/workbench/workbench-context";
import { TermExplanation } from "./term-explanation";

type TermLineProps = {
  readonly here: TermHere;
  /** 1 for the paragraph's first term. */
  readonly place: number;
};

/** A term of the focused paragraph; pressing its rendering writes it. */
export function TermLine({ here, place }: TermLineProps) {
  const { term, count, isMissing } = here;
  const { view } = useWorkbench();
  const { insertTerm } = useCommands();
  const text = useTranslations("workbench");
  return (
    <li className="border-b border-line py-3.5 last:border-b-0">
      <div className="flex items-start justify-between gap-3">
        <p className="min-w-0">
          <span lang="zh-CN" className="font-zh text-base">
            {term.source}
          </span>{" "}
          <span lang="zh-Latn" className="ml-1 text-[13px] text-ink-2 italic">
            {term.pinyin}
          </span>
        </p>
        {place <= 9 && <TermKeyCap place={place} />}
      </div>
      {view.can.edit ? (
        <button
          type="button"
          lang="en"
          className="term-rendering"
          title={text("insert_this")}
          onClick={() => insertTerm(term)}
        >
          {term.target}
        </button>
      ) : (
        <p lang="en" className="term-rendering">
          {term.target}
        </p>
      )}
      <p className="mt-1 flex flex-wrap items-center gap-x-1.5 text-xs text-ink-2 empty:hidden">
        {isMissing && (
          <span className="rounded-full bg-amber-wash px-1.5 text-amber">
            {text("term_missing")}
          </span>
        )}
        {term.status === "proposed" && (
          <span className="rounded-full bg-indigo-wash px-1.5 text-indigo">
            {text("term_proposed")}
          </span>
        )}
        {count > 1 && <span>{text("term_count", { count })}</span>}
        <TermExplanation termId={term.id} />
      </p>
      {term.note !== "" && (
        <p className="term-note mt-0.5 text-xs text-ink-2">{term.note}</p>
      )}
    </li>
  );
}
