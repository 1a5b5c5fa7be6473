"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { Form, textOf } from "@/components/ui/form";
import { useAction } from "@/components/ui/use-action";
import {
  ENGLISHES,
  type FirstUseForm,
  type ProjectStyle,
} from "@/core/projects/style";
import { setStyle } from "@/server/actions/projects";
import { BlockingChecks, readBlocking } from "./blocking-checks";
import { ExchangeRate, readRate } from "./exchange-rate";
import { FirstUseChoice } from "./first-use-choice";
import { LicenceChoice } from "./licence-choice";

type ProjectStyleFormProps = {
  readonly projectId: string;
  readonly style: ProjectStyle;
};

/** What owners decide once for all editions of a project. */
export function ProjectStyleForm({ projectId, style }: ProjectStyleFormProps) {
  const t = useTranslations("projects.style");
  const common = useTranslations("common");
  const router = useRouter();
  const [firstUse, setFirstUse] = useState<FirstUseForm>(style.firstUse);
  const [licence, setLicence] = useState(style.licence);
  const { isBusy, submit, error, errorOf } = useAction(setStyle);

  async function handleSubmit(values: FormData) {
    const english = textOf(values, "english");
    const outcome = await submit({
      projectId,
      style: {
        version: 2,
        firstUse,
        exchangeRate: readRate(values),
        english: ENGLISHES.find((known) => known === english) ?? style.english,
        blocking: readBlocking(values),
        namesIndex: values.get("names") !== null,
        licence,
      },
    });
    if (!outcome.ok) return;
    toast.success(t("saved"));
    router.refresh();
  }

  return (
    <Form
      error={error}
      onSubmit={(values) => void handleSubmit(values)}
      className="flex flex-col gap-6"
    >
      <Select
        label={t("english")}
        hint={t("english_hint")}
        name="english"
        defaultValue={style.english}
        className="max-w-56"
      >
        {ENGLISHES.map((english) => (
          <option key={english} value={english}>
            {t(`englishes.${english}`)}
          </option>
        ))}
      </Select>
      <FirstUseChoice value={firstUse} onChange={setFirstUse} />
      <fieldset className="min-w-0">
        <legend className="mb-1 text-[13px] font-medium">{t("names")}</legend>
        <label className="flex items-baseline gap-2">
          <input
            type="checkbox"
            name="names"
            defaultChecked={style.namesIndex}
            className="size-4 shrink-0 translate-y-0.5 accent-vermilion"
          />
          <span>
            {t("names_wanted")}
            <span className="block text-[13px] text-ink-2">
              {t("names_hint")}
            </span>
          </span>
        </label>
      </fieldset>
      <BlockingChecks blocking={style.blocking} />
      <LicenceChoice
        value={licence}
        onChange={setLicence}
        errorAt={(part) => errorOf(`style.licence.${part}`)}
      />
      <ExchangeRate
        rate={style.exchangeRate}
        errorAt={(part) => errorOf(`style.exchangeRate.${part}`)}
      />
      <Button type="submit" busy={isBusy} className="self-start">
        {common("save")}
      </Button>
    </Form>
  );
}
