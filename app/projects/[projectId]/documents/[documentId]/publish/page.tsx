import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PublishingScreen } from "@/components/editions/publishing/publishing-screen";
import { LiveTextEditor } from "@/components/workbench/live/live-text-editor";
import { LiveTexts } from "@/components/workbench/live/live-texts";
import { forPage } from "@/server/page";
import { viewPublishing } from "@/server/services/editions/view-publishing";
import { requireActorOrSignIn } from "@/server/session";

type Props = {
  readonly params: Promise<{
    readonly projectId: string;
    readonly documentId: string;
  }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("editions.publish"))("title") };
}

export default async function PublishPage({ params }: Props) {
  const { projectId, documentId } = await params;
  const actor = await requireActorOrSignIn(
    `/projects/${projectId}/documents/${documentId}/publish`,
  );
  const [view, t] = await Promise.all([
    forPage(viewPublishing(actor, documentId)),
    getTranslations("editions.publish.texts"),
  ]);
  if (view.projectId !== projectId) notFound();
  const readOnly = !view.can.prepare;
  return (
    <LiveTexts viewer={{ accountId: actor.accountId, name: actor.name }}>
      <PublishingScreen
        view={view}
        introduction={
          <LiveTextEditor
            textId={view.introductionTextId}
            label={t("introduction")}
            readOnly={readOnly}
          />
        }
        conventions={
          <LiveTextEditor
            textId={view.conventionsTextId}
            label={t("conventions")}
            readOnly={readOnly}
          />
        }
      />
    </LiveTexts>
  );
}
