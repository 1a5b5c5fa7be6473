"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** The way to take a whole project along: a link that downloads its bundle. */
export function BundleLink({ projectId }: { readonly projectId: string }) {
  const t = useTranslations("bundles");
  return (
    <Button asChild variant="quiet">
      <a
        href={`/projects/${projectId}/bundle`}
        title={t("downloadHint")}
        download
      >
        <Download aria-hidden className="size-4" />
        {t("download")}
      </a>
    </Button>
  );
}
