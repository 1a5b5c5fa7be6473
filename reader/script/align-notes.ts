/** How far before a paragraph comes into the window its notes are put in their places. */
const AHEAD = "800px";

const GAP = 14;

const isBeside = () =>
  matchMedia("(min-width: 64rem)").matches &&
  document.querySelector("#notes-end:checked") === null;

/** The mark that a note stands beside: the first that is seen of the English, else of the Chinese. */
function markOf(note: HTMLElement): HTMLElement | null {
  const number = note.id.slice(1);
  const marks = [`r${number}`, `z${number}`].map((id) =>
    document.getElementById(id),
  );
  return marks.find((mark) => mark?.offsetParent != null) ?? null;
}

/**
 * Puts the notes of a paragraph beside the lines of their marks: each as high as its mark, below the one before it, and none
 * so low that the paragraph would need more room than its text.
 */
function align(row: HTMLElement): void {
  const notes = [...row.querySelectorAll<HTMLElement>(".notes > .note")];
  for (const note of notes) note.style.removeProperty("margin-top");
  const column = row.querySelector<HTMLElement>(".notes");
  const pair = row.querySelector<HTMLElement>(".pair");
  if (!isBeside() || column === null || pair === null) return;
  const top = column.getBoundingClientRect().top;
  const bottom = pair.getBoundingClientRect().bottom - top;
  const heights = notes.map((note) => note.getBoundingClientRect().height);
  const wanted = notes.map(
    (note) => (markOf(note)?.getBoundingClientRect().top ?? top) - top - 4,
  );
  // From the last to the first: the lowest place that leaves room for those below.
  const lowest: number[] = [];
  let floor = bottom;
  for (let at = notes.length - 1; at >= 0; at -= 1) {
    floor -= heights[at] ?? 0;
    lowest[at] = floor;
    floor -= GAP;
  }
  let ceiling = 0;
  notes.forEach((note, at) => {
    const place = Math.max(ceiling, Math.min(wanted[at] ?? 0, lowest[at] ?? 0));
    const before = at === 0 ? 0 : ceiling - GAP;
    note.style.setProperty("margin-top", `${place - before}px`);
    ceiling = place + (heights[at] ?? 0) + GAP;
  });
}

/** Keeps notes at the side beside the words they explain, for the paragraphs near the window. */
export function alignNotes(): void {
  const rows = [...document.querySelectorAll<HTMLElement>(".row")].filter(
    (row) => row.querySelector(".pair") !== null && row.querySelector(".note"),
  );
  const near = new Set<HTMLElement>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const row = target as HTMLElement;
        if (!isIntersecting) near.delete(row);
        else if (!near.has(row)) {
          near.add(row);
          align(row);
        }
      }
    },
    { rootMargin: AHEAD },
  );
  for (const row of rows) observer.observe(row);
  let waiting = 0;
  const again = () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => near.forEach(align));
  };
  addEventListener("resize", again, { passive: true });
  document.addEventListener("change", again);
  void document.fonts.ready.then(again);
}
