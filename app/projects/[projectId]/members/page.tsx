import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AddMember } from "@/components/projects/add-member";
import { InvitationList } from "@/components/projects/invitation-list";
import { MemberList } from "@/components/projects/member-list";
import { Page, Section } from "@/components/ui/page";
import { forPage } from "@/server/page";
import { listMembers } from "@/server/services/members";
import { requireActorOrSignIn } from "@/server/session";

type Props = { readonly params: Promise<{ readonly projectId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("title") };
}

export default async function MembersPage({ params }: Props) {
  const { projectId } = await params;
  const actor = await requireActorOrSignIn(`/projects/${projectId}/members`);
  const [view, t] = await Promise.all([
    forPage(listMembers(actor, projectId)),
    getTranslations("members"),
  ]);
  return (
    <Page title={t("title")} lead={t("lead", { project: view.projectName })}>
      {view.can.edit && (
        <Section title={t("add_section")}>
          <AddMember projectId={projectId} canInvite={view.can.invite} />
        </Section>
      )}
      <Section title={t("list")}>
        <MemberList view={view} />
      </Section>
      {view.invitations.length > 0 && (
        <Section title={t("invitations")}>
          <InvitationList
            projectId={projectId}
            invitations={view.invitations}
          />
        </Section>
      )}
    </Page>
  );
}
