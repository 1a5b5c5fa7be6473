import { isoDate } from "@/core/documents/dates";
import { plainText } from "@/core/text/rich-text";
import type { Edition, EditionField } from "@/core/editions/edition";
import type { EditionInput } from "@/core/editions/edition-input";
import { baseKey } from "./metadata-labels";

/** States where the Chinese text of an edition comes from, by what was said at import and what its text says. */
export function describeSource(
  { metadata, details, sha256 }: EditionInput,
  fields: readonly EditionField[],
): Edition["source"] {
  const find = (key: string) =>
    fields.find((field) => baseKey(field.key) === key) ?? null;
  const issuer = find("issuingBody");
  const issuingBody = {
    source:
      known(details.issuingBodySource) ??
      known(metadata.issuingBody) ??
      known(issuer?.source),
    target: known(details.issuingBody) ?? english(issuer),
  };
  const date =
    known(details.sourceDate) ??
    known(metadata.date) ??
    known(find("date")?.source);
  return {
    issuingBody:
      issuingBody.source === null && issuingBody.target === null
        ? null
        : issuingBody,
    documentNumber:
      known(metadata.documentNumber) ?? known(find("documentNumber")?.source),
    date: date === null ? null : isoDate(date),
    // 来源 names the paper or page that carried the text, 发布人 the desk that put it there.
    publisher:
      known(metadata.source) ??
      known(find("source")?.source) ??
      known(metadata.publisher),
    address:
      known(details.sourceAddress) ??
      known(metadata.sourceAddress) ??
      known(find("sourceAddress")?.source),
    archivedAddress: known(details.archivedAddress),
    sha256,
  };
}

function known(value: string | null | undefined): string | null {
  const text = value?.trim() ?? "";
  return text === "" ? null : text;
}

function english(field: EditionField | null): string | null {
  const target = field?.target ?? null;
  return target === null ? null : known(plainText(target).replace(/\s+/g, " "));
}
