import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createRefresher } from "./refresher";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A fetch that ends when it is told to. */
function build() {
  const begun: AbortSignal[] = [];
  let end: () => void = () => undefined;
  const refresher = createRefresher(
    (signal) => {
      begun.push(signal);
      return new Promise((resolve) => {
        end = resolve;
      });
    },
    () => Date.now(),
  );
  return {
    refresher,
    begun,
    end: () => (end(), vi.advanceTimersByTimeAsync(0)),
  };
}

describe("keeping what one reads as it is now", () => {
  it("gathers changes, and is not put off by whoever goes on typing", async () => {
    const { refresher, begun } = build();
    for (let key = 0; key < 20; key += 1) {
      refresher.ask();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(begun).toHaveLength(1);
  });

  it("fetches once more for what changed while it was fetching", async () => {
    const { refresher, begun, end } = build();
    refresher.now();
    refresher.ask();
    refresher.ask();
    await vi.advanceTimersByTimeAsync(3000);
    expect(begun).toHaveLength(1);
    await end();
    await vi.advanceTimersByTimeAsync(5000);
    expect(begun).toHaveLength(2);
    await end();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(begun).toHaveLength(2);
  });

  it("asks seldom for what takes long, but does ask", async () => {
    const { refresher, begun, end } = build();
    refresher.now();
    await vi.advanceTimersByTimeAsync(1000);
    await end();
    refresher.ask();
    await vi.advanceTimersByTimeAsync(3900);
    expect(begun).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(begun).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(60_000);
    await end();
    refresher.ask();
    await vi.advanceTimersByTimeAsync(5000);
    expect(begun).toHaveLength(3);
  });

  it("stops at once, and what still arrives starts nothing", async () => {
    const { refresher, begun, end } = build();
    refresher.now();
    refresher.ask();
    refresher.stop();
    expect(begun[0]?.aborted).toBe(true);
    await end();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(begun).toHaveLength(1);
  });
});
