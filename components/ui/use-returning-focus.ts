"use client";

import { useRef } from "react";

/**
 * Brings the focus back to where it was before a box opened. Radix only knows the trigger inside of its own root, and
 * ours are opened by state, from a key as often as from a button.
 */
export function useReturningFocus(handleOpen?: (event: Event) => void) {
  const before = useRef<HTMLElement | null>(null);
  return {
    onOpenAutoFocus: (event: Event) => {
      const { activeElement } = document;
      before.current =
        activeElement instanceof HTMLElement ? activeElement : null;
      handleOpen?.(event);
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      // The box is gone by now; who clicked elsewhere is already there. What one looks at stays in view.
      if (document.activeElement === document.body)
        before.current?.focus({ preventScroll: true });
    },
  };
}
