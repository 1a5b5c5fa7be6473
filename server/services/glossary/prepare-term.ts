import type { TermView } from "@/core/glossary/term";
import { fold } from "@/core/text/fold";
import type { TermRow } from "@/server/db/terms";
import { sha256 } from "@/server/hash";

/** Adds to a term what is stored beside it: the folded source and its hash. */
export function prepareTerm(term: TermView): TermRow {
  const normalized = fold(term.source).text;
  return { ...viewTerm(term), normalized, hash: sha256(normalized) };
}

/** A term alone, without what stands beside it in a row. */
export function viewTerm({
  id,
  source,
  pinyin,
  target,
  note,
  status,
  category,
}: TermView): TermView {
  return { id, source, pinyin, target, note, status, category };
}
