import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ImportScreen } from "@/components/import/import-screen";
import { forPage } from "@/server/page";
import { findProject } from "@/server/services/projects";
import { requireActorOrSignIn } from "@/server/session";

type Props = { readonly params: Promise<{ readonly projectId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("import"))("title") };
}

export default async function ImportPage({ params }: Props) {
  const { projectId } = await params;
  const actor = await requireActorOrSignIn(`/projects/${projectId}/import`);
  const project = await forPage(findProject(actor, projectId));
  if (!project.can.importDocument) notFound();
  return <ImportScreen projectId={projectId} />;
}
