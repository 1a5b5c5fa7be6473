import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { TopBar } from "@/components/shell/top-bar";
import { forPage } from "@/server/page";
import { findTheme } from "@/server/preferences";
import { findAccount } from "@/server/services/accounts/account";
import { findProjectName } from "@/server/services/projects";
import { findActor, requireActorOrSignIn } from "@/server/session";

type Props = {
  readonly params: Promise<{ readonly projectId: string }>;
  readonly children: ReactNode;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [actor, { projectId }] = [await findActor(), await params];
  if (actor === null) return {};
  // Where there is no such project the page says so; a title is needed even then.
  const name = await findProjectName(actor, projectId).catch(() => null);
  return {
    title: name ?? (await getTranslations("account"))("not_found_title"),
  };
}

export default async function ProjectLayout({ params, children }: Props) {
  const { projectId } = await params;
  const actor = await requireActorOrSignIn(`/projects/${projectId}`);
  const [name, account, theme] = await Promise.all([
    forPage(findProjectName(actor, projectId)),
    findAccount(actor),
    findTheme(),
  ]);
  return (
    <>
      <TopBar
        account={account}
        theme={theme}
        project={{ id: projectId, name }}
      />
      {children}
    </>
  );
}
