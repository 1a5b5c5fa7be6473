import { execFile, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { readBundle } from "@/core/bundle/read-bundle";
import { plainText } from "@/core/text/rich-text";
import { main } from "./main";

const root = path.resolve(import.meta.dirname, "..");
const sample = path.join(root, "samples/quzhou-15th-fyp");

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "duizhao-cli-"));
});
afterAll(() => rm(folder, { recursive: true }));

type Outcome = {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
};

/** Runs the command in a folder of its own, as a user would. */
function duizhao(
  args: readonly string[],
  input?: string | Uint8Array,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [path.join(root, "cli/duizhao.mjs"), ...args],
      { cwd: folder, maxBuffer: 2 ** 28 },
      (_, out, err) => resolve({ code: child.exitCode, out, err }),
    );
    child.stdin?.end(input ?? "");
  });
}

/** The same without a process of its own: what a command does does not depend on how it was started. */
async function inProcess(args: readonly string[]): Promise<Outcome> {
  const take = (...given: readonly unknown[]): boolean => {
    const done = given.at(-1);
    if (typeof done === "function") (done as () => void)();
    return true;
  };
  const out = vi.spyOn(process.stdout, "write").mockImplementation(take);
  const err = vi.spyOn(process.stderr, "write").mockImplementation(take);
  const told = (spy: typeof out) =>
    spy.mock.calls.map(([text]) => String(text)).join("");
  const before = process.cwd();
  process.chdir(folder);
  try {
    const code = await main(args);
    return { code, out: told(out), err: told(err) };
  } finally {
    process.chdir(before);
    out.mockRestore();
    err.mockRestore();
  }
}

function give(name: string, content: string | Uint8Array): Promise<void> {
  return writeFile(path.join(folder, name), content);
}

function expectRefusal({ code, out, err }: Outcome, message: RegExp): void {
  expect(out).toBe("");
  expect(err).toMatch(message);
  expect(err.trimEnd().split("\n")).toHaveLength(1);
  expect(code).toBe(2);
}

describe("duizhao", () => {
  it("lists its commands and explains each", async () => {
    const list = await duizhao(["--help"]);
    expect(list).toMatchObject({ code: 0, err: "" });
    for (const name of ["parse", "terms", "pair", "export"]) {
      expect(list.out).toContain(`duizhao ${name} `);
      const help = await inProcess([name, "--help"]);
      expect(help).toMatchObject({ code: 0, err: "" });
      expect(help.out).toMatch(new RegExp(`^Usage: duizhao ${name} `));
    }
  });

  it.each([
    [[], /--help/],
    [["nonsense"], /no command “nonsense”/],
    [["toString"], /no command/],
    [["parse"], /FILE is missing/],
    [["parse", "a", "b"], /“b” is one argument too many/],
    [["parse", "--yaml", "a"], /--yaml/],
    [["terms", "a.txt"], /--glossary is missing/],
    [["terms", "--glossary"], /glossary/],
    [["pair", "--source", "a", "--target", "b"], /--output is missing/],
    [["pair", "a", "-o", "x"], /EN\.txt is missing/],
    [["pair", "a", "--target", "b", "c", "-o", "x"], /“c” is one argument/],
    [
      ["parse", "missing.txt"],
      /missing\.txt cannot be read: there is no such file/,
    ],
    [["parse", "."], /it is a folder/],
    [
      ["export", "b", "--format", "rtf", "-o", "x"],
      /--format is docx, pdf, .* tmx or bundle, not “rtf”/,
    ],
    [
      ["export", "b", "--format", "md", "--layout", "columns", "-o", "x"],
      /--layout is english, parallel, interleaved or annotated, not “columns”/,
    ],
    [
      ["export", "b", "--format", "md", "--notes", "many", "-o", "x"],
      /--notes is footnotes, endnotes or none, not “many”/,
    ],
    [
      ["export", "b", "--format=md", "--glossary", "--no-glossary", "-o", "x"],
      /say one of them/,
    ],
    [["export", "b", "--format", "md"], /--output is missing/],
  ] as const)(
    "refuses %j in one line with exit code 2",
    async (args, message) => {
      expectRefusal(await inProcess(args), message);
    },
  );

  it("takes no harm when its reader stops reading", async () => {
    const command = `"${process.execPath}" "${path.join(root, "cli/duizhao.mjs")}" parse --json "${sample}/source.zh.txt" | head -c 10`;
    const child = spawn("bash", ["-o", "pipefail", "-c", command]);
    let err = "";
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect(err).toBe("");
    expect(code).toBe(0);
  });
});

describe("duizhao parse", () => {
  it("prints the structure of the sample as JSON, losing nothing", async () => {
    const { code, out, err } = await inProcess([
      "parse",
      path.join(sample, "source.zh.txt"),
      "--json",
    ]);
    expect([code, err]).toEqual([0, ""]);
    const { metadata, paragraphs } = JSON.parse(out) as {
      metadata: Record<string, string | null>;
      paragraphs: { kind: string; level: number | null; text: string }[];
    };
    expect(metadata["date"]).toBe("2025-12-08");
    const kinds = paragraphs.map(({ kind, level }) =>
      level === null ? kind : `${kind} ${level}`,
    );
    expect(kinds.filter((kind) => kind === "heading 1")).toHaveLength(12);
    const given = await readFile(path.join(sample, "source.zh.txt"), "utf8");
    expect(
      paragraphs
        .map(({ text }) => text)
        .join("")
        .replace(/\s/g, ""),
    ).toBe(given.replace(/[\s\ufeff]/g, ""));
    expect(Object.keys(paragraphs[0] ?? {})).toEqual([
      "kind",
      "level",
      "marker",
      "runIn",
      "text",
    ]);
  });

  it("reads standard input, and other encodings", async () => {
    expect(
      (await duizhao(["parse", "-"], "一、五链融合\n正文。\n")).out,
    ).toContain("一、五链融合");
    const utf16 = Buffer.from("\ufeff一、五链融合\n", "utf16le");
    expect((await duizhao(["parse", "-", "--json"], utf16)).out).toContain(
      "五链融合",
    );
  });

  it.each([
    ["nothing", ""],
    ["a picture", Buffer.from("\x89PNG\r\n\x1a\n", "latin1")],
    [
      "noise",
      Buffer.from(
        Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256),
      ),
    ],
  ])("refuses %s", async (_, content) => {
    await give("bad", content);
    expectRefusal(
      await inProcess(["parse", path.join(folder, "bad")]),
      /^duizhao: \S/,
    );
  });
});

describe("duizhao terms", () => {
  it("finds terms where parse says the paragraphs are, as the glossary writes them", async () => {
    await give(
      "zh.txt",
      "一、坚持“五链”融合\n运用“141”体系，做强2141和五链。\n",
    );
    await give(
      "terms.csv",
      "\ufefftarget;source;extra\r\nFive-Chain Integration;五链融合;x\r\nFive Chains;“五链”;\r\n141 system;１４１;\r\n",
    );
    const { code, out, err } = await inProcess([
      "terms",
      "--glossary",
      "terms.csv",
      "zh.txt",
    ]);
    expect([code, err]).toEqual([0, ""]);
    expect(JSON.parse(out)).toEqual([
      {
        paragraph: 0,
        from: 4,
        to: 10,
        source: "五链融合",
        target: "Five-Chain Integration",
      },
      { paragraph: 1, from: 3, to: 6, source: "１４１", target: "141 system" },
      {
        paragraph: 1,
        from: 17,
        to: 19,
        source: "“五链”",
        target: "Five Chains",
      },
    ]);
  });

  it("prints an empty array where nothing is found, and names rows it cannot use on standard error", async () => {
    await give("zh.txt", "正文。\n");
    await give("terms.csv", "source,target\n五链融合,\n");
    const { code, out, err } = await inProcess([
      "terms",
      "--glossary",
      "terms.csv",
      "zh.txt",
    ]);
    expect([code, JSON.parse(out)]).toEqual([0, []]);
    expect(err).toMatch(/^terms\.csv:2: 五链融合: \S/);
  });

  it("refuses a glossary that does not name its columns", async () => {
    await give("zh.txt", "正文。\n");
    await give("terms.csv", "五链融合,Five Chains\n");
    expectRefusal(
      await duizhao(["terms", "--glossary", "terms.csv", "zh.txt"]),
      /source and target/,
    );
  });
});

describe("duizhao pair", () => {
  const pair = (...more: readonly string[]) =>
    inProcess([
      "pair",
      "--source",
      "zh.txt",
      "--target",
      "en.txt",
      "-o",
      "out.json",
      ...more,
    ]);

  async function paired(): Promise<readonly string[]> {
    const bundle = readBundle(
      await readFile(path.join(folder, "out.json"), "utf8"),
    );
    return (bundle.documents[0]?.paragraphs ?? []).map(({ translations }) =>
      translations[0] === undefined ? "" : plainText(translations[0].target),
    );
  }

  it("pairs a line with each paragraph, an empty one with none, and takes the glossary along", async () => {
    await give("zh.txt", "一、五链融合\n\n正文一。\n\n正文二。\n");
    await give("en.txt", "I. Five-Chain Integration\n\nText [number] two.\n");
    await give("terms.csv", "source,target\n五链融合,Five-Chain Integration\n");
    expect(await pair("--glossary", "terms.csv")).toEqual({
      code: 0,
      out: "",
      err: "",
    });
    expect(await paired()).toEqual([
      "I. Five-Chain Integration",
      "",
      "Text [number] two.",
    ]);
    const { terms } = readBundle(
      await readFile(path.join(folder, "out.json"), "utf8"),
    );
    expect(terms).toEqual([
      {
        source: "五链融合",
        target: "Five-Chain Integration",
        pinyin: "wǔ liàn rónghé",
        note: "",
        status: "proposed",
        category: "term",
        explanation: null,
      },
    ]);
  });

  it("pairs line by line where the English keeps the source's empty lines", async () => {
    await give("zh.txt", "一、五链融合\n\n正文一。\n\n正文二。\n");
    await give(
      "en.txt",
      "I. Five-Chain Integration\n\nText one.\n\nText two.\n",
    );
    expect((await pair()).code).toBe(0);
    expect(await paired()).toEqual([
      "I. Five-Chain Integration",
      "Text one.",
      "Text two.",
    ]);
  });

  it("refuses two files that do not match, naming both counts, and writes nothing", async () => {
    await rm(path.join(folder, "out.json"), { force: true });
    await give("zh.txt", "一、五链融合\n正文一。\n正文二。\n");
    await give("en.txt", "I. Five-Chain Integration\nText one.\n");
    const outcome = await pair();
    expectRefusal(outcome, /\b2\b.*\b3\b/);
    await expect(readFile(path.join(folder, "out.json"))).rejects.toThrow();
  });

  const NOTED = [
    "I. Five-Chain Integration[^1]",
    "",
    "Text [two][^1][^a].",
    "",
    "[^1]: The *five chains*, see [the report](https://example.org/r).",
    "    One more line.",
    "",
    "[^a]: [x](javascript:alert(1))",
    "[^b]: Nobody refers to it.",
    "",
    "",
  ].join("\n");

  it("reads Pandoc footnotes as notes, the same in every run, and says what is not as it was meant", async () => {
    await give("zh.txt", "一、五链融合\n\n正文一。\n\n正文二。\n");
    await give("en.txt", NOTED);
    const { code, out, err } = await inProcess([
      "pair",
      "zh.txt",
      "en.txt",
      "-o",
      "out.json",
    ]);
    expect([code, out]).toEqual([0, ""]);
    expect(err.trimEnd().split("\n")).toEqual([
      expect.stringMatching(/^en\.txt:8: .*javascript:alert\(1\)/),
      expect.stringMatching(/^en\.txt:9: .*\[\^b\]/),
    ]);
    expect(await paired()).toEqual([
      "I. Five-Chain Integration",
      "",
      "Text [two].",
    ]);
    const text = await readFile(path.join(folder, "out.json"), "utf8");
    const [document] = readBundle(text).documents;
    expect(document?.notes.map(({ body }) => plainText(body))).toEqual([
      "The five chains, see the report. One more line.",
      "x",
      "Nobody refers to it.",
    ]);
    await pair();
    expect(await readFile(path.join(folder, "out.json"), "utf8")).toBe(text);
  });

  it.each([
    ["a note that nothing defines", "Text.[^1]\n", /\[\^1\] \(1\)/],
    [
      "a note that comes twice",
      "Text.[^1]\n[^1]: a\n[^1]: b\n",
      /\[\^1\] \(2, 3\)/,
    ],
  ])("refuses %s with its lines", async (_what, english, message) => {
    await give("zh.txt", "正文一。\n");
    await give("en.txt", english);
    expectRefusal(await pair(), message);
  });

  it("pairs the sample's own English, whose footnotes stand at its end", async () => {
    const { code, err } = await inProcess([
      "pair",
      path.join(sample, "source.zh.txt"),
      path.join(sample, "en.txt"),
      "-o",
      "out.json",
    ]);
    expect([code, err]).toEqual([0, ""]);
    expect(await paired()).toHaveLength(89);
  });

  it("says where it cannot write", async () => {
    await give("zh.txt", "正文一。\n");
    await give("en.txt", "Text one.\n");
    expectRefusal(
      await inProcess([
        "pair",
        "--source",
        "zh.txt",
        "--target",
        "en.txt",
        "-o",
        "no/such/folder.json",
      ]),
      /cannot be written/,
    );
  });
});

describe("duizhao export", () => {
  it("writes the edition of a bundle in each format", async () => {
    await give("zh.txt", "一、五链融合\n正文一。\n");
    await give("en.txt", "I. Five-Chain Integration\nText one.\n");
    await inProcess([
      "pair",
      "--source",
      "zh.txt",
      "--target",
      "en.txt",
      "-o",
      "b.json",
    ]);
    const exported = (format: string, layout: string, out: string) =>
      duizhao([
        "export",
        "b.json",
        "--format",
        format,
        "--layout",
        layout,
        "-o",
        out,
      ]);
    const markdown = await exported("md", "english", "-");
    expect([markdown.code, markdown.err]).toEqual([0, ""]);
    expect(markdown.out).toContain("Five-Chain Integration");
    expect((await exported("html", "parallel", "out.html")).code).toBe(0);
    expect(await readFile(path.join(folder, "out.html"), "utf8")).toContain(
      "五链融合",
    );
    expect((await exported("docx", "english", "out.docx")).code).toBe(0);
    expect(
      (await readFile(path.join(folder, "out.docx"))).subarray(0, 2).toString(),
    ).toBe("PK");
  });

  it.each([
    ["docx", "PK"],
    ["pdf", "%PDF"],
    ["epub", "PK"],
    ["html", "<!doctype html>"],
    ["md", ""],
    ["txt", ""],
    ["tei", "<?xml"],
    ["xliff21", "<?xml"],
    ["xliff12", "<?xml"],
    ["bundle", "{"],
  ])("writes %s from the bundle alone", async (format, start) => {
    const out = path.join(folder, `sample.${format}`);
    const { code, out: printed } = await inProcess([
      "export",
      path.join(sample, "bundle.json"),
      "--format",
      format,
      "-o",
      out,
    ]);
    expect([code, printed]).toEqual([0, ""]);
    const bytes = await readFile(out);
    expect(bytes.subarray(0, start.length).toString()).toBe(start);
    expect(bytes.length).toBeGreaterThan(10_000);
    if (format !== "bundle") return;
    const { documents } = readBundle(bytes.toString());
    expect(documents).toHaveLength(1);
    expect(documents[0]?.notes.map(({ kind }) => kind)).not.toContain("doubt");
  });

  it("writes only what was approved into a memory", async () => {
    const { code, out } = await inProcess([
      "export",
      path.join(sample, "bundle.json"),
      "--format",
      "tmx",
      "-o",
      "-",
    ]);
    expect(code).toBe(0);
    const { documents } = readBundle(
      await readFile(path.join(sample, "bundle.json"), "utf8"),
    );
    const approved = (documents[0]?.paragraphs ?? []).flatMap(
      ({ translations }) =>
        translations.filter(({ status }) => status === "approved"),
    );
    expect(out.match(/<tu /g) ?? []).toHaveLength(approved.length);
  });

  it("follows layout, notes, glossary and the form of first use", async () => {
    const markdown = async (...more: readonly string[]) =>
      (
        await inProcess([
          "export",
          path.join(sample, "bundle.json"),
          "--format=md",
          "-o",
          "-",
          ...more,
        ])
      ).out;
    const plain = await markdown();
    expect(plain).toMatch(/\[\^1\]/);
    expect(plain).toContain("# Glossary");
    expect(await markdown("--notes=none")).not.toMatch(/\[\^1\]/);
    expect(await markdown("--no-glossary")).not.toContain("# Glossary");
    const characters = /\p{Script=Han}/gu;
    const count = (text: string) => text.match(characters)?.length ?? 0;
    const english = await markdown("--no-glossary");
    const both = await markdown("--no-glossary", "--layout=interleaved");
    expect(count(both)).toBeGreaterThan(count(english) + 4000);
    expect(await markdown("--first-use=characters")).not.toBe(
      await markdown("--first-use=rendering"),
    );
  });

  it("prints notes as footnotes, and says which have no place or no review", async () => {
    await give("zh.txt", "一、五链融合\n正文一。\n");
    await give(
      "en.txt",
      "I. Five-Chain Integration[^1]\nText one[^2].\n[^1]: First\n[^2]: Second\n[^3]: Third\n",
    );
    await inProcess(["pair", "zh.txt", "en.txt", "-o", "b.json"]);
    const { code, out, err } = await inProcess([
      "export",
      "b.json",
      "--format",
      "md",
      "--layout",
      "english",
      "-o",
      "-",
    ]);
    expect(code).toBe(0);
    expect(out).toContain("I. Five-Chain Integration[^1]");
    expect(out).toMatch(/^\[\^2\]: Second$/m);
    expect(out).not.toContain("Third");
    expect(err.trimEnd().split("\n")).toEqual([
      "1 of 3 notes is without a place in the English, not printed:",
      "  Third",
      "3 of 3 notes are not reviewed.",
    ]);
  });

  it("refuses what is no bundle", async () => {
    await give("b.json", "{}");
    expectRefusal(
      await inProcess([
        "export",
        "b.json",
        "--format",
        "md",
        "--layout",
        "english",
        "-o",
        "-",
      ]),
      /^duizhao: \S/,
    );
  });
});
