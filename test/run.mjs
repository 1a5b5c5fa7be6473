// `npm test`: everything, from whatever state the folder is in; `npm run check`: the quick part of it: types,
// format, lint and the tests that need no database.
// Ends with one line that says how many passed and how many failed.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import {
  buildPages,
  generateClient,
  installPackages,
} from "../boot/prepare.mjs";
import { run, step } from "../boot/progress.mjs";

process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), ".."));
const isCheck = process.argv.includes("--check");
const REPORTS = "test-results";

const bin = (file) => path.join("node_modules", ...file.split("/"));
const node = (file, ...args) => [process.execPath, [bin(file), ...args]];

const total = { passed: 0, failed: 0 };

function count(passed, failed) {
  total.passed += passed;
  total.failed += failed;
}

/** Runs what counts as one test and is silent while it passes. */
async function once(title, [command, args]) {
  try {
    await step(title, () => run(command, args, { remedy: "" }));
    count(1, 0);
    return true;
  } catch (error) {
    console.log(`${title} failed:\n${error.message.trim()}\n`);
    count(0, 1);
    return false;
  }
}

/** Runs a test runner in sight; returns its exit code. */
function watch([command, args], env = {}) {
  return new Promise((resolve) => {
    spawn(command, args, { stdio: "inherit", env: { ...process.env, ...env } })
      .on("error", () => resolve(1))
      .on("exit", (code) => resolve(code ?? 1));
  });
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

/** Adds up a run; one that ended badly without naming a test is one failure. */
function countRun(code, passed, failed) {
  count(passed, failed === 0 && (code !== 0 || passed === 0) ? 1 : failed);
}

async function runVitest() {
  const file = path.join(REPORTS, "vitest.json");
  console.log(isCheck ? "\nUnit tests" : "\nUnit and integration tests");
  const selection = isCheck ? ["--project=pure"] : [];
  const reporters = [
    "--reporter=default",
    // What passing tests provoke on purpose is no news.
    "--silent=passed-only",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ];
  const code = await watch(
    node("vitest/vitest.mjs", "run", ...reporters, ...selection),
  );
  const report = readReport(file);
  const broken = report?.testResults.filter(
    (result) =>
      result.status === "failed" &&
      result.assertionResults.every((one) => one.status !== "failed"),
  );
  // A test that was skipped has proved nothing.
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  countRun(
    code,
    report?.numPassedTests ?? 0,
    (report?.numFailedTests ?? 0) + (broken?.length ?? 0) + skipped,
  );
}

/** Programs of others that read exported files back, by what shows that one is there, with its Debian package. */
const READERS = {
  "/usr/bin/pandoc": "pandoc",
  "/usr/share/java/epubcheck.jar": "epubcheck",
  "/usr/bin/jing": "jing",
  "/usr/bin/xmllint": "libxml2-utils",
  "/usr/bin/pdftotext": "poppler-utils",
  "/usr/bin/po2xliff": "translate-toolkit",
  "/usr/bin/soffice": "libreoffice-writer-nogui",
  // Of PHP's library for translations only the published schemas of XLIFF are used.
  "/usr/share/php/Symfony/Component/Translation/Resources/schemas/xliff-core-1.2-strict.xsd":
    "php-symfony-translation",
};
const BROWSER = { "/usr/bin/chromium": "chromium" };

const listMissing = (tools) =>
  Object.keys(tools).filter((file) => !existsSync(file));

/** Installs the packages of tools that are missing, where we may: on Debian, as root. */
async function installTools(title, tools) {
  const missing = listMissing(tools);
  const mayInstall =
    existsSync("/etc/debian_version") && process.getuid?.() === 0;
  if (missing.length === 0 || !mayInstall) return;
  const packages = missing.map((file) => tools[file]);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const remedy = `Install by hand: ${packages.join(" ")}.`;
  await step(title, async () => {
    await run("apt-get", ["update"], { env, remedy });
    await run(
      "apt-get",
      ["install", "-y", "--no-install-recommends", ...packages],
      { env, remedy },
    );
  }).catch((error) => console.log(error.message));
}

/** Brings the programs that exported files are read back with; the tests of exports fail without them. */
async function ensureReaders() {
  await installTools("Installing readers of exported files", READERS);
  const missing = listMissing(READERS);
  if (missing.length === 0) return;
  const packages = missing.map((file) => READERS[file]).join(", ");
  console.log(
    `Tests of exports will fail: these are not where Debian has them: ${packages}.`,
  );
}

/** Finds a browser, or brings one: Debian's where we may install it, else the one that fits the test runner. */
async function ensureBrowser() {
  if (existsSync("/usr/bin/chromium")) return;
  const { chromium } = await import("@playwright/test");
  if (existsSync(chromium.executablePath())) return;
  await installTools("Installing Chromium", BROWSER);
  if (existsSync("/usr/bin/chromium")) return;
  const remedy = "No browser could be installed: install Chromium by hand.";
  await step("Installing a browser", () =>
    run(...node("playwright/cli.js", "install", "chromium"), { remedy }),
  );
}

async function runPlaywright() {
  const file = path.join(REPORTS, "e2e.json");
  console.log("\nJourneys in a browser, on the production build");
  const code = await watch(node("@playwright/test/cli.js", "test"), {
    E2E_REPORT: file,
  });
  const report = readReport(file);
  const {
    expected = 0,
    unexpected = 0,
    flaky = 0,
    skipped = 0,
  } = report?.stats ?? {};
  // One that was skipped, or passed only when tried again, has not passed.
  const failed = unexpected + flaky + skipped + (report?.errors?.length ?? 0);
  countRun(code, expected, failed);
}

async function testEverything() {
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  await installPackages({ withTools: true });
  await generateClient();
  // The names of routes are types too.
  await step("Naming the routes", () =>
    run(...node("next/dist/bin/next", "typegen"), { remedy: "" }),
  );
  await Promise.all([
    once("Types", node("typescript/bin/tsc", "--noEmit", "-p", ".")),
    (async () => {
      await once(
        "Format",
        node("prettier/bin/prettier.cjs", "--check", "--log-level=warn", "."),
      );
      await once("Lint", node("eslint/bin/eslint.js", "--max-warnings=0", "."));
    })(),
  ]);
  await ensureReaders();
  await runVitest();
  if (isCheck) return;
  await buildPages();
  await ensureBrowser();
  await runPlaywright();
}

const began = performance.now();
try {
  await testEverything();
} catch (error) {
  console.error(error?.name === "Problem" ? error.message : error);
  count(0, 1);
}
const minutes = ((performance.now() - began) / 60_000).toFixed(1);
console.log(
  `\nAfter ${minutes} minutes:\n${total.passed} passed, ${total.failed} failed`,
);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
