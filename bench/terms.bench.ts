import { readFileSync } from "node:fs";
import { AhoCorasick as DoubleArray } from "@monyone/aho-corasick/fast";
import { AhoCorasick as Greedy } from "@monyone/aho-corasick/greedy";
import { buildMatcher, matchTerms } from "@/core/glossary/matcher";

/** A way of finding terms; `build` returns what is run on a text and gives the number of matches. */
type Way = {
  readonly name: string;
  readonly build: (terms: readonly string[]) => (text: string) => number;
};

const SIZES = [1_000, 10_000, 100_000];
/** How often each measurement is taken; the median counts. */
const RUNS = 7;
/** A run that would take longer than this, in milliseconds, by what a hundredth of it took, is left out. */
const PATIENCE = 15_000;

const WAYS: readonly Way[] = [
  {
    name: "ours (folding, boundaries, leftmost-longest)",
    build: (terms) => {
      const matcher = buildMatcher(
        terms.map((source, index) => ({ id: String(index), source })),
      );
      return (text) => matchTerms(matcher, text).length;
    },
  },
  {
    name: "@monyone/aho-corasick, leftmost-longest",
    build: (terms) => {
      const automaton = new Greedy([...terms]);
      return (text) => automaton.matchInText(text).length;
    },
  },
  {
    name: "@monyone/aho-corasick, double array, all matches",
    build: (terms) => {
      const automaton = new DoubleArray([...terms]);
      return (text) => automaton.matchInText(text).length;
    },
  },
  {
    name: "one regular expression, longest first",
    build: (terms) => {
      const longestFirst = terms.toSorted((a, b) => b.length - a.length);
      const pattern = new RegExp(longestFirst.map(escape).join("|"), "gu");
      return (text) => text.match(pattern)?.length ?? 0;
    },
  },
  {
    name: "indexOf for each term, all matches",
    build: (terms) => (text) => {
      let count = 0;
      for (const term of terms) {
        for (
          let at = text.indexOf(term);
          at !== -1;
          at = text.indexOf(term, at + 1)
        )
          count += 1;
      }
      return count;
    },
  },
];

function escape(term: string): string {
  return term.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

/** Terms as a large glossary has them: a third occur in the text, the others are made of its characters. */
function makeTerms(text: string, count: number): readonly string[] {
  const characters = [...text].filter((character) =>
    /\p{Script=Han}/u.test(character),
  );
  const terms = new Set<string>();
  let seed = 42;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  while (terms.size < count) {
    const length = 2 + random(6);
    const at = random(text.length - length);
    const found = text.slice(at, at + length);
    if (random(3) === 0 && /^\p{Script=Han}+$/u.test(found)) terms.add(found);
    else
      terms.add(
        Array.from(
          { length },
          () => characters[random(characters.length)],
        ).join(""),
      );
  }
  return [...terms];
}

function median(work: () => unknown, runs = RUNS): number {
  const times = Array.from({ length: runs }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

function memory(): number {
  // Twice: what the first round finds dead is freed in the second.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function measure(
  { name, build }: Way,
  terms: readonly string[],
  short: string,
  long: string,
): Record<string, string> {
  const started = performance.now();
  build(terms);
  const isSlow = performance.now() - started > 1000;
  const built = isSlow
    ? performance.now() - started
    : median(() => build(terms));
  const before = memory();
  const find = build(terms);
  const megabytes = (memory() - before) / 1e6;
  const first = performance.now();
  const matches = find(short);
  const cold = performance.now() - first;
  const shortTime = cold > 200 ? cold : median(() => find(short), 4 * RUNS);
  const isHopeless = shortTime * (long.length / short.length) > PATIENCE;
  const longTime = isHopeless
    ? null
    : median(() => find(long), shortTime > 20 ? 1 : RUNS);
  return {
    way: name,
    "build ms": built.toFixed(1),
    MB: megabytes.toFixed(1),
    "sample ms": shortTime.toFixed(2),
    "2 M ms": longTime === null ? "–" : longTime.toFixed(0),
    "MB/s":
      longTime === null
        ? "–"
        : (Buffer.byteLength(long) / 1e6 / (longTime / 1000)).toFixed(1),
    matches: String(matches),
  };
}

function print(rows: readonly Record<string, string>[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const width = (column: string) =>
    Math.max(column.length, ...rows.map((row) => row[column]?.length ?? 0));
  const line = (cells: readonly string[]) =>
    columns
      .map((column, index) => {
        const cell = cells[index] ?? "";
        return index === 0
          ? cell.padEnd(width(column))
          : cell.padStart(width(column));
      })
      .join("  ");
  console.log(
    [
      line(columns),
      ...rows.map((row) => line(columns.map((column) => row[column] ?? ""))),
    ].join("\n"),
  );
}

const sample = readFileSync(
  new URL("../samples/quzhou-15th-fyp/source.zh.txt", import.meta.url),
  "utf8",
);
const long = sample.repeat(Math.ceil(2_000_000 / sample.length));
for (const size of SIZES) {
  const terms = makeTerms(sample, size);
  console.log(
    `\n${size.toLocaleString("en")} terms, ${sample.length.toLocaleString("en")} characters and ${long.length.toLocaleString("en")}`,
  );
  print(WAYS.map((way) => measure(way, terms, sample, long)));
}
