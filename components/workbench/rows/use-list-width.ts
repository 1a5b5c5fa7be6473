import { useEffect, useState, type RefObject } from "react";

/** Widths closer than this count as equal: heights are only guessed from them. */
const STEP = 40;

/** The width of the list, roughly; null until it could be measured. */
export function useListWidth(
  list: RefObject<HTMLElement | null>,
): number | null {
  const [width, setWidth] = useState<number | null>(null);
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      const measured = entry?.contentRect.width ?? 0;
      setWidth((known) =>
        known !== null && Math.abs(known - measured) < STEP ? known : measured,
      );
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [list]);
  return width;
}
