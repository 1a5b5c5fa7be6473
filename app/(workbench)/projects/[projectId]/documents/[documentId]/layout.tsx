import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { forPage } from "@/server/page";
import { findProjectOf } from "@/server/services/documents/view-document";
import { requireActorOrSignIn } from "@/server/session";

type Props = {
  readonly params: Promise<{
    readonly projectId: string;
    readonly documentId: string;
  }>;
  readonly children: ReactNode;
};

/** Asks whether the document is there before the page's skeleton is sent, while the answer can still be 404. */
export default async function DocumentLayout({ params, children }: Props) {
  const { projectId, documentId } = await params;
  const actor = await requireActorOrSignIn(
    `/projects/${projectId}/documents/${documentId}`,
  );
  const home = await forPage(findProjectOf(actor, documentId));
  if (home !== projectId) notFound();
  return children;
}
