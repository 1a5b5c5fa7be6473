import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GlossaryScreen } from "@/components/glossary/glossary-screen";
import { forPage } from "@/server/page";
import { listTerms } from "@/server/services/glossary/read-glossary";
import { requireActorOrSignIn } from "@/server/session";

type Props = { readonly params: Promise<{ readonly projectId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("glossary"))("title") };
}

export default async function GlossaryPage({ params }: Props) {
  const { projectId } = await params;
  const actor = await requireActorOrSignIn(`/projects/${projectId}/glossary`);
  const glossary = await forPage(listTerms(actor, projectId));
  return <GlossaryScreen glossary={glossary} />;
}
