import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BACKUP_VERSION, BackupError, MAX_LINE } from "./format";
import { createBackupScanner, type BackupPart } from "./scan-backup";

const HEADER = {
  format: "duizhao-backup",
  version: BACKUP_VERSION,
  product: "0.1.0",
  postgres: "18.4",
  createdAt: "2026-12-01T03:02:02.353Z",
  migrations: [{ name: "20261122082955_first", checksum: "a".repeat(64) }],
  leftOut: ["Attempt"],
};
const TABLE = { table: "Account", columns: ["id", "name"] };
const NO_SUM = "0".repeat(64);
const ROWS = "1\t王芳\n2\t\\.\\\\.\n\\N\t\\\\.\n";
const TABLE_END = { rows: 3, bytes: 30, sha256: NO_SUM };
const END = { sequences: [], tables: 1, rows: 3, bytes: 30, sha256: NO_SUM };

const linesOf = (...lines: (object | string)[]) =>
  lines
    .map((line) =>
      typeof line === "string" ? line : `${JSON.stringify(line)}\n`,
    )
    .join("");
const WHOLE = linesOf(HEADER, TABLE, ROWS, "\\.\n", TABLE_END, END);

/** Reads a text in chunks that end at these places. */
function scan(text: string, cuts: readonly number[] = []): BackupPart[] {
  const bytes = new TextEncoder().encode(text);
  const scanner = createBackupScanner();
  const ends = [...cuts.toSorted((a, b) => a - b), bytes.length];
  let from = 0;
  const parts = ends.flatMap((to) => {
    const chunk = bytes.slice(from, Math.max(from, to));
    from = Math.max(from, to);
    return scanner.push(chunk);
  });
  scanner.finish();
  return parts;
}

function rowsOf(parts: readonly BackupPart[]) {
  const rows = parts.filter((part) => part.kind === "rows");
  const decoder = new TextDecoder();
  return {
    text: rows
      .map(({ bytes }) => decoder.decode(bytes, { stream: true }))
      .join(""),
    count: rows.reduce((sum, part) => sum + part.rows, 0),
  };
}

function failure(text: string): BackupError {
  try {
    scan(text);
  } catch (error) {
    if (error instanceof BackupError) return error;
    throw error;
  }
  throw new Error("It was read.");
}

describe("a backup is taken apart", () => {
  it("into its parts in order, with every byte of the file", () => {
    const parts = scan(WHOLE);
    expect(parts.map(({ kind }) => kind)).toEqual([
      "header",
      "table",
      "rows",
      "rowsEnd",
      "tableEnd",
      "end",
    ]);
    expect(rowsOf(parts)).toEqual({ text: ROWS, count: 3 });
  });

  it("in the same way wherever the chunks end", () => {
    const size = new TextEncoder().encode(WHOLE).length;
    fc.assert(
      fc.property(fc.array(fc.nat(size), { maxLength: 40 }), (cuts) => {
        const parts = scan(WHOLE, cuts);
        expect(rowsOf(parts)).toEqual({ text: ROWS, count: 3 });
        expect(parts.at(-1)?.kind).toBe("end");
        const bytes = parts.flatMap((part) => [...part.bytes]);
        expect(bytes).toEqual([...new TextEncoder().encode(WHOLE)]);
      }),
    );
  });

  it("one byte at a time, without holding rows back", () => {
    const cuts = [...new TextEncoder().encode(WHOLE).keys()];
    expect(rowsOf(scan(WHOLE, cuts))).toEqual({ text: ROWS, count: 3 });
  });

  it("with tables that have no rows", () => {
    const text = linesOf(HEADER, TABLE, "\\.\n", TABLE_END, END);
    expect(rowsOf(scan(text))).toEqual({ text: "", count: 0 });
  });
});

describe("what is no whole backup is refused", () => {
  it("as foreign where the first line is another's", () => {
    for (const text of [
      "",
      "{}\n",
      "hello\n",
      '{"format":"duizhao-bundle"}\n',
      "x".repeat(MAX_LINE + 10),
    ])
      expect(failure(text).kind).toBe("foreign");
  });

  it("as newer where its form has a later version, whatever else is in it", () => {
    const header = { ...HEADER, version: BACKUP_VERSION + 1, encrypted: true };
    expect(failure(linesOf(header)).kind).toBe("newer");
  });

  it("as damaged wherever it is cut off", () => {
    const first = linesOf(HEADER).length;
    for (let length = first; length < WHOLE.length; length += 1)
      expect(failure(WHOLE.slice(0, length)).kind).toBe("damaged");
  });

  it("as damaged where something follows, or a line is not as it must be", () => {
    const wrong = [
      `${WHOLE}more\n`,
      WHOLE + WHOLE,
      linesOf({ ...HEADER, migrations: [] }, END),
      linesOf(HEADER, { table: "x".repeat(64), columns: ["id"] }),
      linesOf(HEADER, { ...TABLE, sql: "DROP TABLE" }),
      linesOf(HEADER, TABLE, ROWS, "\\.\n", { ...TABLE_END, rows: -1 }),
      linesOf(HEADER, TABLE, ROWS, "\\.\n", TABLE),
      linesOf(HEADER, "x".repeat(MAX_LINE + 10)),
    ];
    for (const text of wrong) expect(failure(text).kind).toBe("damaged");
  });
});
