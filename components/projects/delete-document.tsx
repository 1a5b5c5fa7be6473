"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { useAction } from "@/components/ui/use-action";
import { deleteDocument } from "@/server/actions/documents";

/** Deletes a document after asking. */
export function DeleteDocument({
  id,
  title,
  editions,
}: {
  readonly id: string;
  readonly title: string;
  /** Its editions, which stay public. */
  readonly editions: number;
}) {
  const t = useTranslations("projects");
  const common = useTranslations("common");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const { isBusy, submit, error } = useAction(deleteDocument);

  async function handleConfirm() {
    if (!(await submit({ documentId: id })).ok) return;
    setOpen(false);
    toast.success(t("document_deleted"));
    router.refresh();
  }

  return (
    <>
      <Button
        variant="quiet"
        size="icon"
        aria-label={t("document_delete", { title })}
        onClick={() => setOpen(true)}
        className="relative"
      >
        <Trash2 aria-hidden className="size-4" />
      </Button>
      <Confirm
        open={isOpen}
        onOpenChange={setOpen}
        title={t("document_delete_title")}
        description={t("document_delete_text", { title, editions })}
        closeLabel={common("close")}
        cancelLabel={common("cancel")}
        confirmLabel={common("delete")}
        isBusy={isBusy}
        error={error}
        onConfirm={() => void handleConfirm()}
      />
    </>
  );
}
