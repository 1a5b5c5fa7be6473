import { measureDocument, MEASURES, type Measured } from "./measure-document";
import { median, withProduct } from "./product";
import { readSample, repeatDocument } from "./repeat-document";

/** Each document is opened this often, in turns; the median of each figure counts. */
const RUNS = 3;

const SIZES = [89, 5000] as const;

function printTable(results: readonly (readonly Measured[])[]): void {
  console.log(`\nWorkbench: median of ${RUNS}, production build, Chromium\n`);
  const heads = ["", ...SIZES.map((size) => `${size} paragraphs`), "ratio"];
  const lines = MEASURES.map(({ name, label, digits }) => {
    const [base = 0, long = 0] = results.map((runs) =>
      median(runs.map((run) => run[name])),
    );
    const ratio = base === 0 ? "" : `${(long / base).toFixed(2)}x`;
    return [label, base.toFixed(digits), long.toFixed(digits), ratio];
  });
  for (const cells of [heads, ...lines])
    console.log(
      cells
        .map((cell, at) => cell.padStart(at === 0 ? 0 : 16))
        .map((cell, at) => (at === 0 ? cell.padEnd(34) : cell))
        .join(""),
    );
}

await withProduct(async ({ browser, state, store }) => {
  const sample = readSample();
  const [document] = sample.documents;
  if (document === undefined) throw new Error("The sample is empty.");
  const addresses = await store(
    sample,
    SIZES.map((size) => repeatDocument(document, size)),
  );
  const results: Measured[][] = SIZES.map(() => []);
  // The first opening of each warms the server and is not counted.
  for (let run = 0; run <= RUNS; run += 1) {
    for (const [at, address] of addresses.entries()) {
      const measured = await measureDocument(browser, state, address);
      if (run > 0) results[at]?.push(measured);
    }
  }
  printTable(results);
});
