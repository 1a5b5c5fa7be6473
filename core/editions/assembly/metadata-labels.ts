import { METADATA_KEYS, type MetadataKey } from "@/core/source/paragraph";

const LABELS: Record<MetadataKey, string> = {
  column: "Column",
  issuingBody: "Issued by",
  documentNumber: "Document number",
  author: "Author",
  publisher: "Published by",
  date: "Date",
  source: "Source",
  sourceAddress: "Source address",
  views: "Views",
  other: "Other",
};

/** The key of a field without the number that parts it from others of its kind ("other-2" is "other"). */
export function baseKey(key: string): MetadataKey {
  const base = key.replace(/-\d+$/, "");
  return METADATA_KEYS.find((known) => known === base) ?? "other";
}

/** What a metadata field is called in English. */
export function metadataLabel(key: string): string {
  return LABELS[baseKey(key)];
}
