import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvitationCard } from "@/components/accounts/invitation-card";
import { findAccount } from "@/server/services/accounts/account";
import { findInvitation } from "@/server/services/invitations";
import { findActor } from "@/server/session";

type Props = { readonly params: Promise<{ readonly token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  // The address holds the secret: it is told to nobody.
  return {
    title: (await getTranslations("account"))("invitation_title"),
    referrer: "no-referrer",
  };
}

export default async function InvitationPage({ params }: Props) {
  const [{ token }, actor] = [await params, await findActor()];
  const [invitation, account] = await Promise.all([
    findInvitation(token),
    actor === null ? null : findAccount(actor),
  ]);
  return (
    <InvitationCard
      token={token}
      invitation={invitation}
      email={account?.email ?? null}
    />
  );
}
