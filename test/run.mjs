// `npm test`: everything, from whatever state the folder is in. `npm run check`: the quick part of it: types, format,
// lint and the tests that need no database. `npm test -- --changed` (or `--changed=REVISION`): what the files that
// differ from HEAD (or that revision) can affect.
// Prints the time of each stage and the ten slowest files, and ends with a line that counts passed and failed tests.
import { existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import {
  buildPages,
  generateClient,
  installPackages,
} from "../boot/prepare.mjs";
import { run, step } from "../boot/progress.mjs";
import { listChanged, planRun } from "./changed.mjs";
import {
  listRelated,
  node,
  REPORTS,
  runPlaywright,
  runVitest,
} from "./runners.mjs";
import { createTally } from "./tally.mjs";
import { ensureBrowser, ensureReaders } from "./tools.mjs";

process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), ".."));
const isCheck = process.argv.includes("--check");
const changedSince = process.argv
  .find((arg) => /^--changed(?:=|$)/.test(arg))
  ?.replace(/^--changed=?/, "");

const since = changedSince || "HEAD";

const tally = createTally();

/** Runs a program that counts as one test and is silent while it passes. */
async function once(title, [command, args]) {
  try {
    await step(title, () => run(command, args, { remedy: "" }));
    tally.count(1, 0);
  } catch (error) {
    console.log(`${title} failed:\n${error.message.trim()}\n`);
    tally.count(0, 1);
  }
}

const isSource = (file) => /\.(?:ts|tsx|mjs|js)$/.test(file);

/** Checks types of everything, and format and lint of the named files. */
async function checkStyle(named) {
  const files = named.filter((file) => existsSync(file));
  const sources = files.includes(".") ? files : files.filter(isSource);
  await Promise.all([
    once("Types", node("typescript/bin/tsc", "--noEmit", "-p", ".")),
    (async () => {
      if (files.length > 0)
        await once(
          "Format",
          node(
            "prettier/bin/prettier.cjs",
            "--check",
            "--ignore-unknown",
            "--log-level=warn",
            ...files,
          ),
        );
      if (sources.length > 0)
        await once(
          "Lint",
          node(
            "eslint/bin/eslint.js",
            "--max-warnings=0",
            "--no-warn-ignored",
            ...sources,
          ),
        );
    })(),
  ]);
}

async function prepare() {
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  await installPackages({ withTools: true });
  await generateClient();
  // The names of routes are types too.
  await step("Naming the routes", () =>
    run(...node("next/dist/bin/next", "typegen"), { remedy: "" }),
  );
}

const ALL = { files: ["."], vitest: "all", journeys: "all" };

function choosePlan() {
  if (isCheck) return { ...ALL, journeys: "none" };
  if (changedSince === undefined) return ALL;
  const changed = listChanged(since);
  console.log(
    changed.length === 0
      ? "Nothing has changed: only types are checked."
      : `Changed files: ${changed.length}.`,
  );
  return planRun(changed);
}

/** The arguments of the test runner; null where no test is affected. */
function chooseTests(vitest) {
  if (vitest === "none") return null;
  if (vitest === "all") return isCheck ? ["--project=pure"] : [];
  const files = listRelated(since);
  return files.length === 0 ? null : files;
}

async function testPlan({ files, vitest, journeys }) {
  await tally.stage("Packages and generated code", prepare);
  await tally.stage("Types, format and lint", () => checkStyle(files));
  const args = chooseTests(vitest);
  if (args !== null) {
    await tally.stage("Tools of the tests", ensureReaders);
    console.log(isCheck ? "\nUnit tests" : "\nUnit and integration tests");
    await tally.stage("Unit and integration tests", () =>
      runVitest(tally, args),
    );
  }
  const specs = journeys === "all" ? [] : journeys.filter(existsSync);
  if (journeys !== "all" && specs.length === 0) return;
  await tally.stage("Production build", buildPages);
  await tally.stage("Browser", ensureBrowser);
  console.log("\nJourneys in a browser, on the production build");
  await tally.stage("Journeys", () => runPlaywright(tally, specs));
}

const began = performance.now();
try {
  await testPlan(choosePlan());
} catch (error) {
  console.error(error?.name === "Problem" ? error.message : error);
  tally.count(0, 1);
}
tally.print();
const { passed, failed } = tally.total;
const minutes = ((performance.now() - began) / 60_000).toFixed(1);
console.log(`\nAfter ${minutes} minutes:\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
