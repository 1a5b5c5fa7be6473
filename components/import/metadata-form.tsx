"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { TextArea, TextField } from "@/components/ui/field";
import type { Correction, MetadataName } from "@/core/source/correction";
import type { SourceMetadata } from "@/core/source/paragraph";

const NAMES: readonly MetadataName[] = [
  "title",
  "issuingBody",
  "documentNumber",
  "date",
  "publisher",
  "source",
  "sourceAddress",
  "column",
];

type MetadataFormProps = {
  readonly metadata: SourceMetadata;
  readonly onCorrect: (correction: Correction) => void;
};

/** What is known of the document as a whole, each field to be corrected or filled in; on a phone it is folded away. */
export function MetadataForm({ metadata, onCorrect }: MetadataFormProps) {
  const t = useTranslations("import");
  const [isOpen, setOpen] = useState(
    () => matchMedia("(min-width: 64rem)").matches,
  );
  return (
    <details
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="rounded-lg border border-line bg-paper-raised px-4 py-3"
    >
      <summary className="font-semibold">{t("about_document")}</summary>
      <div className="grid gap-3 pt-3 pb-1 sm:grid-cols-2 lg:grid-cols-1">
        {NAMES.map((name) => (
          <MetadataField
            key={name}
            name={name}
            value={metadata[name] ?? ""}
            onCorrect={onCorrect}
          />
        ))}
      </div>
    </details>
  );
}

type MetadataFieldProps = {
  readonly name: MetadataName;
  readonly value: string;
  readonly onCorrect: (correction: Correction) => void;
};

function MetadataField({ name, value, onCorrect }: MetadataFieldProps) {
  const t = useTranslations("import");
  const label = t(`field_${name}`);
  const correct = (text: string) =>
    onCorrect({ kind: "set-metadata", name, value: text });
  if (name === "title") {
    return (
      <TextArea
        label={label}
        lang="zh"
        rows={3}
        className="resize-y font-zh"
        maxLength={2000}
        value={value}
        onChange={(event) => correct(event.target.value.replaceAll("\n", " "))}
      />
    );
  }
  const isChinese = name !== "sourceAddress" && name !== "date";
  return (
    <TextField
      label={label}
      type={typeOf(name)}
      lang={isChinese ? "zh" : undefined}
      className={isChinese ? "font-zh" : ""}
      maxLength={2000}
      value={value}
      onChange={(event) => correct(event.target.value)}
    />
  );
}

function typeOf(name: MetadataName): string {
  if (name === "date") return "date";
  return name === "sourceAddress" ? "url" : "text";
}
