import type { ExportOptions } from "@/core/export/options";
import type { Edition } from "./edition";
import { writeForms } from "./forms";
import { numberByChinese, numberByEnglish } from "./preparing/renumber-notes";
import { withholdUnapproved } from "./preparing/withhold-unapproved";

/** What preparing looks at. */
export type PrepareOptions = Pick<
  ExportOptions,
  "layout" | "firstUse" | "unapproved" | "remarks"
>;

/**
 * Makes an edition what options want to be written: terms in the form of their first use, English that nobody approved
 * left out or in Chinese, and only the notes that still have a place, numbered anew in the order of print. Where the
 * Chinese is printed alone its own marks say the order, and a note that has none gets one at the end of the paragraph
 * whose English has it. An edition of which nothing changes is returned as itself.
 */
export function prepareEdition(
  edition: Edition,
  { layout, firstUse, unapproved, remarks }: PrepareOptions,
): Edition {
  // Without any English there is none to keep back.
  const isAnnotated = layout === "annotated";
  const kept =
    unapproved === "marked" || isAnnotated
      ? edition
      : withholdUnapproved(edition, unapproved);
  const formed = writeFirstUses(kept, firstUse ?? edition.firstUse);
  const numbered = isAnnotated
    ? numberByChinese(formed)
    : numberByEnglish(formed);
  return remarks || numbered.remarks.length === 0
    ? numbered
    : { ...numbered, remarks: [] };
}

function writeFirstUses(edition: Edition, form: Edition["firstUse"]): Edition {
  if (form === "rendering") return edition;
  return {
    ...edition,
    paragraphs: edition.paragraphs.map((paragraph) =>
      paragraph.target === null || paragraph.forms.length === 0
        ? paragraph
        : {
            ...paragraph,
            target: writeForms(paragraph.target, paragraph.forms, form),
            // Written now, and not to be written twice.
            forms: [],
          },
    ),
  };
}
