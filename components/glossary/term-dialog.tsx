"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";
import type { TermView } from "@/core/glossary/term";
import { AddTermForm } from "./add-term-form";
import { EditTermForm } from "./edit-term-form";

type TermDialogProps = {
  readonly projectId: string;
  /** The term that is changed; null adds one. */
  readonly term: TermView | null;
  readonly initialSource: string;
  readonly canApprove: boolean;
  readonly onStored: (term: TermView) => void;
  readonly onClose: () => void;
};

/** Adds or changes a term in a box above the glossary. */
export function TermDialog({
  projectId,
  term,
  initialSource,
  canApprove,
  onStored,
  onClose,
}: TermDialogProps) {
  const t = useTranslations("glossary");
  const common = useTranslations("common");
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={t(term === null ? "add" : "edit")}
      closeLabel={common("close")}
    >
      {term === null ? (
        <AddTermForm
          projectId={projectId}
          source={initialSource}
          canApprove={canApprove}
          onAdded={onStored}
          onCancel={onClose}
        />
      ) : (
        <EditTermForm
          term={term}
          canApprove={canApprove}
          onChanged={onStored}
          onCancel={onClose}
        />
      )}
    </Dialog>
  );
}
