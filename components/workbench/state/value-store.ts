import { useSyncExternalStore } from "react";

/** A value outside React that components follow by the part they need. */
export type ValueStore<T> = {
  readonly get: () => T;
  readonly set: (change: Partial<T>) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

/** Makes a store of one flat value; listeners run only when a part of it changed. */
export function createValueStore<T extends object>(initial: T): ValueStore<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(change) {
      const keys = Object.keys(change) as (keyof T)[];
      if (keys.every((key) => Object.is(value[key], change[key]))) return;
      value = { ...value, ...change };
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Follows a part of a store; the component renders again only when that part changes. */
export function useStored<T extends object, P>(
  store: ValueStore<T>,
  select: (value: T) => P,
): P {
  const read = () => select(store.get());
  return useSyncExternalStore(store.subscribe, read, read);
}
