import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeCsv } from "./csv-bytes";
import { readCsv, writeCsv } from "./csv";
import { TERM_CATEGORIES } from "./term";

function read(csv: string) {
  const glossary = readCsv(csv);
  if (glossary === null) throw new Error("no header");
  return glossary;
}

describe("reading a glossary from CSV", () => {
  it("reads source and target, and knows nothing of columns that are not there", () => {
    expect(
      read("source,target\n五链融合,Five-Chain Integration\n").terms,
    ).toEqual([
      {
        line: 2,
        source: "五链融合",
        normalized: "五链融合",
        target: "Five-Chain Integration",
        pinyin: null,
        note: null,
        status: null,
        category: null,
      },
    ]);
  });

  it("takes columns in any order and leaves out those it does not know", () => {
    const csv =
      "Status,domain, Target ,NOTE,source,pinyin\napproved,policy,integration,see 5.,五链,wǔ liàn\n";
    expect(read(csv).terms[0]).toMatchObject({
      source: "五链",
      target: "integration",
      pinyin: "wǔ liàn",
      note: "see 5.",
      status: "approved",
    });
  });

  it.each([
    ["a byte order mark", "\ufeffsource,target\r\n五链,chains\r\n"],
    ["semicolons", "source;target\n五链;chains\n"],
    ["tabs", "source\ttarget\n五链\tchains"],
    ["quoted header and cells", '"source","target"\n"五链","chains"\n'],
    ["carriage returns alone", "source,target\r五链,chains\r"],
    ["Chinese column names", "原文,译文\n五链,chains\n"],
  ])("reads %s", (_, csv) => {
    const { terms, problems } = read(csv);
    expect(problems).toEqual([]);
    expect(terms.map(({ source, target }) => [source, target])).toEqual([
      ["五链", "chains"],
    ]);
  });

  it("counts lines of the file, also when cells hold line breaks and lines are blank", () => {
    const csv =
      'source,target,note\n五链,chains,"one\ntwo\r\nthree"\n\n,no source,\n六链,six,\n';
    const { terms, problems } = read(csv);
    expect(terms.map(({ line }) => line)).toEqual([2, 7]);
    expect(terms[0]?.note).toBe("one\ntwo\nthree");
    expect(problems).toEqual([
      { line: 6, message: "term_source_missing", source: "" },
    ]);
  });

  it.each([
    ["no English", "五链,", "term_target_missing"],
    [
      "nothing but quotation marks for a source",
      "“”,quotes",
      "term_source_missing",
    ],
    ["more cells than columns", "五链,Five, chains", "csv_row_ragged"],
    ["a source that is too long", `${"链".repeat(201)},chains`, "too_long"],
  ])("says on which line there is %s", (_, row, message) => {
    const { terms, problems } = read(`source,target\n${row}\n六链,six\n`);
    expect(problems.map(({ line, message }) => [line, message])).toEqual([
      [2, message],
    ]);
    expect(terms.map(({ source }) => source)).toEqual(["六链"]);
  });

  it("says on which line a status is not known", () => {
    const { problems } = read(
      "source,target,status\n五链,chains,maybe\n六链,six,Approved\n",
    );
    expect(problems).toEqual([
      { line: 2, message: "csv_status_unknown", source: "五链" },
    ]);
  });

  it("reads what a term names, in either language, and says on which line that is not known", () => {
    const { terms, problems } = read(
      "source,target,类别\n衢州,Quzhou,Place\n衢江,Qujiang,地名\n政协,CPPCC,organisation\n五链,chains,\n六链,six,river\n七链,seven,constructor\n",
    );
    expect(terms.map(({ category }) => category)).toEqual([
      "place",
      "place",
      "organization",
      null,
    ]);
    expect(problems).toEqual([
      { line: 6, message: "csv_category_unknown", source: "六链" },
      { line: 7, message: "csv_category_unknown", source: "七链" },
    ]);
  });

  it("says where a quotation mark is opened and never closed, and keeps what stands above", () => {
    const { terms, problems } = read(
      'source,target\n五链,chains\n六链,"six\n七链,seven\n',
    );
    expect(terms.map(({ source }) => source)).toEqual(["五链"]);
    expect(problems).toEqual([
      { line: 3, message: "csv_quote_open", source: "六链" },
    ]);
  });

  it("reports a term that comes twice after folding and keeps the first", () => {
    const { terms, problems } = read(
      "source,target\n五链融合,one\n“五链”融合,two\n",
    );
    expect(terms.map(({ target }) => target)).toEqual(["one"]);
    expect(problems).toEqual([
      { line: 3, message: "csv_row_repeated", source: "“五链”融合" },
    ]);
  });

  it("refuses a file that does not name its columns", () => {
    expect(readCsv("五链,chains\n")).toBeNull();
    expect(readCsv("")).toBeNull();
    expect(readCsv("\u0000\u0001")).toBeNull();
  });

  it("reads 100,000 rows and says that it reads no more", () => {
    const rows = Array.from(
      { length: 100_010 },
      (_, index) => `术语${index},term ${index}`,
    );
    const { terms, problems } = read(`source,target\n${rows.join("\n")}`);
    expect(terms).toHaveLength(100_000);
    expect(problems).toEqual([
      { line: 100_002, message: "csv_rows_too_many", source: "术语100000" },
    ]);
  });
});

describe("writing a glossary as CSV", () => {
  const term = {
    source: "五链",
    pinyin: "wǔ liàn",
    target: "chains",
    note: "",
    status: "approved" as const,
    category: "place" as const,
  };

  it("is what Excel opens: byte order mark, CRLF, our columns", () => {
    expect(writeCsv([term])).toBe(
      "\ufeffsource,target,pinyin,note,status,category\r\n五链,chains,wǔ liàn,,approved,place\r\n",
    );
  });

  it.each(["=1+1", "+86", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1"])(
    "keeps %j from being a formula",
    (target) => {
      const cell =
        writeCsv([{ ...term, target }])
          .split("\r\n")
          .slice(1)
          .join("\r\n")
          .split(",")[1] ?? "";
      expect(cell.replace(/^"/, "").startsWith("'")).toBe(true);
    },
  );

  it("quotes cells that another delimiter would cut into a formula", () => {
    expect(writeCsv([{ ...term, target: "a;=1" }])).toContain('"a;=1"');
  });

  it("gives back exactly what was written", () => {
    const cell = fc
      .string({
        unit: fc.constantFrom(..."五链ab=+-@'\"“”,;\t\r\n ＝"),
        minLength: 1,
        maxLength: 12,
      })
      .map((text) => text.replace(/\s+/gu, " ").trim())
      .filter((text) => text !== "");
    const terms = fc.uniqueArray(
      fc.record({
        source: cell.map((text) => `链${text}`),
        pinyin: fc.oneof(cell, fc.constant("")),
        target: cell,
        note: fc.oneof(
          cell,
          fc.constant(""),
          fc.constant("two\n\n=lines; “one” note"),
        ),
        status: fc.constantFrom("approved" as const, "proposed" as const),
        category: fc.constantFrom(...TERM_CATEGORIES),
      }),
      {
        selector: ({ source }) =>
          source.replace(/[\s"'“”]/g, "").replaceAll("＝", "="),
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(terms, (given) => {
        const { terms: back, problems } = read(writeCsv(given));
        expect(problems).toEqual([]);
        expect(
          back.map(({ line: _line, normalized: _normalized, ...row }) => row),
        ).toEqual(given);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("what stands before the header of a glossary file", () => {
  const sources = (text: string) =>
    readCsv(text)?.terms.map(({ line, source, target }) => [
      line,
      source,
      target,
    ]) ?? null;

  it.each([
    ["sep=;", "sep=;\r\nsource;target\r\n湿地;wetland\r\n", 3],
    ["sep=, in quotes", '"sep=,"\nsource,target\n湿地,wetland\n', 3],
    ["a mark and sep", "\ufeffsep=\t\nsource\ttarget\n湿地\twetland", 3],
    ["a caption", "青溪市术语表\nsource,target\n湿地,wetland\n", 3],
    [
      "a caption in quotes",
      "“十五五”术语表,,\n原文,译文,备注\n湿地,wetland,\n",
      3,
    ],
    ["a quoted word", '"十五五"规划术语表\nsource,target\n湿地,wetland\n', 3],
    ["an open quote", '"十五五规划术语表\nsource,target\n湿地,wetland\n', 3],
    ["empty lines", "\n\n,,\nsource,target\n湿地,wetland\n", 5],
    ["all of it", "sep=;\n\n术语表;2026年\n\n原文;译文\n湿地;wetland\n", 6],
    ["a bar", "source|target\n湿地|wetland\n", 2],
    ["nothing", "source,target\n湿地,wetland\n", 2],
  ])("is passed over, and lines keep their numbers: %s", (_, text, line) => {
    expect(sources(text)).toEqual([[line, "湿地", "wetland"]]);
  });

  it("is looked at no further than a page", () => {
    const far = `${"说明\n".repeat(200)}source,target\n湿地,wetland\n`;
    expect(sources(far)).toBeNull();
    expect(sources("说明".repeat(1_000_000))).toBeNull();
  });
});

describe("the bytes of a glossary file", () => {
  const CSV = "source,target\n湿地,wetland\n";

  it.each([
    ["UTF-8", Buffer.from(CSV)],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${CSV}`)],
    ["UTF-16 with a mark", Buffer.from(`\ufeff${CSV}`, "utf16le")],
    ["UTF-16 without", Buffer.from(CSV, "utf16le")],
    [
      "UTF-16 of the other order",
      Buffer.from(`\ufeff${CSV}`, "utf16le").swap16(),
    ],
    ["the same without a mark", Buffer.from(CSV, "utf16le").swap16()],
  ])("are read in %s", (_, bytes) => {
    expect(readCsv(decodeCsv(bytes))?.terms).toHaveLength(1);
  });

  it.each([
    ["a workbook", Buffer.from("PK\x03\x04xl/workbook.xml")],
    ["an old workbook", Buffer.from("d0cf11e0a1b11ae1", "hex")],
    ["a PDF", Buffer.from("%PDF-1.7")],
    ["TBX", Buffer.from('<?xml version="1.0"?><martif type="TBX"/>')],
    ["JSON", Buffer.from('[{"source":"湿地"}]')],
    ["PO", Buffer.from('msgid ""\nmsgstr ""\n')],
    ["noise", Buffer.from([1, 2, 3, 0, 5, 0, 0, 8])],
  ])("are refused where they are %s, whatever their name", (_, bytes) => {
    expect(() => decodeCsv(bytes)).toThrow(
      expect.objectContaining({ message: "csv_unreadable" }),
    );
  });
});
