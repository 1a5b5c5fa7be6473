"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { PublishingView } from "@/core/editions/views";
import { ExportDialog } from "@/components/editions/export/export-dialog";

/** Exports the document as it stands. */
export function ExportButton({ view }: { readonly view: PublishingView }) {
  const t = useTranslations("editions.publish");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("export")}</Button>
      <ExportDialog
        projectId={view.projectId}
        documentId={view.documentId}
        title={view.title}
        open={isOpen}
        onOpenChange={setOpen}
      />
    </>
  );
}
