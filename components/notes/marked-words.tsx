import { Fragment } from "react";
import { findPlaces } from "@/core/text/find-places";

type MarkedWordsProps = {
  readonly text: string;
  readonly query: string;
  /** The most characters that are drawn; what was looked for is among them. */
  readonly max?: number;
};

/** How much stands before the first place that was found, where the text is cut. */
const LEAD = 80;

/** A text with the words that one looks for lit up. */
export function MarkedWords({ text, query, max = 700 }: MarkedWordsProps) {
  const places = query === "" ? [] : findPlaces(text, query);
  const first = places[0]?.from ?? 0;
  const begin = first > max - LEAD ? first - LEAD : 0;
  const end = Math.min(text.length, begin + max);
  const shown = places.filter(({ from, to }) => from >= begin && to <= end);
  return (
    <>
      {begin > 0 && "…"}
      {shown.map(({ from, to }, at) => (
        <Fragment key={from}>
          {text.slice(shown[at - 1]?.to ?? begin, from)}
          <mark className="rounded-xs bg-amber-wash text-ink underline decoration-amber">
            {text.slice(from, to)}
          </mark>
        </Fragment>
      ))}
      {text.slice(shown.at(-1)?.to ?? begin, end)}
      {end < text.length && "…"}
    </>
  );
}
