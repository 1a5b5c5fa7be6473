"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useState, type KeyboardEvent, type Ref } from "react";
import { Button } from "@/components/ui/button";
import type { Correction } from "@/core/source/correction";
import type { Doubt } from "@/core/source/doubts";
import { METADATA_KEYS, type SourceParagraph } from "@/core/source/paragraph";
import { doubtValues } from "./doubt-list";
import { RowTools } from "./row-tools";
import { SplitBox } from "./split-box";

/** More of a paragraph is not shown at rest, nor more than this when it is selected. */
const SHOWN_AT_REST = 200;
const SHOWN = 3000;
/** Longer paragraphs do not fit in the lines that are shown of a selected one. */
const LONG = 180;
/** Deeper levels share an indent, so that text keeps its measure on a phone. */
const MAX_INDENT = 4;

type ParagraphRowProps = {
  readonly ref: Ref<HTMLDivElement>;
  readonly top: number;
  readonly index: number;
  readonly paragraph: SourceParagraph;
  readonly depth: number;
  readonly doubt: Doubt | null;
  readonly isSelected: boolean;
  readonly isCutting: boolean;
  readonly onSelect: () => void;
  readonly onCut: (on: boolean) => void;
  readonly onCorrect: (correction: Correction) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

/** One paragraph: what it is, its text with marker and run-in heading shown, and, when selected, its tools. */
export function ParagraphRow(props: ParagraphRowProps) {
  const {
    ref,
    top,
    index,
    paragraph,
    depth,
    doubt,
    isSelected,
    isCutting,
    onSelect,
    onCut,
    onCorrect,
    onKeyDown,
  } = props;
  const t = useTranslations("import");
  const { kind, level } = paragraph;
  const kindName =
    level === null
      ? t(`kind_${kind}`)
      : t("kind_level", { kind: t(`kind_${kind}`), level });
  return (
    <div
      ref={ref}
      role="row"
      data-index={index}
      aria-rowindex={index + 1}
      aria-level={depth + 1}
      aria-selected={isSelected}
      tabIndex={isSelected ? 0 : -1}
      onClick={isSelected ? undefined : onSelect}
      onKeyDown={onKeyDown}
      className={`absolute inset-x-0 top-0 grid grid-cols-[2.25rem_minmax(0,1fr)] gap-x-3 border-b border-line px-1 py-2 sm:grid-cols-[2.5rem_6.5rem_minmax(0,1fr)] ${isSelected ? "bg-focus-row shadow-[inset_3px_0_0_var(--vermilion)]" : "cursor-pointer hover:bg-paper-sunk"}`}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div
        role="gridcell"
        className="pt-1 text-right text-xs text-ink-3 tabular-nums"
      >
        {index + 1}
      </div>
      <div
        role="gridcell"
        className={`text-xs sm:pt-1 ${kind === "heading" || kind === "title" ? "font-semibold text-ink" : "text-ink-3"}`}
      >
        {kindName}
      </div>
      <div
        role="gridcell"
        className="min-w-0 max-sm:col-start-2"
        style={{ paddingInlineStart: `${Math.min(depth, MAX_INDENT)}rem` }}
      >
        {isCutting ? (
          <SplitBox
            text={paragraph.text}
            start={doubt?.kind === "swallowed" ? doubt.at : null}
            onSplit={(at) => onCorrect({ kind: "split", index, at })}
            onCancel={() => onCut(false)}
          />
        ) : (
          <ParagraphText paragraph={paragraph} isSelected={isSelected} />
        )}
        {paragraph.fields.length > 0 && <FieldNames paragraph={paragraph} />}
        {doubt !== null && (
          <p className="mt-1 flex items-center gap-1.5 text-xs text-amber">
            <CircleAlert aria-hidden className="size-3.5 shrink-0" />
            {t(`doubt_${doubt.kind}`, doubtValues(doubt))}
          </p>
        )}
        {isSelected && !isCutting && (
          <RowTools
            index={index}
            paragraph={paragraph}
            onCorrect={onCorrect}
            onCut={() => onCut(true)}
          />
        )}
      </div>
    </div>
  );
}

type TextProps = {
  readonly paragraph: SourceParagraph;
  readonly isSelected: boolean;
};

const ParagraphText = memo(function ParagraphText({
  paragraph,
  isSelected,
}: TextProps) {
  const t = useTranslations("import");
  const [isWhole, setWhole] = useState(false);
  const { kind, text, marker, runIn, table } = paragraph;
  if (table !== null)
    return <TableText paragraph={paragraph} rows={isSelected ? 12 : 3} />;
  const limit = isSelected ? SHOWN : SHOWN_AT_REST;
  const from = marker?.length ?? 0;
  const runInFrom = runIn === null ? -1 : text.indexOf(runIn, from);
  const runInTo = runInFrom < 0 ? from : runInFrom + (runIn?.length ?? 0);
  const isBold = kind === "heading" || kind === "title";
  return (
    <>
      <p
        lang="zh"
        className={`text-source text-base leading-7 ${clampOf(isSelected, isWhole)} ${isBold ? "font-semibold" : ""}`}
      >
        {marker !== null && (
          <span className="font-semibold text-vermilion">{marker}</span>
        )}
        {runInFrom >= 0 && (
          <>
            {text.slice(from, runInFrom)}
            <span className="font-semibold underline decoration-line-strong decoration-2 underline-offset-4">
              {runIn}
            </span>
          </>
        )}
        {text.slice(runInTo, Math.max(runInTo, limit))}
        {text.length > limit && isSelected && (
          <span className="font-ui text-xs text-ink-3">
            {t("more_characters", { count: text.length - limit })}
          </span>
        )}
      </p>
      {isSelected && text.length > LONG && (
        <Button
          variant="quiet"
          size="small"
          className="-ml-2"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole
            ? t("show_beginning")
            : t("show_whole", { count: text.length })}
        </Button>
      )}
    </>
  );
});

/** The tools of a long paragraph stay in sight: it is opened on request. */
function clampOf(isSelected: boolean, isWhole: boolean): string {
  if (!isSelected) return "line-clamp-2";
  return isWhole ? "" : "line-clamp-5";
}

function TableText({
  paragraph,
  rows,
}: {
  paragraph: SourceParagraph;
  rows: number;
}) {
  const t = useTranslations("import");
  const all = paragraph.table?.rows ?? [];
  return (
    <div className="overflow-x-auto">
      <table lang="zh" className="source-table font-zh text-sm">
        <tbody>
          {all.slice(0, rows).map((row, place) => (
            <tr key={place}>
              {row.map((cell, column) => (
                <td
                  key={column}
                  colSpan={cell.colspan}
                  rowSpan={cell.rowspan}
                  className={cell.header ? "font-semibold" : ""}
                >
                  {cell.text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {all.length > rows && (
        <p className="text-xs text-ink-3">
          {t("more_rows", { count: all.length - rows })}
        </p>
      )}
    </div>
  );
}

function FieldNames({ paragraph }: { paragraph: SourceParagraph }) {
  const t = useTranslations("import");
  const keys = paragraph.fields.map(
    (field) =>
      METADATA_KEYS.find((key) => key === field.key.replace(/-\d+$/, "")) ??
      "other",
  );
  return (
    <p className="mt-0.5 text-xs text-ink-3">
      {paragraph.fields.map((field, place) => (
        <span key={field.key}>
          {place > 0 && " · "}
          {t(`field_${keys[place] ?? "other"}`)}:{" "}
          <span lang="zh" className="font-zh text-ink-2">
            {field.value.slice(0, 60)}
          </span>
        </span>
      ))}
    </p>
  );
}
