import { remember } from "./remember";

const MODES = ["english", "chinese", "parallel", "interleaved"] as const;

/** The choices that the address of a page names. */
function show(mode: string): void {
  if (location.protocol === "file:") return;
  const address = new URL(location.href);
  address.searchParams.set("mode", mode);
  history.replaceState(history.state, "", address);
}

/** Keeps the paragraph at hand where it stands while the text around it changes its form. */
function holding(change: () => void): void {
  const row = paragraphAtHand();
  const before = row?.getBoundingClientRect().top ?? 0;
  change();
  const after = row?.getBoundingClientRect().top ?? 0;
  if (after !== before) scrollBy({ top: after - before, behavior: "instant" });
}

/** The paragraph at the upper edge of the window; null above the first. */
export function paragraphAtHand(): HTMLElement | null {
  const rows = [...document.querySelectorAll<HTMLElement>(".pair[id]")];
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const bottom = rows[middle]?.getBoundingClientRect().bottom ?? 0;
    if (bottom > 120) high = middle;
    else low = middle + 1;
  }
  const found = rows[low] ?? null;
  const isBegun =
    found !== null && found.getBoundingClientRect().top < innerHeight;
  return scrollY > 0 && isBegun ? found : null;
}

/** Remembers what is chosen. */
export function keepSettings(): void {
  let held: HTMLElement | null = null;
  let top = 0;
  // Radios change before they say so: where the text stood is noted on the way to them.
  addEventListener(
    "pointerdown",
    () => {
      held = paragraphAtHand();
      top = held?.getBoundingClientRect().top ?? 0;
    },
    { passive: true },
  );
  document.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== "radio")
      return;
    remember(target.name, target.value);
    if (target.name === "mode") show(target.value);
    const after = held?.getBoundingClientRect().top ?? top;
    if (held !== null && after !== top)
      scrollBy({ top: after - top, behavior: "instant" });
    held = null;
  });
}

/** Goes on to the next of the modes. */
export function nextMode(): void {
  const now = document.querySelector<HTMLInputElement>(
    "input[name=mode]:checked",
  );
  const at = MODES.findIndex((mode) => mode === now?.value);
  const next = MODES[(at + 1) % MODES.length] ?? "parallel";
  const control = document.getElementById(`mode-${next}`);
  if (!(control instanceof HTMLInputElement)) return;
  holding(() => {
    control.checked = true;
  });
  // As when somebody chooses it: it is remembered, the address says so, notes follow.
  control.dispatchEvent(new Event("change", { bubbles: true }));
}
