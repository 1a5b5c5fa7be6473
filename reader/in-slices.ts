import { setImmediate } from "node:timers/promises";

/** How long others may have to wait, in milliseconds. */
const SLICE = 15;

/** Does long work in slices, between which whoever types or reads is answered. */
export async function inSlices<T>(steps: Iterator<void, T, void>): Promise<T> {
  let until = performance.now() + SLICE;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() < until) continue;
    await setImmediate();
    until = performance.now() + SLICE;
  }
}
