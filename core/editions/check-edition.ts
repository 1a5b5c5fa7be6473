import { findMissingTerms } from "./checks/check-terms";
import { checkNotes } from "./checks/check-notes";
import type { Edition } from "./edition";
import type { EditionInput } from "./edition-input";
import { SEVERITIES, SEVERITY, type Check, type Finding } from "./finding";
import { beginningOf, finding, type CheckedRow } from "./checks/found";
import { listMissing } from "./checks/list-missing";
import { listParts } from "./assembly/list-parts";

/**
 * Looks a document through before it is published; `edition` is what was assembled from it. Errors come first, then
 * warnings; among those of one severity the order is that of the document, what belongs to no paragraph at the end.
 */
export function checkEdition(
  input: EditionInput,
  edition: Edition,
): readonly Finding[] {
  const parts = listParts(input);
  const rows = parts.rows.map((row): CheckedRow => ({
    ...row,
    number: parts.numbers.get(row.rowId) ?? 0,
  }));
  // The row of the title, where the document has one: there it is translated.
  const title = rows.find(({ rowId }) => rowId === parts.title?.rowId) ?? null;
  const stale = new Set(
    input.translations
      .filter((translation) => translation.stale)
      .map(({ paragraphId, field }) => `${paragraphId} ${field}`),
  );
  const found = [
    ...rows.flatMap((row): readonly Finding[] => {
      const detail = beginningOf(row.source);
      if (row.target === null) return [finding("untranslated", row, detail)];
      const isStale = stale.has(`${row.paragraphId} ${row.field}`);
      const isApproved = parts.statuses.get(row.rowId) === "approved";
      return [
        ...(isStale ? [finding("stale", row, detail)] : []),
        ...(isApproved ? [] : [finding("unapproved", row, detail)]),
      ];
    }),
    ...findMissingTerms(rows, input),
    ...checkNotes(rows, input, edition),
    ...listMissing(input, edition).map((needed) =>
      finding("missing_metadata", needed === "title" ? title : null, needed),
    ),
  ];
  return found.toSorted(
    (a, b) => rankOf(a.check) - rankOf(b.check) || placeOf(a) - placeOf(b),
  );
}

const rankOf = (check: Check) => SEVERITIES.indexOf(SEVERITY[check]);
const placeOf = ({ row }: Finding) => row?.number ?? Number.MAX_SAFE_INTEGER;
