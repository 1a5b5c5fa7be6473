/** How much may be waiting and under way at once. */
export type ShareLimits = {
  /** Tasks of one owner. */
  readonly perOwner: number;
  /** Tasks of all owners. */
  readonly all: number;
  /** Bytes of all their editions; one task is let in whatever it weighs. */
  readonly bytes: number;
};

/** A part of the queue that nobody outside of it can fill. */
export type Share = {
  /** Takes a place; returns how to leave it, or null where there is none. */
  enter(owner: string, bytes: number): (() => void) | null;
};

/** Makes an empty share. */
export function makeShare(limits: ShareLimits): Share {
  const held = new Map<string, number>();
  let all = 0;
  let weight = 0;
  return {
    enter(owner, bytes) {
      const own = held.get(owner) ?? 0;
      const isTooHeavy = all > 0 && weight + bytes > limits.bytes;
      if (own >= limits.perOwner || all >= limits.all || isTooHeavy)
        return null;
      held.set(owner, own + 1);
      all += 1;
      weight += bytes;
      let isIn = true;
      return () => {
        if (!isIn) return;
        isIn = false;
        const left = (held.get(owner) ?? 1) - 1;
        if (left === 0) held.delete(owner);
        else held.set(owner, left);
        all -= 1;
        weight -= bytes;
      };
    },
  };
}
