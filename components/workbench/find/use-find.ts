import { useEffect, useState } from "react";
import { useWorkbench } from "@/components/workbench/workbench-context";
import { findInRow, type FindMatch } from "./find-matches";

export type Found = {
  readonly query: string;
  readonly matches: readonly FindMatch[];
  /** Rows that were looked through so far. */
  readonly searched: number;
  readonly isDone: boolean;
  readonly failed: boolean;
};

const NOTHING: Found = {
  query: "",
  matches: [],
  searched: 0,
  isDone: true,
  failed: false,
};

/** How long typing rests before the document is looked through. */
const REST_MS = 120;

/** Looks through both texts of the whole document, also of rows that are not here yet. */
export function useFind(query: string): Found {
  const { loader } = useWorkbench();
  const [found, setFound] = useState<Found>(NOTHING);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const search = async () => {
      const matches: FindMatch[] = [];
      let searched = 0;
      const report = (isDone: boolean, failed = false) => {
        if (!signal.aborted)
          setFound({ query, matches: [...matches], searched, isDone, failed });
      };
      try {
        for await (const rows of loader.readAll(signal)) {
          for (const row of rows) matches.push(...findInRow(row, query));
          searched += rows.length;
          report(false);
          await breathe();
          if (signal.aborted) return;
        }
        report(true);
      } catch {
        report(true, true);
      }
    };
    const timer = setTimeout(() => {
      if (query.trim() === "") setFound(NOTHING);
      else void search();
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [loader, query]);
  return found;
}

/** Lets the page draw and answer keys between two parts of a long search. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
