import { useTranslations } from "next-intl";
import { TextField } from "@/components/ui/field";
import { textOf } from "@/components/ui/form";
import type { ProjectStyle } from "@/core/projects/style";

type ExchangeRateProps = {
  readonly rate: ProjectStyle["exchangeRate"];
  readonly errorAt: (
    part: "yuanPerDollar" | "date" | "source",
  ) => string | undefined;
};

/** The rate at which notes give yuan in dollars. */
export function ExchangeRate({ rate, errorAt }: ExchangeRateProps) {
  const t = useTranslations("projects.style");
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-[13px] font-medium">{t("rate")}</legend>
      <p className="mb-2 text-[13px] text-ink-2">{t("rate_hint")}</p>
      <div className="grid gap-3 sm:grid-cols-[10rem_11rem_minmax(0,1fr)]">
        <TextField
          label={t("rate_yuan")}
          name="yuan"
          inputMode="decimal"
          autoComplete="off"
          placeholder={t("rate_example")}
          defaultValue={rate?.yuanPerDollar ?? ""}
          error={errorAt("yuanPerDollar") && t("rate_yuan_error")}
        />
        <TextField
          label={t("rate_date")}
          name="date"
          type="date"
          defaultValue={rate?.date ?? ""}
          error={errorAt("date") && t("rate_date_error")}
        />
        <TextField
          label={t("rate_source")}
          name="source"
          autoComplete="off"
          maxLength={200}
          placeholder={t("rate_source_example")}
          defaultValue={rate?.source ?? ""}
          error={errorAt("source")}
        />
      </div>
    </fieldset>
  );
}

/** Reads the rate as it was typed; null where all of it was left empty. */
export function readRate(values: FormData): ProjectStyle["exchangeRate"] {
  const yuan = textOf(values, "yuan").trim().replace(",", ".");
  const date = textOf(values, "date");
  const source = textOf(values, "source").trim();
  if (yuan === "" && date === "" && source === "") return null;
  return { yuanPerDollar: Number(yuan === "" ? "0" : yuan), date, source };
}
