// Counts tests and measures stages and files of a run of `npm test`.
import path from "node:path";

const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

/** Starts a tally. Times are in milliseconds; files are paths relative to the project. */
export function createTally() {
  const total = { passed: 0, failed: 0 };
  const stages = [];
  const files = new Map();

  return {
    total,

    count(passed, failed) {
      total.passed += passed;
      total.failed += failed;
    },

    /** Runs a stage and notes how long it takes. */
    async stage(title, work) {
      const began = performance.now();
      try {
        return await work();
      } finally {
        stages.push({ title, took: performance.now() - began });
      }
    },

    /** Notes the time of a file of tests; times of one file add up. */
    addFile(file, took) {
      const name = path.relative(process.cwd(), path.resolve(file));
      files.set(name, (files.get(name) ?? 0) + took);
    },

    /** Prints the time of each stage and the ten slowest files. */
    print() {
      const line = (took, name) =>
        console.log(`${seconds(took).padStart(9)}  ${name}`);
      console.log("\nStages");
      for (const { title, took } of stages) line(took, title);
      const slowest = [...files].sort((a, b) => b[1] - a[1]).slice(0, 10);
      if (slowest.length === 0) return;
      console.log("\nSlowest files");
      for (const [name, took] of slowest) line(took, name);
    },
  };
}
