"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { useAction } from "@/components/ui/use-action";
import type { InvitationView } from "@/core/projects/views";
import { revokeInvitation } from "@/server/actions/members";

type InvitationListProps = {
  readonly projectId: string;
  readonly invitations: readonly InvitationView[];
};

/** The invitations that nobody has used yet. */
export function InvitationList({
  projectId,
  invitations,
}: InvitationListProps) {
  return (
    <ul className="divide-y divide-line">
      {invitations.map((invitation) => (
        <InvitationItem
          key={invitation.id}
          projectId={projectId}
          invitation={invitation}
        />
      ))}
    </ul>
  );
}

type InvitationItemProps = {
  readonly projectId: string;
  readonly invitation: InvitationView;
};

function InvitationItem({ projectId, invitation }: InvitationItemProps) {
  const t = useTranslations("members");
  const role = useTranslations("common.role");
  const format = useFormatter();
  const router = useRouter();
  const { isBusy, submit, error } = useAction(revokeInvitation);
  const { id, email, expiresAt, isExpired } = invitation;
  const date = format.dateTime(new Date(expiresAt), { dateStyle: "medium" });

  async function revoke() {
    if ((await submit({ projectId, invitationId: id })).ok)
      toast.success(t("revoked"));
    router.refresh();
  }

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
      <div className="min-w-40 flex-1">
        <p className="break-all">{email}</p>
        <p className="text-[13px] text-ink-3">
          {isExpired
            ? t("invitation_expired")
            : t("invitation_until", { date })}
        </p>
      </div>
      <span className="text-ink-2">{role(invitation.role)}</span>
      <Button
        variant="quiet"
        size="small"
        busy={isBusy}
        aria-label={t("revoke", { email })}
        onClick={() => void revoke()}
      >
        {t("revoke_short")}
      </Button>
      {error !== null && (
        <p role="alert" className="w-full text-[13px] text-vermilion">
          {error}
        </p>
      )}
    </li>
  );
}
