import { useFormatter, useTranslations } from "next-intl";
import { Section } from "@/components/ui/page";
import type { LeftEdition } from "@/core/editions/views";
import { WithdrawEdition } from "./withdraw-edition";

/** Editions that stay public while their document is gone; nothing where there are none. */
export function LeftEditions({
  editions,
}: {
  readonly editions: readonly LeftEdition[];
}) {
  const t = useTranslations("editions.publish.left");
  const list = useTranslations("editions.publish.list");
  const format = useFormatter();
  if (editions.length === 0) return null;
  return (
    <div className="mt-12">
      <Section title={t("title")}>
        <p className="mb-3 text-ink-2">{t("lead")}</p>
        <ul className="divide-y divide-line">
          {editions.map((edition) => (
            <li
              key={edition.id}
              className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2.5"
            >
              <p className="min-w-[min(100%,20rem)] flex-1">
                <a
                  href={`/e/${edition.slug}/${edition.number}`}
                  target="_blank"
                  rel="noopener"
                  lang="en"
                  className="rounded font-en hover:underline"
                >
                  {edition.title}
                </a>
                <span className="block text-[13px] text-ink-3">
                  {[
                    list("edition", { number: edition.number }),
                    format.dateTime(new Date(edition.publishedAt), {
                      dateStyle: "medium",
                    }),
                    edition.projectName ?? t("project_gone"),
                  ].join(" · ")}
                </span>
              </p>
              <WithdrawEdition
                edition={edition}
                className="rounded text-[13px] text-ink-2 underline decoration-line-strong underline-offset-4 hover:text-ink"
              />
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
