import type { Line } from "@/core/source/line";
import { wordsOf } from "./run-in";
import type { Place } from "./siblings";

/** Longer words after an article's marker are a sentence that lacks its stop. */
const MAX_ARTICLE_TITLE = 30;
/** Words that an article's text has and its title has not. */
const ARTICLE_WORDS =
  /[，,；;：:。]|应当?|不得|不应|必须|可以|下列|以下|如下|之一|包括|是指|负责|适用|[^目标的]的$|有$|制定$/;

type Titled = { readonly index: number; readonly titled: boolean };

/**
 * Finds the articles (第一条) that are headings: those with a title of their own, in a run of articles most of which
 * have one and text below it. An article that opens a list is text like its siblings, in whatever chapter it is.
 */
export function findArticleHeadings(
  lines: readonly Line[],
  places: ReadonlyMap<number, Place>,
): ReadonlySet<number> {
  const headings = new Set<number>();
  for (const run of articleRuns(lines, places)) {
    const titled = run.filter((article) => article.titled);
    if (titled.length * 2 < run.length) continue;
    for (const { index } of titled) headings.add(index);
  }
  return headings;
}

/** Articles are counted through all chapters; a count that starts again is another run (an annex, a second contract). */
function articleRuns(
  lines: readonly Line[],
  places: ReadonlyMap<number, Place>,
): readonly (readonly Titled[])[] {
  const runs: Titled[][] = [];
  let last = Infinity;
  lines.forEach((line, index) => {
    const place = places.get(index);
    if (line.marker?.style !== "article" || place === undefined) return;
    if (line.kind !== null) return;
    // 第十条之一 has the number of 第十条.
    if (line.marker.ordinal < last) runs.push([]);
    last = line.marker.ordinal;
    runs.at(-1)?.push({ index, titled: isTitled(line, place) });
  });
  return runs;
}

function isTitled(line: Line, { shape, own }: Place): boolean {
  if (!own) return false;
  const words = wordsOf(line).trim();
  const title = shape === "lead" ? words.slice(0, -1) : words;
  return (
    (shape === "line" || shape === "lead") &&
    title.length <= MAX_ARTICLE_TITLE &&
    !ARTICLE_WORDS.test(title)
  );
}
