"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Correction } from "@/core/source/correction";
import {
  PARAGRAPH_KINDS,
  type ParagraphKind,
  type SourceParagraph,
} from "@/core/source/paragraph";

const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const CHOICE =
  "h-7 rounded-md border border-line-strong bg-paper-raised px-1.5 text-[13px]";

type RowToolsProps = {
  readonly index: number;
  readonly paragraph: SourceParagraph;
  readonly onCorrect: (correction: Correction) => void;
  readonly onCut: () => void;
};

/** The corrections of the selected paragraph. */
export function RowTools({
  index,
  paragraph,
  onCorrect,
  onCut,
}: RowToolsProps) {
  const t = useTranslations("import");
  const { kind, level, runIn, table } = paragraph;
  const kinds = PARAGRAPH_KINDS.filter(
    (other) => other !== "table" || table !== null,
  );
  return (
    <div
      role="group"
      aria-label={t("tools", { number: index + 1 })}
      className="mt-2 flex flex-wrap items-center gap-1.5"
    >
      <select
        aria-label={t("kind")}
        className={CHOICE}
        value={kind}
        onChange={(event) =>
          onCorrect({
            kind: "set-kind",
            index,
            to: event.target.value as ParagraphKind,
          })
        }
      >
        {kinds.map((other) => (
          <option key={other} value={other}>
            {t(`kind_${other}`)}
          </option>
        ))}
      </select>
      {kind === "heading" && (
        <select
          aria-label={t("level")}
          className={CHOICE}
          value={level ?? 1}
          onChange={(event) =>
            onCorrect({
              kind: "set-level",
              index,
              level: Number(event.target.value),
            })
          }
        >
          {LEVELS.map((number) => (
            <option key={number} value={number}>
              {t("level_number", { level: number })}
            </option>
          ))}
        </select>
      )}
      {kind === "numbered" && (
        <Button
          size="small"
          aria-pressed={runIn !== null}
          onClick={() =>
            onCorrect({ kind: "set-run-in", index, on: runIn === null })
          }
        >
          {runIn === null ? t("run_in") : t("no_run_in")}
        </Button>
      )}
      {table === null && index > 0 && (
        <Button
          size="small"
          onClick={() => onCorrect({ kind: "merge", index })}
        >
          {t("merge")}
        </Button>
      )}
      {table === null && (
        <Button size="small" onClick={onCut}>
          {t("split")}
        </Button>
      )}
      <Button
        size="small"
        variant="quiet"
        onClick={() => onCorrect({ kind: "drop", index })}
      >
        {t("drop_paragraph")}
      </Button>
    </div>
  );
}
