"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { useAction } from "@/components/ui/use-action";
import { removeMember } from "@/server/actions/members";

type LeaveProjectProps = {
  readonly projectId: string;
  readonly accountId: string;
};

/** Lets a member leave the project after asking. */
export function LeaveProject({ projectId, accountId }: LeaveProjectProps) {
  const t = useTranslations("members");
  const common = useTranslations("common");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const { isBusy, submit, error } = useAction(removeMember);

  async function handleConfirm() {
    if (!(await submit({ projectId, accountId })).ok) return;
    toast.success(t("left"));
    router.push("/projects");
    router.refresh();
  }

  return (
    <>
      <Button variant="quiet" size="small" onClick={() => setOpen(true)}>
        {t("leave")}
      </Button>
      <Confirm
        open={isOpen}
        onOpenChange={setOpen}
        title={t("leave_title")}
        description={t("leave_text")}
        closeLabel={common("close")}
        cancelLabel={common("cancel")}
        confirmLabel={t("leave_confirm")}
        isBusy={isBusy}
        error={error}
        onConfirm={() => void handleConfirm()}
      />
    </>
  );
}
