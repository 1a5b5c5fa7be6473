import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Select } from "@/components/ui/field";
import {
  FONT_STYLES,
  NOTE_STYLES,
  PAPERS,
  UNAPPROVED_STYLES,
  type ExportChoice,
  type ExportOption,
  type ExportOptions,
} from "@/core/export/options";
import { FIRST_USE_FORMS } from "@/core/projects/style";
import { hasOption } from "./relevant-choice";

type OptionFieldsProps = {
  readonly choice: ExportChoice;
  /** Whether the team's remarks can be had. */
  readonly withRemarks: boolean;
  readonly disabled: boolean;
  readonly onChange: (part: Partial<ExportOptions>) => void;
};

/** The project's own form of terms at first use, in a list of choices. */
const AS_PROJECT = "project";

/** The options that the chosen format makes use of. */
export function OptionFields({
  choice,
  withRemarks,
  disabled,
  onChange,
}: OptionFieldsProps) {
  const t = useTranslations("editions.export");
  const { options } = choice;
  const has = (option: ExportOption) => hasOption(choice, option, withRemarks);
  const hasTicks = has("glossary") || has("remarks");
  return (
    <fieldset disabled={disabled} className="flex min-w-0 flex-col gap-3">
      <legend className="sr-only">{t("options")}</legend>
      <div className="grid gap-3 empty:hidden sm:grid-cols-2 lg:grid-cols-3">
        {has("notes") && (
          <OneOf
            label={t("notes")}
            value={options.notes}
            values={NOTE_STYLES}
            wordsOf={(value) => t(`note_styles.${value}`)}
            onChange={(notes) => onChange({ notes })}
          />
        )}
        {has("unapproved") && (
          <OneOf
            label={t("unapproved_english")}
            value={options.unapproved}
            values={UNAPPROVED_STYLES}
            wordsOf={(value) => t(`unapproved_styles.${value}`)}
            onChange={(unapproved) => onChange({ unapproved })}
          />
        )}
        {has("firstUse") && (
          <OneOf
            label={t("first_use")}
            value={options.firstUse ?? AS_PROJECT}
            values={[AS_PROJECT, ...FIRST_USE_FORMS]}
            wordsOf={(value) => t(`first_use_forms.${value}`)}
            onChange={(value) =>
              onChange({ firstUse: value === AS_PROJECT ? null : value })
            }
          />
        )}
        {has("paper") && (
          <OneOf
            label={t("paper")}
            value={options.paper}
            values={PAPERS}
            wordsOf={(value) => t(`papers.${value}`)}
            onChange={(paper) => onChange({ paper })}
          />
        )}
        {has("fonts") && (
          <OneOf
            label={t("fonts")}
            value={options.fonts}
            values={FONT_STYLES}
            wordsOf={(value) => t(`font_styles.${value}`)}
            onChange={(fonts) => onChange({ fonts })}
          />
        )}
      </div>
      {hasTicks && (
        <div className="flex flex-col gap-1.5">
          {has("glossary") && (
            <Tick
              checked={options.glossary}
              onChange={(glossary) => onChange({ glossary })}
            >
              {t("glossary")}
            </Tick>
          )}
          {has("remarks") && (
            <Tick
              checked={options.remarks}
              onChange={(remarks) => onChange({ remarks })}
            >
              {t("remarks")}
            </Tick>
          )}
        </div>
      )}
    </fieldset>
  );
}

type OneOfProps<V extends string> = {
  readonly label: string;
  readonly value: V;
  readonly values: readonly V[];
  readonly wordsOf: (value: V) => string;
  readonly onChange: (value: V) => void;
};

function OneOf<V extends string>({
  label,
  value,
  values,
  wordsOf,
  onChange,
}: OneOfProps<V>) {
  return (
    <Select
      label={label}
      value={value}
      onChange={(event) => {
        const chosen = values.find((known) => known === event.target.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {values.map((known) => (
        <option key={known} value={known}>
          {wordsOf(known)}
        </option>
      ))}
    </Select>
  );
}

type TickProps = {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
};

function Tick({ checked, onChange, children }: TickProps) {
  return (
    <label className="flex items-baseline gap-2.5">
      <input
        type="checkbox"
        checked={checked}
        className="size-4 translate-y-0.5 accent-vermilion"
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
