import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GlossaryScreen } from "@/components/glossary/glossary-screen";
import { TermNoteDialog } from "@/components/workbench/notes/dialog/term-note-dialog";
import { forPage } from "@/server/page";
import { listTerms } from "@/server/services/glossary/read-glossary";
import { listExplanations } from "@/server/services/notes/list-explanations";
import { findStyle } from "@/server/services/project-style";
import { requireActorOrSignIn } from "@/server/session";

type Props = { readonly params: Promise<{ readonly projectId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("glossary"))("title") };
}

export default async function GlossaryPage({ params }: Props) {
  const { projectId } = await params;
  const actor = await requireActorOrSignIn(`/projects/${projectId}/glossary`);
  const [glossary, explanations, style] = await Promise.all([
    forPage(listTerms(actor, projectId)),
    forPage(listExplanations(actor, projectId)),
    forPage(findStyle(actor, projectId)),
  ]);
  const viewer = { accountId: actor.accountId, name: actor.name };
  return (
    <GlossaryScreen
      glossary={glossary}
      notes={{ ...explanations, style, viewer, Dialog: TermNoteDialog }}
    />
  );
}
