"use client";

import { useTranslations } from "next-intl";
import type { RowView } from "@/core/documents/views";
import { SourceTableView } from "@/components/documents/source-table-view";
import { useTerms } from "@/components/workbench/terms/use-terms";
import { SourceText } from "./source-text";

type SourceCellProps = {
  readonly row: RowView;
  readonly isFocused: boolean;
};

/** The source column of a row. */
export function SourceCell({ row, isFocused }: SourceCellProps) {
  const terms = useTerms(row);
  const text = useTranslations("workbench");
  return (
    <div className="row-source">
      {row.field !== "" && (
        <p className="row-label">
          {row.label ?? text(`field.${fieldKey(row.field)}`)}
        </p>
      )}
      <div className="text-source" lang="zh-CN" data-text="source">
        {row.table === null ? (
          <SourceText row={row} terms={terms} isFocused={isFocused} />
        ) : (
          <SourceTableView table={row.table} />
        )}
      </div>
    </div>
  );
}

const FIELDS = [
  "column",
  "issuingBody",
  "documentNumber",
  "author",
  "publisher",
  "date",
  "source",
  "sourceAddress",
] as const;

type FieldName = (typeof FIELDS)[number] | "other";

function fieldKey(field: string): FieldName {
  const name = field.replace(/-\d+$/, "");
  return FIELDS.find((known) => known === name) ?? "other";
}
