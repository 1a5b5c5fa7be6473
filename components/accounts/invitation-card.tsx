import { useTranslations } from "next-intl";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { InvitationOffer } from "@/core/accounts/views";
import { JoinForm } from "./join-form";

type InvitationCardProps = {
  readonly token: string;
  /** Null: the link does not work any more. */
  readonly invitation: InvitationOffer | null;
  /** The address of the account that is signed in, or null. */
  readonly email: string | null;
};

/** What an invitation link opens: to what, by whom, for whom, and the next step. */
export function InvitationCard({
  token,
  invitation,
  email,
}: InvitationCardProps) {
  const t = useTranslations("account");
  if (invitation === null) {
    return (
      <>
        <h1 className="font-en text-3xl font-semibold text-balance">
          {t("invitation_gone_title")}
        </h1>
        <p className="text-ink-2">{t("invitation_gone_text")}</p>
        <Button asChild className="self-start">
          <Link href="/projects">{t("to_projects")}</Link>
        </Button>
      </>
    );
  }
  const { projectName: project, invitedBy: by } = invitation;
  return (
    <>
      <h1 className="font-en text-3xl font-semibold">
        {t("invitation_title")}
      </h1>
      <p>
        {by === null
          ? t("invitation_text_nobody", { project })
          : t("invitation_text", { by, project })}
      </p>
      <p className="text-ink-2">
        {t("invitation_for", { email: invitation.email })}
      </p>
      {email === invitation.email && <JoinForm token={token} />}
      {email !== null && email !== invitation.email && (
        <Notice tone="attention">
          {t("invitation_other", { email, invited: invitation.email })}
        </Notice>
      )}
      {email === null && (
        <div className="flex flex-wrap gap-2">
          <Button asChild variant="primary">
            <Link href={`/sign-up?invitation=${encodeURIComponent(token)}`}>
              {t("sign_up")}
            </Link>
          </Button>
          <Button asChild>
            <Link
              href={`/sign-in?next=${encodeURIComponent(`/invitations/${token}`)}`}
            >
              {t("invitation_sign_in")}
            </Link>
          </Button>
        </div>
      )}
    </>
  );
}
