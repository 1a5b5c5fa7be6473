"use client";

import { useLayoutEffect, useRef, useState, type RefObject } from "react";
import type { PublicationDetails } from "@/core/editions/publication";

export type Credit = PublicationDetails["credits"][number];

/** A line of the list: two people can have one name, so a line has a key of its own. */
export type CreditLine = { readonly key: number; readonly credit: Credit };

/** Where the focus goes once the list is drawn again: a control of a line, or the button that adds one. */
type Goal = { readonly key: number | null; readonly control: string };

/** The lines of the credits, which can be moved, and the focus that goes with them. */
export function useCredits(
  credits: readonly Credit[],
  onChange: (credits: readonly Credit[]) => void,
  list: RefObject<HTMLElement | null>,
) {
  const [keys, setKeys] = useState(() => credits.map((_, at) => at));
  const next = useRef(credits.length);
  const goal = useRef<Goal | null>(null);

  // What was discarded or brought back elsewhere has lines too.
  const lines: readonly CreditLine[] = credits.map((credit, at) => ({
    key: keys[at] ?? -1 - at,
    credit,
  }));

  useLayoutEffect(() => {
    if (goal.current === null) return;
    const { key, control } = goal.current;
    goal.current = null;
    const line =
      key === null
        ? list.current
        : list.current?.querySelector(`[data-credit="${key}"]`);
    line?.querySelector<HTMLElement>(`[data-control="${control}"]`)?.focus();
  });

  const store = (changed: readonly CreditLine[]) => {
    setKeys(changed.map(({ key }) => key));
    onChange(changed.map(({ credit }) => credit));
  };

  const insert = (at: number, credit: Credit, control = "name") => {
    const key = next.current;
    next.current += 1;
    goal.current = { key, control };
    store(lines.toSpliced(at, 0, { key, credit }));
  };

  return {
    lines,
    change: (at: number, part: Partial<Credit>) =>
      store(
        lines.map((line, index) =>
          index === at
            ? { ...line, credit: { ...line.credit, ...part } }
            : line,
        ),
      ),
    /** Moves a line by one; false where there is no place to go to. */
    move: (at: number, by: 1 | -1, control: string): boolean => {
      const line = lines[at];
      const to = at + by;
      if (line === undefined || to < 0 || to >= lines.length) return false;
      goal.current = { key: line.key, control };
      store(lines.toSpliced(at, 1).toSpliced(to, 0, line));
      return true;
    },
    remove: (at: number) => {
      const rest = lines.toSpliced(at, 1);
      const neighbour = rest[Math.min(at, rest.length - 1)];
      goal.current =
        neighbour === undefined
          ? { key: null, control: "add" }
          : { key: neighbour.key, control: "remove" };
      store(rest);
    },
    insert,
  };
}
