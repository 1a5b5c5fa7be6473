import { AppError } from "@/core/errors";
import { dataKindOf } from "@/core/text/data-files";

/** How workbooks, PDFs, pictures and other files begin that are no text. */
const FOREIGN = [
  "PK\u0003\u0004",
  "PK\u0005\u0006",
  "%PDF-",
  "\u00d0\u00cf\u0011\u00e0",
  "{\\rtf",
  "\u0089PNG",
  "\u00ff\u00d8\u00ff",
  "GIF8",
  "\u001f\u008b",
  "SQLite",
];

/**
 * Decodes a CSV file: UTF-8 or UTF-16 by its byte order mark or by its zero bytes, else UTF-8, else GB18030, which is
 * what spreadsheets write on Chinese computers. Throws an AppError for a file that is no table of text, whatever its name.
 */
export function decodeCsv(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  if (FOREIGN.some((start) => head.startsWith(start)))
    throw new AppError("invalid", "csv_unreadable");
  const text = decode(bytes);
  refuseData(text);
  return text;
}

/** Throws an AppError for text that is data of another form than a table: XML, JSON or PO. */
export function refuseData(text: string): void {
  const kind = dataKindOf(text.replace(/^\ufeff/, ""));
  if (text.includes("\0") || (kind !== null && kind !== "table"))
    throw new AppError("invalid", "csv_unreadable");
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  // Without its mark, UTF-16 is known by the zero byte of its first letter.
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0))
    return new TextDecoder("utf-16le").decode(bytes);
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0))
    return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
