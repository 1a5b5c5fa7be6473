"use client";

import Link from "next/link";
import { useSelectedLayoutSegment } from "next/navigation";
import { useTranslations } from "next-intl";

const SECTIONS = ["members", "glossary", "import"] as const;

type SectionCrumbProps = {
  readonly projectId: string;
  readonly projectName: string;
};

/** The project, and the part of it that is shown, in the trail of the top bar. */
export function SectionCrumb({ projectId, projectName }: SectionCrumbProps) {
  const t = useTranslations("projects.section");
  const segment = useSelectedLayoutSegment();
  const section = SECTIONS.find((name) => name === segment);
  return (
    <>
      <li aria-hidden className="hidden text-ink-3 sm:block">
        /
      </li>
      <li className="min-w-0">
        <Link
          href={`/projects/${projectId}`}
          aria-current={section === undefined ? "page" : undefined}
          className="block truncate rounded font-medium text-ink hover:underline"
        >
          {projectName}
        </Link>
      </li>
      {section !== undefined && (
        <>
          <li aria-hidden className="text-ink-3">
            /
          </li>
          <li aria-current="page" className="shrink-0 text-ink">
            {t(section)}
          </li>
        </>
      )}
    </>
  );
}
