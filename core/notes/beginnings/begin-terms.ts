import {
  buildMatcher,
  matchTerms,
  type TermMatcher,
} from "@/core/glossary/matcher";
import type { TermView } from "@/core/glossary/term";
import type { Beginning } from "@/core/notes/beginnings";
import type { Run } from "@/core/text/rich-text";
import { isPerson, readName } from "./names";
import { capitalize, italic, paragraph, sentence, words } from "./prose";
import { readTermNote } from "./term-note";

/** More would bury the words that were meant. */
const MOST = 3;
const matchers = new WeakMap<readonly TermView[], TermMatcher>();

/** Makes beginnings on the terms that a part of a text holds or lies in: what is the whole part first, then approved ones. */
export function beginTerms(
  source: string,
  selection: { readonly from: number; readonly to: number },
  terms: readonly TermView[],
): readonly Beginning[] {
  const matcher = matchers.get(terms) ?? buildMatcher(terms);
  matchers.set(terms, matcher);
  const byId = new Map(terms.map((term) => [term.id, term]));
  const found = matchTerms(matcher, source)
    .filter(({ from, to }) => from < selection.to && to > selection.from)
    .map((match) => ({
      term: byId.get(match.termId),
      misses:
        Math.abs(match.from - selection.from) +
        Math.abs(match.to - selection.to),
    }))
    .sort((a, b) => a.misses - b.misses || rank(a.term) - rank(b.term));
  const distinct = new Set(
    found.flatMap(({ term }) => (term === undefined ? [] : [term])),
  );
  return [...distinct].slice(0, MOST).map(beginTerm);
}

function rank(term: TermView | undefined): number {
  return term?.status === "approved" ? 0 : 1;
}

/** Makes the beginning of a term's note: the rendering, how it sounds, the characters, what it is, where it is official. */
export function beginTerm(term: TermView): Beginning {
  const { explanation, source } = readTermNote(term.note);
  const name = readName(term.source, term.target);
  const isName = name !== null || isPerson(term.note, term.target);
  const says = name?.says ?? "";
  const told = [
    ...(says === "" ? [] : [` is ${sentence(says)}`]),
    ...(explanation === ""
      ? []
      : [
          says === ""
            ? `: ${sentence(lower(explanation))}`
            : ` ${sentence(explanation)}`,
        ]),
    ...(says === "" && explanation === "" ? ["."] : []),
    ...(source === null ? [] : [" The English is the official rendering."]),
  ].join("");
  return {
    reason: isName ? "name" : "term",
    kind: isName ? "background" : "term",
    body: paragraph(
      words(capitalize(term.target)),
      ...inBrackets(term),
      words(told),
    ),
    citations: source === null || source.title === "" ? [] : [source],
    needs: null,
  };
}

function inBrackets({ source, pinyin }: TermView): readonly Run[] {
  return pinyin === ""
    ? [words(` (${source})`)]
    : [words(" ("), italic(pinyin), words(`, ${source})`)];
}

/** Behind a colon small words are small again; names keep their capitals. */
function lower(text: string): string {
  return text.replace(
    /^(?:The|A|An|Between|From|In|Of|One|Two|Three|Four|Five|Name|National|Provincial)\b/,
    (word) => word.toLowerCase(),
  );
}
