import { useTranslations } from "next-intl";
import type { EditionItem, PublishingView } from "@/core/editions/views";
import { EditionEntry } from "./edition-entry";

/** The editions of a document, newest first; those that were withdrawn stay in the list. */
export function EditionList({ view }: { readonly view: PublishingView }) {
  const t = useTranslations("editions.publish.list");
  const { editions } = view;
  if (editions.length === 0)
    return <p className="py-1 text-ink-2">{t("none")}</p>;
  return (
    <ol aria-label={t("title")} className="divide-y divide-line">
      {editions.map((edition) => (
        <li key={edition.id} className="py-3 first:pt-0">
          <EditionEntry
            view={view}
            edition={edition}
            before={standingBefore(editions, edition)}
          />
        </li>
      ))}
    </ol>
  );
}

/** The newest edition before another one that can be compared with it. */
function standingBefore(
  editions: readonly EditionItem[],
  { number }: EditionItem,
): number | null {
  const earlier = editions.filter(
    (other) => other.number < number && other.withdrawn === null,
  );
  return earlier.length === 0
    ? null
    : Math.max(...earlier.map((other) => other.number));
}
