import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Page, Section } from "@/components/ui/page";
import type { PublishingView } from "@/core/editions/views";
import { Checks } from "./checks/checks";
import { DetailsFacts } from "./details/details-facts";
import { DetailsForm } from "./details/details-form";
import { DraftLinks } from "./draft-links";
import { EditionList } from "./edition-list";
import { ExportButton } from "./export-button";
import { PublishButton } from "./publish-button";
import { countBlocking } from "./sort-findings";
import { UnsavedDetailsProvider } from "./unsaved-details";

type PublishingScreenProps = {
  readonly view: PublishingView;
  /** The live texts before the document, as whoever composes this page draws them. */
  readonly introduction: ReactNode;
  readonly conventions: ReactNode;
};

/** Where a document is made ready and published: what is checked, what is said of it, its editions and its draft. */
export function PublishingScreen({
  view,
  introduction,
  conventions,
}: PublishingScreenProps) {
  const t = useTranslations("editions.publish");
  const { can, details, editions } = view;
  const document = `/projects/${view.projectId}/documents/${view.documentId}`;
  const standing = editions.find(({ withdrawn }) => withdrawn === null);
  return (
    <UnsavedDetailsProvider>
      <Page
        title={t("title")}
        width="wide"
        lead={
          <>
            <Link
              href={document}
              lang="zh-CN"
              className="font-zh text-ink underline decoration-line-strong underline-offset-4 hover:decoration-vermilion"
            >
              {view.title}
            </Link>
            <span className="ml-2">
              {standing === undefined
                ? t("lead_new")
                : t("lead", { number: standing.number })}
            </span>
          </>
        }
        actions={
          <>
            <Button asChild>
              <Link href={document}>{t("open_document")}</Link>
            </Button>
            <ExportButton view={view} />
            {can.publish && (
              <PublishButton view={view} blocking={countBlocking(view)} />
            )}
          </>
        }
      >
        <div className="grid items-start gap-x-14 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="min-w-0">
            <Checks view={view} />
            <Section title={t("details.title")}>
              {can.prepare ? (
                <DetailsForm view={view} />
              ) : (
                <DetailsFacts details={details} />
              )}
            </Section>
            <Section title={t("texts.introduction")}>
              <p className="mb-2 text-[13px] text-ink-2">
                {t("texts.introduction_hint")}
              </p>
              {introduction}
            </Section>
            <Section title={t("texts.conventions")}>
              <p className="mb-2 text-[13px] text-ink-2">
                {t("texts.conventions_hint")}
              </p>
              {conventions}
            </Section>
          </div>
          <div className="min-w-0">
            <Section title={t("list.title")}>
              <EditionList view={view} />
            </Section>
            {can.share && (
              <Section title={t("drafts.title")}>
                <DraftLinks
                  documentId={view.documentId}
                  links={view.draftLinks}
                />
              </Section>
            )}
          </div>
        </div>
      </Page>
    </UnsavedDetailsProvider>
  );
}
