import { useTranslations } from "next-intl";
import type { ExportFormat } from "@/core/export/options";

type FormatChoiceProps = {
  readonly value: ExportFormat;
  readonly disabled: boolean;
  readonly onChange: (format: ExportFormat) => void;
};

/** The formats by what one does with them, the most wanted first. */
const GROUPS = [
  { name: "read", formats: ["pdf", "docx", "epub", "html"] },
  { name: "write", formats: ["md", "txt"] },
  {
    name: "exchange",
    formats: ["tei", "xliff21", "xliff12", "tmx", "bundle"],
  },
] as const satisfies readonly {
  readonly name: string;
  readonly formats: readonly ExportFormat[];
}[];

/** The choice of a format, with a word on what the chosen one is for. */
export function FormatChoice({ value, disabled, onChange }: FormatChoiceProps) {
  const t = useTranslations("editions.export");
  return (
    <fieldset disabled={disabled} className="min-w-0">
      <legend className="mb-1.5 text-[13px] font-medium">{t("format")}</legend>
      <div className="flex flex-col gap-1.5">
        {GROUPS.map(({ name, formats }) => (
          <div
            key={name}
            className="grid items-baseline gap-x-3 gap-y-1 sm:grid-cols-[5.5rem_minmax(0,1fr)]"
          >
            <p className="text-[13px] text-ink-3">{t(`groups.${name}`)}</p>
            <div className="flex flex-wrap gap-1.5">
              {formats.map((format) => (
                <label
                  key={format}
                  className="relative cursor-pointer rounded-md border border-line-strong px-2.5 py-1 text-[13px] has-checked:border-vermilion has-checked:bg-vermilion-wash has-checked:font-semibold has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-vermilion has-disabled:cursor-default has-disabled:opacity-60"
                >
                  <input
                    type="radio"
                    name="format"
                    value={format}
                    checked={format === value}
                    onChange={() => onChange(format)}
                    className="absolute inset-0 cursor-[inherit] appearance-none outline-none"
                  />
                  {t(`formats.${format}`)}
                </label>
              ))}
            </div>
          </div>
        ))}
      </div>
      <p className="mt-2 text-[13px] text-ink-2">
        {t(`format_hints.${value}`)}
      </p>
    </fieldset>
  );
}
