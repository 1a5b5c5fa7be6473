import type { UnapprovedStyle } from "@/core/export/options";
import type { Edition, EditionTitle } from "@/core/editions/edition";

/**
 * Takes the English that nobody has approved out of an edition. "omitted": with its whole paragraph, and so are
 * paragraphs that have no English; the title stays, in Chinese. "source": the Chinese stands in its place. What was typed
 * in at import belongs to no paragraph and stays.
 */
export function withholdUnapproved(
  edition: Edition,
  how: Exclude<UnapprovedStyle, "marked">,
): Edition {
  const { title, metadata, paragraphs } = edition;
  const withheld = {
    ...edition,
    title: isApproved(title) ? title : { ...title, target: null },
    metadata: withhold(metadata, how, (field) => ({ ...field, target: null })),
    paragraphs: withhold(paragraphs, how, (paragraph) => ({
      ...paragraph,
      target: null,
      forms: [],
    })),
  };
  return withoutLostPlaces(withheld);
}

type Part = Pick<EditionTitle, "number" | "status">;

const isApproved = ({ number, status }: Part) =>
  number === null || status === "approved";

function withhold<P extends Part>(
  parts: readonly P[],
  how: "omitted" | "source",
  inChinese: (part: P) => P,
): readonly P[] {
  return how === "omitted"
    ? parts.filter(isApproved)
    : parts.map((part) => (isApproved(part) ? part : inChinese(part)));
}

/** Takes paragraphs that are not there any more out of all that leads to them. */
function withoutLostPlaces(edition: Edition): Edition {
  const { title, metadata, paragraphs } = edition;
  const parts = [title, ...metadata, ...paragraphs];
  const there = new Set(parts.map(({ number }) => number));
  const english = new Set(
    parts.flatMap(({ number, target }) => (target === null ? [] : [number])),
  );
  const keepPlaces = <E extends { readonly places: readonly number[] }>(
    entries: readonly E[],
  ): readonly E[] =>
    entries
      .map((entry) => ({
        ...entry,
        places: entry.places.filter((number) => there.has(number)),
      }))
      .filter(({ places }) => places.length > 0);
  return {
    ...edition,
    glossary: keepPlaces(edition.glossary),
    names: keepPlaces(edition.names),
    abbreviations: edition.abbreviations.filter(({ number }) =>
      english.has(number),
    ),
    remarks: edition.remarks.filter(({ number }) => there.has(number)),
  };
}
