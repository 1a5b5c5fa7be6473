import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { BundleLink } from "@/components/bundles/bundle-link";
import { ActivityList } from "@/components/projects/activity-list";
import { DocumentList } from "@/components/projects/document-list";
import { MemberNames } from "@/components/projects/member-names";
import { ProjectSettings } from "@/components/projects/project-settings";
import { ProjectStyleForm } from "@/components/projects/project-style";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page, Section } from "@/components/ui/page";
import { forPage } from "@/server/page";
import { listMembers } from "@/server/services/members";
import { findStyle } from "@/server/services/project-style";
import { findProject } from "@/server/services/projects";
import { requireActorOrSignIn } from "@/server/session";

type Props = { readonly params: Promise<{ readonly projectId: string }> };

export default async function ProjectPage({ params }: Props) {
  const { projectId } = await params;
  const path = `/projects/${projectId}`;
  const actor = await requireActorOrSignIn(path);
  const [project, { members }, style, t] = await Promise.all([
    forPage(findProject(actor, projectId)),
    forPage(listMembers(actor, projectId)),
    forPage(findStyle(actor, projectId)),
    getTranslations("projects"),
  ]);
  const importLink = project.can.importDocument && (
    <Button asChild variant="primary">
      <Link href={`${path}/import`}>{t("import")}</Link>
    </Button>
  );
  return (
    <Page
      title={project.name}
      width="wide"
      actions={
        <>
          <BundleLink projectId={projectId} />
          <Button asChild>
            <Link href={`${path}/glossary`}>
              {t("glossary")}
              <span className="text-ink-3">
                {t("terms_count", { count: project.termCount })}
              </span>
            </Link>
          </Button>
          {project.documents.length > 0 && importLink}
        </>
      }
    >
      <div className="grid items-start gap-x-14 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <Section title={t("documents")}>
          {project.documents.length === 0 ? (
            <EmptyState title={t("no_documents_title")} action={importLink}>
              {t(
                project.can.importDocument
                  ? "no_documents_text"
                  : "no_documents_reader",
              )}
            </EmptyState>
          ) : (
            <DocumentList
              projectId={projectId}
              documents={project.documents}
              canDelete={project.can.delete}
            />
          )}
        </Section>
        <div className="lg:row-span-2">
          <Section
            title={t("members")}
            actions={
              <Link
                href={`${path}/members`}
                className="text-[13px] text-ink-2 underline hover:text-ink"
              >
                {t(project.can.editMembers ? "all_members" : "see_members")}
              </Link>
            }
          >
            <MemberNames members={members} />
          </Section>
          <Section title={t("activity")}>
            <ActivityList activities={project.activities} />
          </Section>
        </div>
        {project.can.edit && (
          <div>
            <Section id="style" title={t("style.title")}>
              <ProjectStyleForm projectId={projectId} style={style} />
            </Section>
            <Section title={t("settings")}>
              <ProjectSettings
                projectId={projectId}
                name={project.name}
                editions={project.editions}
              />
            </Section>
          </div>
        )}
      </div>
    </Page>
  );
}
