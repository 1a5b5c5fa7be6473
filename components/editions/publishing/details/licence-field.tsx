"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Select, TextField } from "@/components/ui/field";
import { KNOWN_LICENCES, knownLicence } from "@/core/editions/licences";
import type { Licence } from "@/core/editions/publication";

type LicenceFieldProps = {
  readonly value: Licence | null;
  readonly errorAt: (part: "name" | "address") => string | undefined;
  readonly onChange: (licence: Licence | null) => void;
};

const BY_PROJECT = "project";
const OTHER = "other";

/** Under which terms editions may be used: as the project says, a common licence, or any other. */
export function LicenceField({ value, errorAt, onChange }: LicenceFieldProps) {
  const t = useTranslations("editions.publish.details");
  const known = value === null ? null : knownLicence(value);
  const [isOther, setOther] = useState(value !== null && known === null);

  function choose(chosen: string) {
    setOther(chosen === OTHER);
    if (chosen === BY_PROJECT) onChange(null);
    else if (chosen === OTHER) onChange({ name: "", address: "" });
    else onChange(KNOWN_LICENCES.find(({ name }) => name === chosen) ?? null);
  }

  const isTyped = value !== null && (isOther || known === null);
  const shown = known?.name ?? BY_PROJECT;
  return (
    <div id="licence" className="flex flex-col gap-3">
      <Select
        label={t("licence")}
        hint={t("licence_hint")}
        value={isTyped ? OTHER : shown}
        className="max-w-xs"
        onChange={(event) => choose(event.target.value)}
      >
        <option value={BY_PROJECT}>{t("licence_of_project")}</option>
        {KNOWN_LICENCES.map(({ name, address }) => (
          <option key={name} value={name}>
            {address === "" ? t("all_rights_reserved") : name}
          </option>
        ))}
        <option value={OTHER}>{t("licence_other")}</option>
      </Select>
      {isTyped && (
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField
            label={t("licence_name")}
            value={value.name}
            maxLength={200}
            autoComplete="off"
            error={errorAt("name")}
            onChange={(event) =>
              onChange({ ...value, name: event.target.value })
            }
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
      )}
    </div>
  );
}
