import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { RowRange } from "./use-row-window";

/** On paper the whole document is drawn, not only what is near the view. */
export function useAllRowsInPrint(range: RowRange, count: number): RowRange {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, []);
  return isPrinting ? { from: 0, to: count } : range;
}
