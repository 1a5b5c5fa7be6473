import type { Edition } from "@/core/editions/edition";
import { citationBibtex } from "./bibtex";
import { citationText } from "./citation-text";
import { citationCsl } from "./csl";
import type { Citable } from "./facts";
import { citationRis } from "./ris";

/** How an edition is cited: in words, and in the forms that reference managers read. */
export function citeEdition(edition: Citable): Edition["citation"] {
  return {
    text: citationText(edition),
    bibtex: citationBibtex(edition),
    ris: citationRis(edition),
    csl: citationCsl(edition),
  };
}
