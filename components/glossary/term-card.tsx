import { useTranslations } from "next-intl";
import type { TermView } from "@/core/glossary/term";
import { TermStatusMark } from "./term-status";

/** What a term shows on hover and focus: how it is read, how it is rendered, how sure that is, and why. */
export function TermCard({ term }: { readonly term: TermView }) {
  const t = useTranslations("glossary");
  return (
    <div className="flex flex-col gap-1.5">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span lang="zh-CN" className="font-zh text-lg">
          {term.source}
        </span>
        <span lang="zh-Latn" className="text-ink-2 italic">
          {term.pinyin}
        </span>
      </p>
      <p lang="en" className="font-en text-base leading-snug">
        {term.target}
      </p>
      {term.note !== "" && (
        <p className="line-clamp-6 text-[13px] whitespace-pre-line text-ink-2 [overflow-wrap:anywhere]">
          {term.note}
        </p>
      )}
      <p className="flex flex-wrap gap-x-3">
        <TermStatusMark status={term.status} />
        {term.category !== "term" && (
          <span className="text-[13px] text-ink-2">
            {t(`categories.${term.category}`)}
          </span>
        )}
      </p>
    </div>
  );
}
