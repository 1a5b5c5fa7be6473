import { useCallback, useSyncExternalStore } from "react";
import type { DeskStore, Panel } from "./desk";

/** Where panels stand beside the texts; below it they are sheets. Matches the breakpoints of `workbench.css`. */
const OUTLINE_BESIDE = "(min-width: 960px)";
const MARGIN_BESIDE = "(min-width: 1200px)";

/** Opens the margin: beside the texts where there is room, else as a sheet over them. */
export function showMargin(desk: DeskStore): void {
  if (window.matchMedia(MARGIN_BESIDE).matches) desk.set({ marginOpen: true });
  else desk.set({ sheet: "margin" });
}

/** Whether there is room for a panel beside the texts; the server does not know and says yes. */
export function useIsBeside(panel: Panel): boolean {
  const query = panel === "outline" ? OUTLINE_BESIDE : MARGIN_BESIDE;
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => true,
  );
}

/** Opens or closes a panel: beside the texts where there is room, else as a sheet over them. */
export function togglePanel(desk: DeskStore, panel: Panel): void {
  const query = panel === "outline" ? OUTLINE_BESIDE : MARGIN_BESIDE;
  const { sheet, outlineOpen, marginOpen } = desk.get();
  if (!window.matchMedia(query).matches)
    desk.set({ sheet: sheet === panel ? null : panel });
  else if (panel === "outline") desk.set({ outlineOpen: !outlineOpen });
  else desk.set({ marginOpen: !marginOpen });
}
