"use client";

import { useFormatter, useTranslations } from "next-intl";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog } from "@/components/ui/dialog";

type InvitationLinkProps = {
  readonly invitation: {
    readonly email: string;
    readonly link: string;
    readonly expiresAt: string;
  } | null;
  readonly onClose: () => void;
};

/** An invitation's link, to be copied now: it is not kept anywhere in readable form. */
export function InvitationLink({ invitation, onClose }: InvitationLinkProps) {
  const t = useTranslations("members");
  const common = useTranslations("common");
  const format = useFormatter();
  if (invitation === null) return null;
  const { email, link, expiresAt } = invitation;
  const date = format.dateTime(new Date(expiresAt), { dateStyle: "long" });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("invited_title")}
      description={t("invited_text", { email, date })}
      closeLabel={common("close")}
    >
      <div className="pt-2">
        <CopyField
          label={t("link")}
          value={link}
          copyLabel={t("copy")}
          copiedLabel={t("copied")}
          refusedLabel={t("copy_failed")}
        />
      </div>
    </Dialog>
  );
}
