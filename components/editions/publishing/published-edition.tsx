"use client";

import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { useOrigin } from "./use-origin";

type PublishedEditionProps = {
  readonly slug: string;
  readonly number: number;
};

/** The address of an edition that was just published, to hand on or to open. */
export function PublishedEdition({ slug, number }: PublishedEditionProps) {
  const t = useTranslations("editions.publish");
  const origin = useOrigin();
  const path = `/e/${slug}/${number}`;
  return (
    <div className="flex flex-col gap-4 pt-2">
      <p className="text-ink-2">{t("published_text")}</p>
      <CopyField
        label={t("address")}
        value={`${origin}${path}`}
        copyLabel={t("copy")}
        copiedLabel={t("copied")}
        refusedLabel={t("copy_refused")}
      >
        <Button asChild>
          <a href={path} target="_blank" rel="noopener">
            <ExternalLink aria-hidden className="size-4" />
            {t("open")}
          </a>
        </Button>
      </CopyField>
    </div>
  );
}
