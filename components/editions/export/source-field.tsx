"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Select } from "@/components/ui/field";
import type { EditionItem } from "@/core/editions/views";

type SourceFieldProps = {
  /** The editions of the document, newest first; those that were withdrawn are not offered. */
  readonly editions: readonly EditionItem[];
  /** Null for the draft. */
  readonly value: string | null;
  readonly disabled: boolean;
  readonly onChange: (editionId: string | null) => void;
};

const DRAFT = "";

/** What is exported: the document as it is now, or one of its editions. */
export function SourceField({
  editions,
  value,
  disabled,
  onChange,
}: SourceFieldProps) {
  const t = useTranslations("editions.export");
  const format = useFormatter();
  const offered = editions.filter(({ withdrawn }) => withdrawn === null);
  return (
    <Select
      label={t("what")}
      hint={t(value === null ? "draft_hint" : "edition_hint")}
      value={value ?? DRAFT}
      disabled={disabled}
      onChange={({ target }) =>
        onChange(target.value === DRAFT ? null : target.value)
      }
    >
      <option value={DRAFT}>{t("draft")}</option>
      {offered.map(({ id, number, publishedAt }) => (
        <option key={id} value={id}>
          {t("edition", {
            number,
            day: format.dateTime(new Date(publishedAt), {
              dateStyle: "medium",
            }),
          })}
        </option>
      ))}
    </Select>
  );
}
