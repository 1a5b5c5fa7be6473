import { useFormatter, useNow, useTranslations } from "next-intl";
import Link from "next/link";
import type { ProjectSummary } from "@/core/projects/views";
import { ProgressWords } from "./progress-words";

/** The projects of an account, one below the other. */
export function ProjectList({
  projects,
}: {
  readonly projects: readonly ProjectSummary[];
}) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {projects.map((project) => (
        <ProjectItem key={project.id} project={project} />
      ))}
    </ul>
  );
}

function ProjectItem({ project }: { readonly project: ProjectSummary }) {
  const t = useTranslations("projects");
  const role = useTranslations("common.role");
  const format = useFormatter();
  const now = useNow();
  const facts = [
    t("documents_count", { count: project.documentCount }),
    t("terms_count", { count: project.termCount }),
    t("members_count", { count: project.memberCount }),
    t("changed", {
      when: format.relativeTime(new Date(project.updatedAt), now),
    }),
  ];
  return (
    <li className="group relative flex flex-col gap-1.5 py-4 hover:bg-paper-raised sm:-mx-3 sm:px-3">
      <div className="flex items-baseline gap-3">
        <h2 className="min-w-0 flex-1 font-en text-lg font-semibold">
          {/* The whole row is the link's; its words stay selectable above it. */}
          <Link
            href={`/projects/${project.id}`}
            className="after:absolute after:inset-0 group-hover:underline"
          >
            {project.name}
          </Link>
        </h2>
        <span className="shrink-0 text-[13px] text-ink-3">
          {role(project.role)}
        </span>
      </div>
      <ProgressWords progress={project.progress} />
      <p className="text-[13px] text-ink-3">{facts.join(" · ")}</p>
    </li>
  );
}
