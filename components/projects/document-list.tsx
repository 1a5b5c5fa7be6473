import { useFormatter, useNow, useTranslations } from "next-intl";
import Link from "next/link";
import type { DocumentSummary } from "@/core/projects/views";
import { DeleteDocument } from "./delete-document";
import { ProgressWords } from "./progress-words";

type DocumentListProps = {
  readonly projectId: string;
  readonly documents: readonly DocumentSummary[];
  readonly canDelete: boolean;
};

/** The documents of a project, each with both titles and how far it is. */
export function DocumentList({
  projectId,
  documents,
  canDelete,
}: DocumentListProps) {
  const t = useTranslations("projects");
  const format = useFormatter();
  const now = useNow();
  return (
    <ul className="divide-y divide-line">
      {documents.map((document) => (
        <li
          key={document.id}
          className="group relative flex items-start gap-3 py-4 hover:bg-paper-raised sm:-mx-3 sm:px-3"
        >
          <div className="flex min-w-0 flex-1 flex-col gap-1.5">
            <Link
              href={`/projects/${projectId}/documents/${document.id}`}
              className="flex flex-col gap-0.5 after:absolute after:inset-0 group-hover:underline"
            >
              <span
                lang="zh-CN"
                className="font-zh text-[17px] leading-relaxed font-semibold"
              >
                {document.title}
              </span>
              {document.titleEnglish !== null && (
                <span lang="en" className="font-en text-[15px] text-ink-2">
                  {document.titleEnglish}
                </span>
              )}
            </Link>
            <ProgressWords progress={document.progress} />
            <p className="flex flex-wrap gap-x-4 text-[13px] text-ink-3">
              {t("changed", {
                when: format.relativeTime(new Date(document.updatedAt), now),
              })}
              <Link
                href={`/projects/${projectId}/documents/${document.id}/notes`}
                className="relative z-1 underline decoration-line-strong underline-offset-2 hover:text-ink"
              >
                {t("document_notes")}
              </Link>
              <Link
                href={`/projects/${projectId}/documents/${document.id}/publish`}
                className="relative z-1 underline decoration-line-strong underline-offset-2 hover:text-ink"
              >
                {t("document_publish")}
              </Link>
            </p>
          </div>
          {canDelete && (
            <DeleteDocument
              id={document.id}
              title={document.title}
              editions={document.editions}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
