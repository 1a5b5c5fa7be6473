"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Form, textOf } from "@/components/ui/form";
import { useAction } from "@/components/ui/use-action";
import type { FirstUseForm, ProjectStyle } from "@/core/projects/style";
import { setStyle } from "@/server/actions/projects";
import { FirstUseChoice } from "./first-use-choice";

type ProjectStyleFormProps = {
  readonly projectId: string;
  readonly style: ProjectStyle;
};

/** What owners decide once for all editions of a project: terms at first use, and the rate of exchange in notes. */
export function ProjectStyleForm({ projectId, style }: ProjectStyleFormProps) {
  const t = useTranslations("projects.style");
  const common = useTranslations("common");
  const router = useRouter();
  const [firstUse, setFirstUse] = useState<FirstUseForm>(style.firstUse);
  const { isBusy, submit, error, errorOf } = useAction(setStyle);
  const rate = style.exchangeRate;
  const rateError = (field: string) => errorOf(`style.exchangeRate.${field}`);

  async function handleSubmit(values: FormData) {
    const outcome = await submit({
      projectId,
      style: { ...style, firstUse, exchangeRate: readRate(values) },
    });
    if (!outcome.ok) return;
    toast.success(t("saved"));
    router.refresh();
  }

  return (
    <Form
      error={error}
      onSubmit={(values) => void handleSubmit(values)}
      className="flex flex-col gap-5"
    >
      <FirstUseChoice value={firstUse} onChange={setFirstUse} />
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
            error={rateError("yuanPerDollar") && t("rate_yuan_error")}
          />
          <TextField
            label={t("rate_date")}
            name="date"
            type="date"
            defaultValue={rate?.date ?? ""}
            error={rateError("date") && t("rate_date_error")}
          />
          <TextField
            label={t("rate_source")}
            name="source"
            autoComplete="off"
            maxLength={200}
            placeholder={t("rate_source_example")}
            defaultValue={rate?.source ?? ""}
            error={rateError("source")}
          />
        </div>
      </fieldset>
      <Button type="submit" busy={isBusy} className="self-start">
        {common("save")}
      </Button>
    </Form>
  );
}

/** The rate as it was typed; null where all of it was left empty. */
function readRate(values: FormData): ProjectStyle["exchangeRate"] {
  const yuan = textOf(values, "yuan").trim().replace(",", ".");
  const date = textOf(values, "date");
  const source = textOf(values, "source").trim();
  if (yuan === "" && date === "" && source === "") return null;
  return { yuanPerDollar: Number(yuan === "" ? "0" : yuan), date, source };
}
