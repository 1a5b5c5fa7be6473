"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import type { CsvGlossary } from "@/core/glossary/csv";
import type { ImportPlan } from "@/core/glossary/import-plan";
import type { TermView } from "@/core/glossary/term";

type ImportPreviewProps = {
  /** Null: the text does not name its columns. */
  readonly file: CsvGlossary | null;
  readonly plan: ImportPlan | null;
};

/** The most entries of each kind that are shown one by one. */
const SHOWN = 20;

/** What an import will add and change, and which rows it cannot take. */
export function ImportPreview({ file, plan }: ImportPreviewProps) {
  const t = useTranslations("glossary");
  const errors = useTranslations("errors");
  if (file === null || plan === null)
    return <Notice tone="attention">{errors("csv_header_missing")}</Notice>;
  const { additions, updates, unchanged, keptProposed } = plan;
  const isIdle = additions.length + updates.length === 0;
  return (
    <div className="flex flex-col gap-3" role="status">
      <p className="flex flex-wrap gap-x-4 font-medium tabular-nums">
        {isIdle && <span>{t("import_nothing")}</span>}
        {additions.length > 0 && (
          <span>{t("import_new", { count: additions.length })}</span>
        )}
        {updates.length > 0 && (
          <span>{t("import_changed", { count: updates.length })}</span>
        )}
        {unchanged > 0 && (
          <span className="text-ink-2">
            {t("import_unchanged", { count: unchanged })}
          </span>
        )}
        {file.problems.length > 0 && (
          <span className="text-amber">
            {t("import_rejected", { count: file.problems.length })}
          </span>
        )}
      </p>
      {keptProposed > 0 && (
        <Notice tone="info">
          {t("import_kept_proposed", { count: keptProposed })}
        </Notice>
      )}
      <Part title={t("import_problems")} count={file.problems.length}>
        {file.problems.slice(0, SHOWN).map(({ line, message, source }) => (
          <li key={`${line}-${message}`} className="flex gap-3">
            <span className="w-20 shrink-0 text-amber tabular-nums">
              {t("import_line", { line })}
            </span>
            <span className="min-w-0">
              {source !== "" && <Chinese text={source} />} {errors(message)}
            </span>
          </li>
        ))}
      </Part>
      <Part title={t("import_changes")} count={updates.length}>
        {updates.slice(0, SHOWN).map(({ before, after }) => (
          <Change key={before.id} before={before} after={after} />
        ))}
      </Part>
      <Part title={t("import_additions")} count={additions.length}>
        {additions
          .slice(0, SHOWN)
          .map(({ normalized, source, target, newStatus, category }) => (
            <li key={normalized} className="flex flex-wrap gap-x-3">
              <Chinese text={source} />
              <span lang="en" className="font-en">
                {target}
              </span>
              <span className="text-[13px] text-ink-3">
                {t(newStatus)}
                {category !== null &&
                  category !== "term" &&
                  ` · ${t(`categories.${category}`)}`}
              </span>
            </li>
          ))}
      </Part>
    </div>
  );
}

function Part({
  title,
  count,
  children,
}: {
  readonly title: string;
  readonly count: number;
  readonly children: ReactNode;
}) {
  const t = useTranslations("glossary");
  if (count === 0) return null;
  return (
    <section>
      <h3 className="mb-1 border-b border-line pb-1 text-[13px] font-medium text-ink-2">
        {title}
      </h3>
      <ul className="flex flex-col gap-1 [overflow-wrap:anywhere]">
        {children}
        {count > SHOWN && (
          <li className="text-ink-3">
            {t("import_more", { count: count - SHOWN })}
          </li>
        )}
      </ul>
    </section>
  );
}

function Change({
  before,
  after,
}: {
  readonly before: TermView;
  readonly after: TermView;
}) {
  const t = useTranslations("glossary");
  const fields = (["source", "target", "pinyin", "note"] as const).filter(
    (field) => before[field] !== after[field],
  );
  return (
    <li>
      <Chinese text={after.source} />{" "}
      {fields.map((field) => (
        <span key={field} className="mr-3">
          {field !== "source" && (
            <span className="text-ink">
              {after[field] === "" ? "—" : after[field]}
            </span>
          )}{" "}
          <span className="text-[13px] text-ink-3">
            {t("was", { text: before[field] === "" ? "—" : before[field] })}
          </span>
        </span>
      ))}
      {before.category !== after.category && (
        <span className="mr-3 text-[13px] text-ink-2">
          {t(`categories.${before.category}`)} →{" "}
          {t(`categories.${after.category}`)}
        </span>
      )}
      {before.status !== after.status && (
        <span className="text-[13px] text-ink-2">
          {t(before.status)} → {t(after.status)}
        </span>
      )}
    </li>
  );
}

function Chinese({ text }: { readonly text: string }) {
  return (
    <span lang="zh-CN" className="font-zh">
      {text}
    </span>
  );
}
