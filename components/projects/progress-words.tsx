import { useFormatter, useTranslations } from "next-intl";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { Progress } from "@/core/documents/views";

/** How far a document or project is: a bar, and the same in paragraphs and Chinese characters. */
export function ProgressWords({ progress }: { readonly progress: Progress }) {
  const t = useTranslations("projects");
  const format = useFormatter();
  const {
    paragraphs,
    draft,
    translated,
    approved,
    characters,
    charactersDone,
  } = progress;
  if (paragraphs === 0)
    return <p className="text-[13px] text-ink-3">{t("progress_none")}</p>;
  const done = t("progress_paragraphs", {
    done: translated + approved,
    total: paragraphs,
  });
  // Rounded down: all is done only when all is done.
  const share =
    characters === 0
      ? 0
      : Math.floor((100 * charactersDone) / characters) / 100;
  const percent = format.number(share, { style: "percent" });
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[13px] text-ink-2">
      <ProgressBar
        label={t("progress_label")}
        total={paragraphs}
        valueText={done}
        segments={[
          { tone: "approved", value: approved },
          { tone: "translated", value: translated },
          { tone: "draft", value: draft },
        ]}
      />
      <span>
        {done} ·{" "}
        {t("progress_characters", {
          percent,
          characters: format.number(characters),
        })}
      </span>
    </div>
  );
}
