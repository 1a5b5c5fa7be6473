"use client";

import { useTranslations } from "next-intl";
import { Fragment, useMemo } from "react";
import { placeForms, writeForms } from "@/core/editions/forms";
import { FIRST_USE_FORMS, type FirstUseForm } from "@/core/projects/style";
import { richTextFromPlain } from "@/core/text/rich-text";

type FirstUseChoiceProps = {
  readonly value: FirstUseForm;
  readonly onChange: (form: FirstUseForm) => void;
};

/** Always of Chinese and English: it is what readers of an edition get. */
const EXAMPLE = {
  rendering: "Five-Chain Integration",
  source: "五链融合",
  pinyin: "wǔliàn rónghé",
};
const SENTENCE = richTextFromPlain(
  `We will press on with ${EXAMPLE.rendering} in all fields.`,
);
const PLACES = placeForms(SENTENCE, [EXAMPLE]);

/** How terms appear where the English uses them first, each way with the sentence it makes. */
export function FirstUseChoice({ value, onChange }: FirstUseChoiceProps) {
  const t = useTranslations("projects.style");
  const forms = FIRST_USE_FORMS.map((form) => ({
    form,
    name: t(`forms.${form}`),
  }));
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-[13px] font-medium">{t("first_use")}</legend>
      <p className="mb-2 text-[13px] text-ink-2">{t("first_use_hint")}</p>
      <div className="grid gap-2">
        {forms.map(({ form, name }) => (
          <label
            key={form}
            className="grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-3 rounded-md border border-line-strong px-3 py-2 has-checked:border-vermilion has-checked:bg-vermilion-wash has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-vermilion"
          >
            <input
              type="radio"
              name="first-use"
              value={form}
              checked={form === value}
              onChange={() => onChange(form)}
              className="accent-vermilion outline-none"
            />
            <span className="font-medium">{name}</span>
            <span
              lang="en"
              className="col-start-2 font-en text-[16px] text-ink-2"
            >
              <Example form={form} />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A sentence in one of the forms, made as editions are made. */
function Example({ form }: { readonly form: FirstUseForm }) {
  const [block] = useMemo(
    () => writeForms(SENTENCE, PLACES, form).blocks,
    [form],
  );
  if (block?.kind !== "paragraph") return null;
  return block.runs.map((run, at) =>
    run.kind === "text" ? (
      <Fragment key={at}>
        {run.marks.includes("italic") ? <em>{run.text}</em> : run.text}
      </Fragment>
    ) : null,
  );
}
