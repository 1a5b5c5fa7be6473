import Papa from "papaparse";
import { fold } from "@/core/text/fold";
import {
  AddTermInput,
  MAX_TERMS,
  type TermCategory,
  type TermStatus,
  type TermView,
} from "./term";

/** A row of a glossary file. Null: the file has no such column, so what is known of the term stays. */
export type CsvTerm = {
  /** 1-based line of the file on which the row begins. */
  readonly line: number;
  readonly source: string;
  /** `source` folded: what makes two rows the same term. */
  readonly normalized: string;
  readonly target: string;
  readonly pinyin: string | null;
  readonly note: string | null;
  readonly status: TermStatus | null;
  readonly category: TermCategory | null;
};

/** Why a row is not taken: a key below `errors` in the interface texts. */
export type CsvProblem = {
  readonly line: number;
  readonly message: string;
  /** The row's source term, where it has one. */
  readonly source: string;
};

export type CsvGlossary = {
  readonly terms: readonly CsvTerm[];
  readonly problems: readonly CsvProblem[];
};

const COLUMNS = [
  "source",
  "target",
  "pinyin",
  "note",
  "status",
  "category",
] as const;
type Column = (typeof COLUMNS)[number];

/** What columns are called; the first name is written, all are read. */
const NAMES: Readonly<Record<Column, readonly string[]>> = {
  source: ["source", "原文", "术语", "中文"],
  target: ["target", "译文", "译法", "英文", "english"],
  pinyin: ["pinyin", "拼音"],
  note: ["note", "备注", "说明"],
  status: ["status", "状态"],
  category: ["category", "类别", "分类"],
};

/** What cells of these columns may say, in small letters. */
const STATUSES: Readonly<Record<string, TermStatus>> = {
  proposed: "proposed",
  建议: "proposed",
  待审定: "proposed",
  approved: "approved",
  已审定: "approved",
  已批准: "approved",
};
const CATEGORIES: Readonly<Record<string, TermCategory>> = {
  term: "term",
  术语: "term",
  person: "person",
  人名: "person",
  place: "place",
  地名: "place",
  organization: "organization",
  organisation: "organization",
  机构: "organization",
  组织: "organization",
};

const DELIMITERS = [",", ";", "\t", "|"];

/** What a spreadsheet takes for a formula, and what stands before it so that it does not. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;

const CsvRow = AddTermInput.omit({
  projectId: true,
  status: true,
  category: true,
});

type Table = {
  readonly columns: ReadonlyMap<Column, number>;
  readonly width: number;
  readonly delimiter: string;
  /** Where the header begins in the text, and its 1-based line. */
  readonly from: number;
  readonly line: number;
};

/** So many lines may stand before the header: a caption, a note on its use, empty lines. */
const MAX_BEFORE_HEADER = 30;
/** No header is longer. */
const MAX_HEADER = 4000;

/**
 * Reads a glossary from CSV text; null when none of its first lines names the columns `source` and `target`. Spreadsheet
 * programs write `sep=;` in the first line, and people a caption above the header: all of this is passed over.
 */
export function readCsv(text: string): CsvGlossary | null {
  const csv = text.replace(/^\ufeff/, "");
  const table = readHeader(csv);
  if (table === null) return null;
  const terms: CsvTerm[] = [];
  const problems: CsvProblem[] = [];
  const firstLines = new Map<string, number>();
  for (const { line, cells, isBroken } of rowsOf(csv, table)) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    const row = isBroken
      ? problem(line, "csv_quote_open", cells, table)
      : readRow(line, cells, table);
    if ("message" in row) {
      problems.push(row);
    } else if (firstLines.has(row.normalized)) {
      problems.push({ line, message: "csv_row_repeated", source: row.source });
    } else if (terms.length >= MAX_TERMS) {
      problems.push({ line, message: "csv_rows_too_many", source: row.source });
      break;
    } else {
      firstLines.set(row.normalized, line);
      terms.push(row);
    }
  }
  return { terms, problems };
}

function readHeader(csv: string): Table | null {
  let from = 0;
  for (let line = 1; line <= MAX_BEFORE_HEADER + 1; line += 1) {
    const table = readHeaderAt(csv, from, line);
    if (table !== null) return table;
    const end = /\r\n|\r|\n/.exec(csv.slice(from, from + MAX_HEADER));
    if (end === null) return null;
    from += end.index + end[0].length;
  }
  return null;
}

function readHeaderAt(csv: string, from: number, line: number): Table | null {
  const head = csv.slice(from, from + MAX_HEADER);
  for (const delimiter of DELIMITERS) {
    const [cells] = Papa.parse<string[]>(head, { delimiter, preview: 1 }).data;
    const names = (cells ?? []).map((cell) => cell.trim().toLowerCase());
    const columns = new Map<Column, number>();
    for (const column of COLUMNS) {
      const index = names.findIndex((name) => NAMES[column].includes(name));
      if (index !== -1) columns.set(column, index);
    }
    if (columns.has("source") && columns.has("target"))
      return { columns, width: names.length, delimiter, from, line };
  }
  return null;
}

type Row = {
  readonly line: number;
  readonly cells: readonly string[];
  readonly isBroken: boolean;
};

/** The rows below the header; a quotation mark that is never closed breaks the last one. */
function rowsOf(csv: string, table: Table): readonly Row[] {
  const rows: Row[] = [];
  const { delimiter } = table;
  let { line } = table;
  Papa.parse<string[]>(csv.slice(table.from), {
    delimiter,
    step: ({ data, errors }) => {
      const isBroken = errors.some((error) => error.type === "Quotes");
      if (line > table.line) rows.push({ line, cells: data, isBroken });
      line +=
        1 +
        data.reduce(
          (sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0),
          0,
        );
    },
  });
  return rows;
}

function readRow(
  line: number,
  cells: readonly string[],
  table: Table,
): CsvTerm | CsvProblem {
  const get = (column: Column): string | null => {
    const index = table.columns.get(column);
    return index === undefined ? null : unguard(cells[index] ?? "").trim();
  };
  if (cells.slice(table.width).some((cell) => cell.trim() !== ""))
    return problem(line, "csv_row_ragged", cells, table);
  const status = readWord(STATUSES, get("status"));
  if (status === undefined)
    return problem(line, "csv_status_unknown", cells, table);
  const category = readWord(CATEGORIES, get("category"));
  if (category === undefined)
    return problem(line, "csv_category_unknown", cells, table);
  const [pinyin, note] = [get("pinyin"), get("note")];
  const checked = CsvRow.safeParse({
    source: get("source") ?? "",
    target: get("target") ?? "",
    pinyin: pinyin ?? "",
    note: note ?? "",
  });
  if (!checked.success) {
    const message = checked.error.issues[0]?.message ?? "field_invalid";
    return problem(line, message, cells, table);
  }
  const row = checked.data;
  return {
    line,
    source: row.source,
    normalized: fold(row.source).text,
    target: row.target,
    pinyin: pinyin === null ? null : row.pinyin,
    note: note === null ? null : row.note,
    status,
    category,
  };
}

/** What a cell says, null where it is empty, undefined where it says nothing that is known. */
function readWord<T>(
  words: Readonly<Record<string, T>>,
  cell: string | null,
): T | null | undefined {
  if (cell === null || cell === "") return null;
  const name = cell.toLowerCase();
  return Object.hasOwn(words, name) ? words[name] : undefined;
}

function problem(
  line: number,
  message: string,
  cells: readonly string[],
  table: Table,
): CsvProblem {
  const source = cells[table.columns.get("source") ?? 0] ?? "";
  return { line, message, source: unguard(source).trim().slice(0, 60) };
}

/** Writes terms as CSV for spreadsheets: UTF-8 with a byte order mark, CRLF, no cell that could run as a formula. */
export function writeCsv(terms: readonly Omit<TermView, "id">[]): string {
  const data = terms.map((term) =>
    COLUMNS.map((column) => guard(term[column])),
  );
  const csv = Papa.unparse(
    { fields: [...COLUMNS], data },
    // Quoted too where another delimiter than ours would cut the cell.
    { newline: "\r\n", quotes: (cell) => /[";\t\r\n]/.test(String(cell)) },
  );
  return `\ufeff${csv.trimEnd()}\r\n`;
}

function guard(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

function unguard(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
