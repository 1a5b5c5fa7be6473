import { describe, expect, it } from "vitest";
import { planRun, startsProcesses } from "./changed.mjs";

describe("a run for changed files", () => {
  it.each([
    ["nothing for prose", ["README.md", "docs/specs/notes.md"], "none", []],
    [
      "a change of the product: tests by imports, all journeys",
      ["core/text/fold.ts"],
      "related",
      "all",
    ],
    [
      "interface texts, which tests read from disk: everything",
      ["messages/en/notes.json"],
      "all",
      "all",
    ],
    [
      "a migration: everything",
      ["prisma/migrations/1_a/migration.sql"],
      "all",
      "all",
    ],
    [
      "the database that all tests share: everything",
      ["boot/migrate.ts"],
      "all",
      "all",
    ],
    ["a test: itself", ["core/text/fold.test.ts"], "related", []],
    ["what tests stand on: everything", ["test/factories.ts"], "all", "all"],
    ["one journey: itself", ["e2e/live.spec.ts"], "none", ["e2e/live.spec.ts"]],
    ["what journeys stand on: all of them", ["e2e/fixtures.ts"], "none", "all"],
    ["a benchmark: no test", ["bench/terms.ts"], "none", []],
    ["packages: everything", ["package-lock.json"], "all", "all"],
  ])("is %s", (_what, changed, vitest, journeys) => {
    expect(planRun(changed)).toMatchObject({ vitest, journeys });
  });

  it("always includes tests that start processes, whose imports cannot be followed", () => {
    expect(startsProcesses("cli/main.test.ts")).toBe(true);
    expect(startsProcesses("collab/survival.test.ts")).toBe(true);
    expect(startsProcesses("core/text/fold.test.ts")).toBe(false);
  });
});
