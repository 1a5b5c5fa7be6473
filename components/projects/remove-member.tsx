"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { useAction } from "@/components/ui/use-action";
import type { MemberView } from "@/core/projects/views";
import { removeMember } from "@/server/actions/members";

type RemoveMemberProps = {
  readonly projectId: string;
  readonly member: MemberView;
};

/** Takes a member out of the project after asking. */
export function RemoveMember({ projectId, member }: RemoveMemberProps) {
  const t = useTranslations("members");
  const common = useTranslations("common");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const { isBusy, submit, error } = useAction(removeMember);
  const { name, accountId } = member;

  async function handleConfirm() {
    if (!(await submit({ projectId, accountId })).ok) return;
    setOpen(false);
    toast.success(t("removed", { name }));
    router.refresh();
  }

  return (
    <>
      <Button
        variant="quiet"
        size="small"
        aria-label={t("remove", { name })}
        onClick={() => setOpen(true)}
      >
        {t("remove_short")}
      </Button>
      <Confirm
        open={isOpen}
        onOpenChange={setOpen}
        title={t("remove_title", { name })}
        description={t("remove_text", { name })}
        closeLabel={common("close")}
        cancelLabel={common("cancel")}
        confirmLabel={t("remove_confirm")}
        isBusy={isBusy}
        error={error}
        onConfirm={() => void handleConfirm()}
      />
    </>
  );
}
