import type { DeskStore, Panel } from "./desk";

/** Where panels stand beside the texts; below it they are sheets. Matches the breakpoints of `workbench.css`. */
const OUTLINE_BESIDE = "(min-width: 960px)";
const MARGIN_BESIDE = "(min-width: 1200px)";

/** Opens or closes a panel: beside the texts where there is room, else as a sheet over them. */
export function togglePanel(desk: DeskStore, panel: Panel): void {
  const query = panel === "outline" ? OUTLINE_BESIDE : MARGIN_BESIDE;
  const { sheet, outlineOpen, marginOpen } = desk.get();
  if (!window.matchMedia(query).matches)
    desk.set({ sheet: sheet === panel ? null : panel });
  else if (panel === "outline") desk.set({ outlineOpen: !outlineOpen });
  else desk.set({ marginOpen: !marginOpen });
}
