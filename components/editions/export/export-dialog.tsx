"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";
import { ExportForm } from "./export-form";

type ExportDialogProps = {
  readonly projectId: string;
  readonly documentId: string;
  readonly title: string;
  /** The edition that is offered first; without one the document as it is now. */
  readonly editionId?: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
};

/** Exports a document or one of its editions: what, in which format and layout, with a page as it will look. */
export function ExportDialog({
  projectId,
  documentId,
  title,
  editionId,
  open,
  onOpenChange,
}: ExportDialogProps) {
  const text = useTranslations("editions.export");
  const common = useTranslations("common");
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={text("title")}
      description={<span lang="zh-CN">{title}</span>}
      closeLabel={common("close")}
      width="widest"
    >
      <ExportForm
        document={`/projects/${projectId}/documents/${documentId}`}
        editionId={editionId ?? null}
        onClose={() => onOpenChange(false)}
      />
    </Dialog>
  );
}
