// Selects what `npm test -- --changed` runs: the tests that a change can affect.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Texts that nothing executes or reads in a test. */
const PROSE = /(?:^|\/)(?:README|ARCHITECTURE)\.md$|^docs\/|^LICENSE$|^NOTICE$/;
/** Modules, whose users can be found by following imports. */
const MODULE = /\.(?:ts|tsx)$/;
/** Folders of which a running product loads nothing. */
const OUTSIDE_PRODUCT = /^(?:bench|test|e2e|docs|\.ci)\//;

const git = (...args) =>
  execFileSync("git", args, { encoding: "utf8" }).split("\0").filter(Boolean);

/** Files that differ from `revision`: committed since, changed or new. */
export function listChanged(revision) {
  const changed = git("diff", "--name-only", "--no-renames", "-z", revision);
  const added = git("ls-files", "--others", "--exclude-standard", "-z");
  return [...new Set([...changed, ...added])].sort();
}

/**
 * Plans a run for changed files. Unit and integration tests are found by imports where all changes are modules; what a
 * test reads from disk, and the set-up that all tests share, is no import. Journeys run whole for a change of the
 * product, alone for a change of their own file, and not at all for a change of tests beside the code.
 */
export function planRun(changed) {
  const files = changed.filter((file) => !PROSE.test(file));
  const touchesProduct = files.some(
    (file) =>
      !OUTSIDE_PRODUCT.test(file) && !/\.test\.tsx?$|\/fixtures\//.test(file),
  );
  const touchesSetup = files.some(isSetup);
  const journeys = files.filter((file) => /^e2e\/.*\.spec\.ts$/.test(file));
  return {
    files,
    vitest: chooseVitest(files),
    journeys: touchesProduct || touchesSetup ? "all" : journeys,
  };
}

/** Tells whether tests stand on a file without being one. */
const isSetup = (file) =>
  /^(?:e2e|test)\//.test(file) && !/\.(?:spec|test)\.ts$|\.md$/.test(file);

function chooseVitest(files) {
  const relevant = files.filter((file) => !/^(?:e2e|bench|\.ci)\//.test(file));
  if (relevant.length === 0) return "none";
  const followsImports = relevant.every(
    (file) => MODULE.test(file) && !isSetup(file) && !file.startsWith("boot/"),
  );
  return followsImports ? "related" : "all";
}

/** Tests that start processes: what those load cannot be found by following imports. */
export function startsProcesses(file) {
  return (
    /^server\/(?:export|services\/editions)\//.test(file) ||
    /child_process|live-child/.test(readFileSync(file, "utf8"))
  );
}
