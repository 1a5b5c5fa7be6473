import { fold } from "@/core/text/fold";
import type { CsvGlossary, CsvTerm } from "./csv";
import type { TermStatus, TermView } from "./term";

/** What an import would do to a glossary: shown before, done after. */
export type ImportPlan = {
  readonly additions: readonly (CsvTerm & { readonly newStatus: TermStatus })[];
  readonly updates: readonly {
    readonly line: number;
    readonly before: TermView;
    readonly after: TermView;
  }[];
  readonly unchanged: number;
  /** Terms that the file calls approved and that are only proposed, since who imports may not approve. */
  readonly keptProposed: number;
};

/**
 * Lays a file beside a glossary. Terms are the same when they are equal folded; what the file does not say of a term
 * stays; who may not approve adds proposals, and an approved term that they change is a proposal again.
 */
export function planImport(
  file: CsvGlossary,
  terms: readonly TermView[],
  canApprove: boolean,
): ImportPlan {
  const known = new Map(terms.map((term) => [fold(term.source).text, term]));
  const additions: ImportPlan["additions"][number][] = [];
  const updates: ImportPlan["updates"][number][] = [];
  let unchanged = 0;
  let keptProposed = 0;
  for (const row of file.terms) {
    const before = known.get(row.normalized);
    const after = before === undefined ? null : merge(before, row, canApprove);
    const status =
      after?.status ?? (canApprove ? (row.status ?? "proposed") : "proposed");
    if (row.status === "approved" && status === "proposed") keptProposed += 1;
    if (before === undefined || after === null)
      additions.push({ ...row, newStatus: status });
    else if (isSame(before, after)) unchanged += 1;
    else updates.push({ line: row.line, before, after });
  }
  return { additions, updates, unchanged, keptProposed };
}

function merge(before: TermView, row: CsvTerm, canApprove: boolean): TermView {
  const next = {
    ...before,
    source: row.source,
    pinyin:
      row.pinyin === null || row.pinyin === "" ? before.pinyin : row.pinyin,
    target: row.target,
    note: row.note ?? before.note,
    category: row.category ?? before.category,
  };
  const status = canApprove ? (row.status ?? before.status) : before.status;
  return {
    ...next,
    status: nextStatus(before, { ...next, status }, canApprove),
  };
}

/** The status of an edited term: an approval belongs to a wording, and only who may approve takes it along. */
export function nextStatus(
  before: TermView,
  after: TermView,
  canApprove: boolean,
): TermStatus {
  if (canApprove || isSame({ ...before, status: after.status }, after))
    return after.status;
  return "proposed";
}

/** Tells whether two entries say the same. */
export function isSame(before: TermView, after: TermView): boolean {
  return (
    before.source === after.source &&
    before.pinyin === after.pinyin &&
    before.target === after.target &&
    before.note === after.note &&
    before.status === after.status &&
    before.category === after.category
  );
}
