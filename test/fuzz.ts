const { FUZZ_RUNS, FUZZ_SEED } = process.env;

/**
 * How much is tried at random: by default as much as a run of all tests has time for, always the same. `FUZZ_RUNS=500
 * FUZZ_SEED=1 npx vitest run server/export/fuzz.test.ts` tries more.
 */
export const FUZZ = {
  runs: Number(FUZZ_RUNS ?? 24),
  seed: Number(FUZZ_SEED ?? 20261122),
  /** Whether there is time for the slowest judge to look at everything. */
  isLong: FUZZ_RUNS !== undefined,
};
