"use client";

import { useTranslations } from "next-intl";
import { TextField } from "@/components/ui/field";
import { MAX_SLUG, SLUG } from "@/core/editions/publication";
import { useOrigin } from "@/components/editions/publishing/use-origin";

type SlugFieldProps = {
  readonly value: string;
  readonly suggestion: string;
  /** The next edition's number. */
  readonly number: number;
  /** True from the first edition on: addresses that were given out keep working. */
  readonly isFixed: boolean;
  readonly error: string | undefined;
  readonly onChange: (slug: string) => void;
};

/** The part of the address that names the document, with the address it makes. */
export function SlugField({
  value,
  suggestion,
  number,
  isFixed,
  error,
  onChange,
}: SlugFieldProps) {
  const t = useTranslations("editions.publish.details");
  const origin = useOrigin();
  const isUsable = SLUG.test(value);
  const isOffered = value === "" && suggestion !== "" && !isFixed;
  return (
    <div id="slug" className="flex flex-col gap-1.5">
      <TextField
        label={t("slug")}
        hint={t(isFixed ? "slug_fixed" : "slug_hint")}
        value={value}
        readOnly={isFixed}
        maxLength={MAX_SLUG}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        error={error}
        onChange={(event) => onChange(event.target.value)}
        onBlur={() => onChange(tidySlug(value))}
      />
      {isUsable && (
        <p className="text-[13px] text-ink-2 [overflow-wrap:anywhere]">
          {t("slug_preview")}{" "}
          <span className="text-ink">
            {`${origin}/e/`}
            <strong className="font-semibold text-vermilion">{value}</strong>
            {`/${number}`}
          </span>
        </p>
      )}
      {isOffered && (
        <p className="text-[13px]">
          <button
            type="button"
            className="rounded text-ink underline decoration-line-strong underline-offset-4 hover:decoration-vermilion"
            onClick={() => onChange(suggestion)}
          >
            {t("slug_take", { slug: suggestion })}
          </button>
        </p>
      )}
    </div>
  );
}

/** What was typed as names are typed, as addresses are written. */
function tidySlug(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/[\s_.–—]+/g, "-")
    .replace(/-{2,}/g, "-")
    .replace(/^-|-$/g, "");
}
