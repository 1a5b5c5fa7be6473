type Listener = () => void;

/** Listeners by what they follow, so that a change reaches those it concerns and nobody else. */
export type Listeners = {
  readonly subscribe: (key: string, listener: Listener) => () => void;
  readonly tell: (key: string) => void;
  /** Tells those who follow keys that begin so, where `isConcerned` of the rest of the key. */
  readonly tellWhere: (
    beginning: string,
    isConcerned: (rest: string) => boolean,
  ) => void;
  readonly tellAll: () => void;
};

/** Makes an empty set of listeners. */
export function createListeners(): Listeners {
  const byKey = new Map<string, Set<Listener>>();
  const tell = (key: string) => {
    for (const listener of [...(byKey.get(key) ?? [])]) listener();
  };
  return {
    subscribe(key, listener) {
      const own = byKey.get(key) ?? new Set();
      byKey.set(key, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0 && byKey.get(key) === own) byKey.delete(key);
      };
    },
    tell,
    tellWhere(beginning, isConcerned) {
      for (const key of [...byKey.keys()]) {
        if (!key.startsWith(beginning)) continue;
        if (isConcerned(key.slice(beginning.length))) tell(key);
      }
    },
    tellAll() {
      for (const key of [...byKey.keys()]) tell(key);
    },
  };
}
