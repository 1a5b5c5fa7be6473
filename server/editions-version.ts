const key = Symbol.for("duizhao.editions-version");

// The Next bundle and the boot process are two module graphs in one process; they share one count.
const shared = globalThis as { [key: symbol]: number | undefined };

/**
 * Goes up whenever an edition is published or withdrawn by this process. What is kept of lists of editions, and of whether
 * one stands, is good as long as it stays the same; where several processes serve one database, not for ever.
 */
export function editionsVersion(): number {
  return shared[key] ?? 0;
}

/** Says that an edition was published or withdrawn. */
export function raiseEditionsVersion(): void {
  shared[key] = editionsVersion() + 1;
}
