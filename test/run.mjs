// `npm test`: from whatever state the folder is in to the one line that says how many tests passed.
// `npm run check` is the quick part of it: types, lint, format and the tests that need no database.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as prepare from "../boot/prepare.mjs";
import { run, step } from "../boot/progress.mjs";

process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), ".."));
process.env.NEXT_TELEMETRY_DISABLED = "1";

const isQuick = process.argv.includes("--check");
const REPORTS = ".test-results";
const bin = (name) => path.join("node_modules", ...name.split("/"));
const total = { passed: 0, failed: 0 };

function count(title, passed, failed) {
  total.passed += passed;
  total.failed += failed;
  console.error(`${title}: ${passed} passed, ${failed} failed`);
}

/** Runs a checker that passes or fails as a whole; what it says is shown when it fails. */
async function check(title, args) {
  try {
    await step(title, () => run(process.execPath, args, { remedy: "" }));
    count(title, 1, 0);
  } catch (error) {
    console.error(error.message);
    count(title, 0, 1);
  }
}

/** Runs a test runner in sight and reads its report; without a report the whole of it has failed. */
async function tests(title, args, report, read, env = {}) {
  console.error(`${title} …`);
  const file = path.resolve(REPORTS, report);
  const code = await new Promise((resolve) => {
    spawn(process.execPath, args(file), {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...env(file) },
    }).on("close", resolve);
  });
  const found = existsSync(file)
    ? read(JSON.parse(readFileSync(file, "utf8")))
    : { passed: 0, failed: 0 };
  const isBroken = code !== 0 && found.failed === 0;
  count(title, found.passed, found.failed + (isBroken ? 1 : 0));
}

/** Looks for a browser; on Debian as root its own package is installed, elsewhere Playwright's browser. */
async function findBrowser() {
  if (existsSync("/usr/bin/chromium")) return;
  const remedy = "A browser is needed for the journeys: install Chromium.";
  if (existsSync("/etc/debian_version") && process.getuid?.() === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const apt = (...args) => run("apt-get", ["-q", ...args], { remedy, env });
    await step("Installing Chromium", async () => {
      await apt("update");
      await apt("install", "-y", "--no-install-recommends", "chromium");
    });
    return;
  }
  const cli = [bin("@playwright/test/cli.js"), "install", "chromium"];
  await step("Installing Playwright's browser", () =>
    run(process.execPath, cli, { remedy }),
  );
}

function readVitest({ numPassedTests, numFailedTests, testResults }) {
  // A file that could not even be read has no tests that could fail.
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" &&
      assertionResults.every((one) => one.status !== "failed"),
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}

// A test that was not run, or only passed when tried again, has not passed.
const readPlaywright = ({ stats, errors }) => ({
  passed: stats.expected,
  failed:
    stats.unexpected + stats.flaky + stats.skipped + (errors?.length ?? 0),
});

const vitest = (...more) => [
  "Unit and integration tests",
  (file) => [
    bin("vitest/vitest.mjs"),
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
    ...more,
  ],
  "vitest.json",
  readVitest,
  () => ({}),
];

try {
  await prepare.installPackages({ withTools: true });
  await prepare.generateClient();
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  if (!isQuick) await findBrowser();

  const types = check("Types", [bin("typescript/bin/tsc"), "--noEmit"]);
  const lint = check("Lint", [
    bin("eslint/bin/eslint.js"),
    ".",
    "--max-warnings=0",
  ]);
  await Promise.all([types, lint]);
  await check("Format", [
    bin("prettier/bin/prettier.cjs"),
    "--check",
    ".",
    "--log-level=warn",
  ]);
  await tests(...vitest(...(isQuick ? ["--project", "pure"] : [])));
  if (!isQuick) {
    await prepare.buildPages();
    await tests(
      "Journeys in a browser",
      () => [bin("@playwright/test/cli.js"), "test"],
      "playwright.json",
      readPlaywright,
      (file) => ({ E2E_REPORT: file, NODE_ENV: "production" }),
    );
  }
} catch (error) {
  console.error(error.name === "Problem" ? error.message : error);
  total.failed += 1;
}

if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
console.log(`${total.passed} passed, ${total.failed} failed`);
