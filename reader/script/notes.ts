import { say } from "./facts";
import { makeDialog } from "./make";

/** Goes to the next or the previous mark of a note that can be seen in the text. */
export function goToNote(step: 1 | -1): void {
  const marks = listMarks();
  const active = document.activeElement;
  const at = active === null ? -1 : marks.indexOf(active as HTMLElement);
  const next =
    at === -1 ? nearest(marks, step) : (marks[at + step] ?? marks[at]);
  if (next === undefined) return;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "center", behavior: "instant" });
  if (isNarrow()) openNote(next);
}

/** The marks in the text that is seen: in the English, or in the Chinese where it stands alone. */
function listMarks(): readonly HTMLElement[] {
  const isChinese = document.querySelector("#mode-chinese:checked") !== null;
  return [
    ...document.querySelectorAll<HTMLElement>(
      isChinese
        ? ".pair .zh .ref a"
        : ".pair .en .ref a, .row.missing .zh .ref a",
    ),
  ];
}

/** The first mark below the upper edge of the window, or the last above it. */
function nearest(
  marks: readonly HTMLElement[],
  step: 1 | -1,
): HTMLElement | undefined {
  const edge = 100;
  let low = 0;
  let high = marks.length;
  // Halving: asking a mark where it stands lays out its paragraph.
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.getBoundingClientRect().top ?? 0) > edge) high = middle;
    else low = middle + 1;
  }
  return marks[step === 1 ? low : low - 1];
}

const isNarrow = () => !matchMedia("(min-width: 64rem)").matches;

let sheet: HTMLDialogElement | null = null;

function openNote(mark: HTMLElement): boolean {
  const number = /^#n(\d+)$/.exec(mark.getAttribute("href") ?? "")?.[1];
  const note = document.getElementById(`n${number}`);
  if (number === undefined || note === null) return false;
  sheet?.remove();
  sheet = makeDialog("sheet", say("note", { number }), say("close"));
  for (const child of note.childNodes) sheet.append(child.cloneNode(true));
  // Ids stay with the note itself.
  for (const copy of sheet.querySelectorAll("[id]")) copy.removeAttribute("id");
  sheet.addEventListener("close", () => mark.focus({ preventScroll: true }));
  sheet.showModal();
  return true;
}

/** Where there is no room beside the text, a note opens over it when its number is touched. */
export function openNotes(): void {
  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !isNarrow()) return;
    const { target } = event;
    const mark = target instanceof Element ? target.closest(".ref a") : null;
    if (mark instanceof HTMLElement && openNote(mark)) event.preventDefault();
  });
}
