import { useEffect, type RefObject } from "react";
import { isComposing } from "./is-composing";

/** Where a slash is a letter, or another key of its own. */
const TYPED_IN = "input:not([type=checkbox]), textarea, select, [role=dialog]";

/** Lets "/" go to a page's search from anywhere on it. */
export function useSlashKey(search: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const handleKeyDown = (event: KeyboardEvent) => {
      if (event.code !== "Slash" || isComposing(event)) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(TYPED_IN))
        return;
      event.preventDefault();
      search.current?.focus();
    };
    document.addEventListener("keydown", handleKeyDown);
    return () => document.removeEventListener("keydown", handleKeyDown);
  }, [search]);
}
