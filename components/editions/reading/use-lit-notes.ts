"use client";

import { useEffect, type RefObject } from "react";

/** Lights up every number and the text of the note that the pointer or the focus is on. */
export function useLitNotes(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    let lit = "";
    const light = (event: Event) => {
      const { target } = event;
      const under =
        target instanceof Element ? target.closest("[data-note]") : null;
      const id = under?.getAttribute("data-note") ?? "";
      if (id === lit) return;
      for (const other of element.querySelectorAll("[data-lit]"))
        other.removeAttribute("data-lit");
      lit = id;
      if (id === "") return;
      for (const same of element.querySelectorAll(
        `[data-note="${CSS.escape(id)}"]`,
      ))
        same.setAttribute("data-lit", "");
    };
    element.addEventListener("pointerover", light);
    element.addEventListener("focusin", light);
    element.addEventListener("pointerleave", light);
    return () => {
      element.removeEventListener("pointerover", light);
      element.removeEventListener("focusin", light);
      element.removeEventListener("pointerleave", light);
    };
  }, [root]);
}
