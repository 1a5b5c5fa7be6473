import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportBundle } from "@/components/bundles/import-bundle";
import { LeftEditions } from "@/components/editions/publishing/left-editions";
import { NewProject } from "@/components/projects/new-project";
import { ProjectList } from "@/components/projects/project-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { listLeftEditions } from "@/server/services/editions/list-left-editions";
import { listProjects } from "@/server/services/projects";
import { requireActorOrSignIn } from "@/server/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("projects"))("title") };
}

export default async function ProjectsPage() {
  const actor = await requireActorOrSignIn("/projects");
  const [projects, left, t] = await Promise.all([
    listProjects(actor),
    listLeftEditions(actor),
    getTranslations("projects"),
  ]);
  const actions = (
    <>
      <ImportBundle />
      <NewProject />
    </>
  );
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      actions={projects.length > 0 && actions}
    >
      {projects.length > 0 ? (
        <ProjectList projects={projects} />
      ) : (
        <EmptyState
          title={t("empty_title")}
          action={<div className="flex gap-2">{actions}</div>}
        >
          {t("empty_text")}
        </EmptyState>
      )}
      <LeftEditions editions={left} />
    </Page>
  );
}
