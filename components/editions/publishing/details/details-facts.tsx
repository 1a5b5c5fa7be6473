import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import {
  CHINESE_PREVAILS,
  type PublicationDetails,
} from "@/core/editions/publication";

/** What is said of a document's editions, for who may only read it. */
export function DetailsFacts({
  details,
}: {
  readonly details: PublicationDetails;
}) {
  const t = useTranslations("editions.publish.details");
  const { slug, credits, licence, issuingBody, archivedAddress } = details;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t("slug"), slug],
    ...credits.map(({ role, name }) => [t(`roles.${role}`), name] as const),
    [t("licence"), licence?.name ?? t("licence_of_project")],
    ...(details.title || details.titleSource
      ? ([
          [t("title_english"), details.title ?? ""],
          [t("title_chinese"), details.titleSource ?? ""],
        ] as const)
      : []),
    [t("issuing_body_english"), issuingBody],
    ...(details.issuingBodySource
      ? ([[t("issuing_body_chinese"), details.issuingBodySource]] as const)
      : []),
    [t("source_date"), details.sourceDate ?? ""],
    [t("source_address"), details.sourceAddress ?? ""],
    [t("archived_address"), archivedAddress],
    [
      t("statement"),
      details.statement === "" ? CHINESE_PREVAILS : details.statement,
    ],
  ];
  return (
    <dl className="grid gap-x-6 gap-y-1.5 sm:grid-cols-[11rem_minmax(0,1fr)]">
      {facts.map(([name, value], at) => (
        <div key={at} className="contents">
          <dt className="text-[13px] text-ink-2">{name}</dt>
          <dd className="[overflow-wrap:anywhere]">
            {value === "" ? (
              <span className="text-ink-3">{t("not_said")}</span>
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
