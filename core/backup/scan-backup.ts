import type { z } from "zod";
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  BackupEnd,
  BackupError,
  BackupHeader,
  END_OF_ROWS,
  MAX_LINE,
  TableEnd,
  TableHead,
} from "./format";

/** A piece of a backup in the order of the file; `bytes` are those of the file. */
export type BackupPart = { readonly bytes: Uint8Array } & (
  | { readonly kind: "header"; readonly header: BackupHeader }
  | { readonly kind: "table"; readonly table: TableHead }
  | { readonly kind: "rows"; readonly rows: number }
  | { readonly kind: "rowsEnd" }
  | { readonly kind: "tableEnd"; readonly end: TableEnd }
  | { readonly kind: "end"; readonly end: BackupEnd }
);

type Expected = "header" | "table" | "rows" | "tableEnd" | "nothing";

/** Takes the uncompressed bytes of a backup apart, as they come. */
export type BackupScanner = {
  /** The pieces that are whole now. Rows are given on as they come: a row may be larger than the memory. */
  push(chunk: Uint8Array): readonly BackupPart[];
  /** Fails unless the backup was read to its last line. */
  finish(): void;
};

const NEW_LINE = 10;
const TERMINATOR = new TextEncoder().encode(`${END_OF_ROWS}\n`);
const decoder = new TextDecoder("utf-8", { fatal: true });

function join(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}

function parseJson(line: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(line));
  } catch {
    return undefined;
  }
}

function parseLine<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new BackupError("damaged", `${what} cannot be read`);
}

function parseHeader(line: Uint8Array): BackupHeader {
  const value = parseJson(line);
  const isObject = typeof value === "object" && value !== null;
  if (!isObject || !("format" in value) || value.format !== BACKUP_FORMAT)
    throw new BackupError("foreign", "its first line is not that of a backup");
  const version = "version" in value ? value.version : null;
  if (typeof version === "number" && version > BACKUP_VERSION)
    throw new BackupError("newer", `its form has version ${version}`);
  return parseLine(BackupHeader, value, "the header");
}

/** Reads a line between tables: the head of the next one, or the end of the file. */
function parseBetween(bytes: Uint8Array): BackupPart {
  const value = parseJson(bytes);
  const isTable =
    typeof value === "object" && value !== null && "table" in value;
  if (isTable) {
    const table = parseLine(TableHead, value, "the head of a table");
    return { kind: "table", table, bytes };
  }
  return {
    kind: "end",
    end: parseLine(BackupEnd, value, "the last line"),
    bytes,
  };
}

/** How far rows go in these bytes, and whether their end follows there. `held` bytes may be its beginning. */
function scanRows(bytes: Uint8Array, isLineStart: boolean) {
  let at = 0;
  let rows = 0;
  let starts = isLineStart;
  while (at < bytes.length) {
    if (starts) {
      const next = bytes.subarray(at, at + TERMINATOR.length);
      if (next.every((byte, index) => byte === TERMINATOR[index])) {
        const ended = next.length === TERMINATOR.length;
        return { at, rows, starts, ended };
      }
    }
    const end = bytes.indexOf(NEW_LINE, at);
    starts = end >= 0;
    if (starts) rows += 1;
    at = starts ? end + 1 : bytes.length;
  }
  return { at, rows, starts, ended: false };
}

/** Makes a scanner for one backup. It throws a BackupError at the first byte that cannot belong to a backup. */
export function createBackupScanner(): BackupScanner {
  let expected: Expected = "header";
  let held: Uint8Array = new Uint8Array();
  let isLineStart = true;

  function takeLine(bytes: Uint8Array): BackupPart {
    if (expected === "header") {
      const header = parseHeader(bytes);
      expected = "table";
      return { kind: "header", header, bytes };
    }
    if (expected === "tableEnd") {
      expected = "table";
      const end = parseLine(
        TableEnd,
        parseJson(bytes),
        "the line behind a table",
      );
      return { kind: "tableEnd", end, bytes };
    }
    const part = parseBetween(bytes);
    expected = part.kind === "end" ? "nothing" : "rows";
    isLineStart = true;
    return part;
  }

  /** Takes what it can from the front of `bytes`; the number of bytes taken, 0 where more must come first. */
  function take(bytes: Uint8Array, parts: BackupPart[]): number {
    if (expected === "nothing")
      throw new BackupError("damaged", "something follows its last line");
    if (expected !== "rows") {
      const end = bytes.indexOf(NEW_LINE);
      if (end > MAX_LINE || (end < 0 && bytes.length > MAX_LINE))
        throw new BackupError(
          expected === "header" ? "foreign" : "damaged",
          "a line is too long",
        );
      if (end < 0) return 0;
      parts.push(takeLine(bytes.subarray(0, end + 1)));
      return end + 1;
    }
    const { at, rows, starts, ended } = scanRows(bytes, isLineStart);
    isLineStart = starts;
    if (at > 0)
      parts.push({ kind: "rows", rows, bytes: bytes.subarray(0, at) });
    if (!ended) return at;
    expected = "tableEnd";
    const to = at + TERMINATOR.length;
    parts.push({ kind: "rowsEnd", bytes: bytes.subarray(at, to) });
    return to;
  }

  return {
    push(chunk) {
      const parts: BackupPart[] = [];
      let bytes = join(held, chunk);
      while (bytes.length > 0) {
        const taken = take(bytes, parts);
        if (taken === 0) break;
        bytes = bytes.subarray(taken);
      }
      // A copy: what is left is small, and must not keep the whole chunk.
      held = bytes.slice();
      return parts;
    },
    finish() {
      if (expected === "nothing") return;
      throw new BackupError(
        expected === "header" && held.length < MAX_LINE ? "foreign" : "damaged",
        "it ends too early",
      );
    },
  };
}
