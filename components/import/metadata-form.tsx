"use client";

import { useTranslations } from "next-intl";
import { TextField } from "@/components/ui/field";
import type { Correction, MetadataName } from "@/core/source/corrections";
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

/** What is known of the document as a whole, each field to be corrected or filled in. */
export function MetadataForm({ metadata, onCorrect }: MetadataFormProps) {
  const t = useTranslations("import");
  return (
    <section
      aria-labelledby="about-document"
      className="rounded-lg border border-line bg-paper-raised p-4"
    >
      <h2 id="about-document" className="mb-3 font-semibold">
        {t("about_document")}
      </h2>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-1">
        {NAMES.map((name) => (
          <TextField
            key={name}
            label={t(`field_${name}`)}
            type={typeOf(name)}
            lang={
              name === "sourceAddress" || name === "date" ? undefined : "zh"
            }
            className={
              name === "sourceAddress" || name === "date" ? "" : "font-zh"
            }
            maxLength={2000}
            value={metadata[name] ?? ""}
            onChange={(event) =>
              onCorrect({
                kind: "set-metadata",
                name,
                value: event.target.value,
              })
            }
          />
        ))}
      </div>
    </section>
  );
}

function typeOf(name: MetadataName): string {
  if (name === "date") return "date";
  return name === "sourceAddress" ? "url" : "text";
}
