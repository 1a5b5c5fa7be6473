import { useEffect, useState } from "react";
import { readSourceSelection } from "./source-selection";

/** A selection is settled when it rests this long. */
const REST_MS = 180;

/** Where the button for adding a term floats, in client coordinates; null without a settled selection. */
export function useSourceSelection(): {
  readonly x: number;
  readonly y: number;
} | null {
  const [place, setPlace] = useState<{ x: number; y: number } | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      const box = readSourceSelection()?.range.getBoundingClientRect();
      setPlace(box ? { x: box.left + box.width / 2, y: box.top } : null);
    };
    const handleChange = () => {
      clearTimeout(timer);
      if (window.getSelection()?.isCollapsed !== false) setPlace(null);
      else timer = setTimeout(read, REST_MS);
    };
    const hide = () => {
      clearTimeout(timer);
      setPlace(null);
      if (window.getSelection()?.isCollapsed === false)
        timer = setTimeout(read, REST_MS);
    };
    document.addEventListener("selectionchange", handleChange);
    document.addEventListener("scroll", hide, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("selectionchange", handleChange);
      document.removeEventListener("scroll", hide, true);
    };
  }, []);
  return place;
}
