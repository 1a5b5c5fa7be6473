"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { TextField } from "@/components/ui/field";
import { KNOWN_LICENCES } from "@/core/editions/licences";
import type { Licence } from "@/core/editions/publication";

type LicenceChoiceProps = {
  /** Without a name: none. */
  readonly value: Licence;
  readonly onChange: (licence: Licence) => void;
  readonly errorAt: (part: "name" | "address") => string | undefined;
};

/** The licence of editions that say nothing else: a common one, offered while one types, or any other. */
export function LicenceChoice({
  value,
  onChange,
  errorAt,
}: LicenceChoiceProps) {
  const t = useTranslations("projects.style");
  const listId = useId();

  function handleName(name: string) {
    const known = KNOWN_LICENCES.find((licence) => licence.name === name);
    onChange(known ?? { ...value, name });
  }

  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-[13px] font-medium">{t("licence")}</legend>
      <p className="mb-2 text-[13px] text-ink-2">{t("licence_hint")}</p>
      <div className="grid gap-3 sm:grid-cols-[14rem_minmax(0,1fr)]">
        <TextField
          label={t("licence_name")}
          value={value.name}
          list={listId}
          maxLength={200}
          autoComplete="off"
          placeholder={KNOWN_LICENCES[0].name}
          error={errorAt("name")}
          onChange={(event) => handleName(event.target.value)}
        />
        <TextField
          label={t("licence_address")}
          value={value.address}
          type="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          error={errorAt("address")}
          onChange={(event) =>
            onChange({ ...value, address: event.target.value })
          }
        />
      </div>
      <datalist id={listId}>
        {KNOWN_LICENCES.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </fieldset>
  );
}
