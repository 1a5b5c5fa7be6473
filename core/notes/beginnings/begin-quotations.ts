import type { Beginning } from "@/core/notes/beginnings";
import type { Citation } from "@/core/notes/note";
import type { SourceMetadata } from "@/core/source/paragraph";
import { paragraph, words } from "./prose";

const QUOTED = /“[^“”]{1,200}”|《[^《》]{1,200}》/gu;
const MOST = 2;

/** Makes beginnings on what a part of a text quotes or names by its title, with the document as the source. */
export function beginQuotations(
  source: string,
  selection: { readonly from: number; readonly to: number },
  metadata: SourceMetadata,
): readonly Beginning[] {
  return [...source.matchAll(QUOTED)]
    .filter(
      ({ 0: quoted, index }) =>
        index < selection.to && index + quoted.length > selection.from,
    )
    .slice(0, MOST)
    .map(({ 0: quoted }) => ({
      reason: "quotation",
      kind: "translator",
      body: paragraph(
        words(
          quoted.startsWith("《")
            ? `The Chinese title is ${quoted}.`
            : `In the Chinese: ${quoted}.`,
        ),
      ),
      citations: citeDocument(metadata),
      needs: null,
    }));
}

/** The document itself as a source; none where it has no title. */
function citeDocument({
  title,
  issuingBody,
  publisher,
  date,
  sourceAddress,
}: SourceMetadata): readonly Citation[] {
  if (title === null || title.trim() === "") return [];
  const address = sourceAddress?.trim() ?? "";
  return [
    {
      title: title.trim().slice(0, 500),
      publisher: (issuingBody ?? publisher ?? "").trim().slice(0, 300),
      date: (date ?? "").trim().slice(0, 60),
      address: /^https?:\/\/[^\s]+$/i.test(address)
        ? address.slice(0, 2048)
        : "",
      archivedAddress: "",
    },
  ];
}
