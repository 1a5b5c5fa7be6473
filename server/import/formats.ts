import { AppError } from "@/core/errors";
import { dataKindOf, type DataKind } from "@/core/text/data-files";

/** Formats that are no source, known by their first bytes, and what their users are told. */
const REFUSED: readonly (readonly [signature: string, message: string])[] = [
  ["%PDF-", "source_pdf"],
  ["{\\rtf", "source_rtf"],
  ["\x89PNG", "source_picture"],
  ["\xff\xd8\xff", "source_picture"],
  ["GIF8", "source_picture"],
  ["II*\0", "source_picture"],
  ["MM\0*", "source_picture"],
  ["\x7fELF", "source_unsupported"],
  ["MZ\x90", "source_unsupported"],
  ["Rar!", "source_unsupported"],
  ["7z\xbc\xaf", "source_unsupported"],
  ["\x1f\x8b", "source_unsupported"],
  ["BZh", "source_unsupported"],
  ["\xfd7zXZ", "source_unsupported"],
  ["SQLite format 3", "source_unsupported"],
  ["%!PS", "source_unsupported"],
  ["ID3", "source_unsupported"],
  ["RIFF", "source_unsupported"],
  ["OggS", "source_unsupported"],
];
const COMPOUND = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/** Refuses what is known to be another format, saying what to do with it. */
export function refuseFormat(bytes: Uint8Array): void {
  const head = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  const refused = REFUSED.find(([signature]) => head.startsWith(signature));
  if (refused !== undefined) throw new AppError("invalid", refused[1]);
  if (!head.startsWith(COMPOUND)) return;
  // A Word file with a password is packed into the older format.
  const isEncrypted = Buffer.from(bytes).includes(
    Buffer.from("EncryptedPackage", "utf16le"),
  );
  throw new AppError(
    "invalid",
    isEncrypted ? "source_encrypted" : "source_doc",
  );
}

const NAMES: Readonly<Record<DataKind, string>> = {
  xml: "XML",
  json: "JSON",
  po: "PO",
  table: "CSV",
  mail: "MIME",
  subtitles: "SRT",
};

/** Refuses a text file that holds data, whatever its name; what can be read instead is named. */
export function refuseData(text: string, extension: string): void {
  const kind = dataKindOf(text, extension);
  if (kind === null) return;
  const values = { kind: NAMES[kind] };
  throw new AppError("invalid", "source_data", { values });
}

/** Tells whether a file is a zip archive, as a Word file is. */
export function startsAsZip(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
  );
}
