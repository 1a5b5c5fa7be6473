/** Waiting work of several owners: each in turn gives one, so that nobody waits behind all of another's. */
export type Turns<T> = {
  add(owner: string, item: T): void;
  /** Takes the next that `isWanted` accepts out of the line; null where there is none. */
  take(isWanted: (item: T) => boolean): T | null;
  /** Takes an item out; does nothing where it is not in line. */
  remove(item: T): void;
  /** How many wait: of all, or of one owner. */
  count(owner?: string): number;
};

/** Makes an empty line. */
export function makeTurns<T>(): Turns<T> {
  // In the order in which owners have their turn.
  const lines = new Map<string, T[]>();

  function takeOut(owner: string, line: T[], index: number): T | null {
    const [item] = line.splice(index, 1);
    lines.delete(owner);
    // Whoever was served stands behind all others.
    if (line.length > 0) lines.set(owner, line);
    return item ?? null;
  }

  return {
    add(owner, item) {
      const line = lines.get(owner);
      if (line === undefined) lines.set(owner, [item]);
      else line.push(item);
    },
    take(isWanted) {
      for (const [owner, line] of lines) {
        const index = line.findIndex(isWanted);
        if (index !== -1) return takeOut(owner, line, index);
      }
      return null;
    },
    remove(item) {
      for (const [owner, line] of lines) {
        const index = line.indexOf(item);
        if (index === -1) continue;
        line.splice(index, 1);
        if (line.length === 0) lines.delete(owner);
      }
    },
    count: (owner) =>
      owner === undefined
        ? [...lines.values()].reduce((sum, line) => sum + line.length, 0)
        : (lines.get(owner)?.length ?? 0),
  };
}
