// Runs the two test runners in sight and adds their reports to a tally.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { startsProcesses } from "./changed.mjs";

/** The folder of reports. */
export const REPORTS = "test-results";

/** The command line of a program that a package brings. */
export const node = (file, ...args) => [
  process.execPath,
  [path.join("node_modules", ...file.split("/")), ...args],
];

/** Runs a program in sight; resolves to its exit code. */
function watch([command, args], env = {}) {
  return new Promise((resolve) => {
    spawn(command, args, { stdio: "inherit", env: { ...process.env, ...env } })
      .on("error", () => resolve(1))
      .on("exit", (code) => resolve(code ?? 1));
  });
}

const readReport = (file) =>
  existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;

/** Adds a run to the tally; one that ended badly without naming a test is one failure. */
function countRun(tally, code, passed, failed) {
  tally.count(
    passed,
    failed === 0 && (code !== 0 || passed === 0) ? 1 : failed,
  );
}

/** Lists the test files that a change since a revision can affect: by their imports, and those that start processes. */
export function listRelated(revision) {
  const list = (...args) => {
    const [command, before] = node("vitest/vitest.mjs", "list", "--json");
    const text = execFileSync(command, [...before, "--filesOnly", ...args], {
      encoding: "utf8",
      maxBuffer: 2 ** 26,
      stdio: ["ignore", "pipe", "inherit"],
    });
    return JSON.parse(text).map(({ file }) =>
      path.relative(process.cwd(), file),
    );
  };
  const related = list(`--changed=${revision}`);
  const others = related.length === 0 ? [] : list().filter(startsProcesses);
  return [...new Set([...related, ...others])];
}

/** Runs unit and integration tests, with further arguments for the runner. */
export async function runVitest(tally, args) {
  const file = path.join(REPORTS, "vitest.json");
  const reporters = [
    "--reporter=default",
    // Passing tests provoke messages on purpose: they are no news.
    "--silent=passed-only",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ];
  const code = await watch(
    node("vitest/vitest.mjs", "run", ...reporters, ...args),
  );
  const report = readReport(file);
  const results = report?.testResults ?? [];
  for (const { name, startTime, endTime } of results)
    tally.addFile(name, endTime - startTime);
  const broken = results.filter(
    (result) =>
      result.status === "failed" &&
      result.assertionResults.every((one) => one.status !== "failed"),
  );
  // A skipped test has proved nothing.
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  countRun(
    tally,
    code,
    report?.numPassedTests ?? 0,
    (report?.numFailedTests ?? 0) + broken.length + skipped,
  );
}

/** All tests of a suite of Playwright's report and of the suites in it. */
const specsOf = (suite) => [
  ...(suite.specs ?? []),
  ...(suite.suites ?? []).flatMap(specsOf),
];

/** Runs journeys in a browser; with files, those of them only. */
export async function runPlaywright(tally, files = []) {
  const report = path.join(REPORTS, "e2e.json");
  const code = await watch(node("@playwright/test/cli.js", "test", ...files), {
    E2E_REPORT: report,
  });
  const read = readReport(report);
  for (const suite of read?.suites ?? [])
    for (const { tests } of specsOf(suite))
      for (const result of tests.flatMap((one) => one.results))
        tally.addFile(path.join("e2e", suite.file), result.duration);
  const {
    expected = 0,
    unexpected = 0,
    flaky = 0,
    skipped = 0,
  } = read?.stats ?? {};
  // A test that was skipped, or passed only on a second try, has not passed.
  const failed = unexpected + flaky + skipped + (read?.errors?.length ?? 0);
  countRun(tally, code, expected, failed);
}
