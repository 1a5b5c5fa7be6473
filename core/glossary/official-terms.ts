import { fold } from "@/core/text/fold";
import { wantedStems } from "./has-rendering";
import publications from "./official-terms.json" with { type: "json" };

/** Where a rendering comes from: an official text that has it, or the project alone. */
export type TermOrigin =
  | { readonly kind: "official"; readonly source: string }
  | { readonly kind: "house" };

type Rendering = { readonly stems: string; readonly source: string };

let known: ReadonlyMap<string, readonly Rendering[]> | null = null;

/** The official renderings by their folded Chinese; read when it is first asked for. */
function renderings(): ReadonlyMap<string, readonly Rendering[]> {
  if (known !== null) return known;
  const byTerm = new Map<string, Rendering[]>();
  for (const { source, terms } of publications)
    for (const [chinese, english] of terms) {
      const key = fold(chinese ?? "").text;
      const own = byTerm.get(key) ?? [];
      own.push({ stems: stemsOf(english ?? ""), source });
      byTerm.set(key, own);
    }
  known = byTerm;
  return known;
}

/**
 * Tells whether an official text renders a term so, and which: by the words of the rendering, so that articles, plurals,
 * hyphens, words in brackets and British or American spelling make no difference. The list is of facts collected from
 * published texts, each with where it stands; a term that it does not have is the project's own, whatever else may have it.
 */
export function officialOrigin(source: string, target: string): TermOrigin {
  const all = renderings().get(fold(source).text) ?? [];
  const stems = stemsOf(target);
  const found = all.find((rendering) => rendering.stems === stems);
  return found === undefined || stems === ""
    ? { kind: "house" }
    : { kind: "official", source: found.source };
}

const stemsOf = (english: string) =>
  wantedStems(americanSpelling(english.toLowerCase())).join(" ");

/** The spellings that occur in such texts; a comparison needs them alike, not right. */
function americanSpelling(text: string): string {
  return text
    .replace(/is(ation|e[ds]?|ing)\b/g, "iz$1")
    .replace(/\b(lab|hon|col|fav|neighb)our/g, "$1or")
    .replace(/\bcentre/g, "center")
    .replace(/\bprogramme/g, "program")
    .replace(/\bdefence/g, "defense");
}
