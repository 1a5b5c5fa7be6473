import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NotesScreen } from "@/components/notes/notes-screen";
import { readNoteFilter } from "@/core/notes/filter-notes";
import { forPage } from "@/server/page";
import { listNotes } from "@/server/services/notes/list-notes";
import { requireActorOrSignIn } from "@/server/session";

type Props = {
  readonly params: Promise<{
    readonly projectId: string;
    readonly documentId: string;
  }>;
  readonly searchParams: Promise<
    Readonly<Record<string, string | string[] | undefined>>
  >;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notes.page"))("title") };
}

export default async function NotesPage({ params, searchParams }: Props) {
  const [{ projectId, documentId }, words] = [await params, await searchParams];
  const actor = await requireActorOrSignIn(
    `/projects/${projectId}/documents/${documentId}/notes`,
  );
  const view = await forPage(listNotes(actor, documentId));
  if (view.projectId !== projectId) notFound();
  const filter = readNoteFilter((name) => {
    const value = words[name];
    return typeof value === "string" ? value : null;
  });
  return <NotesScreen view={view} filter={filter} />;
}
