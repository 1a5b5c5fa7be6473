import { say } from "./facts";
import { makeDialog } from "./make";

/** Goes to the next or the previous mark of a note that can be seen in the text. */
export function goToNote(step: 1 | -1): void {
  const marks = [
    ...document.querySelectorAll<HTMLElement>(".pair .ref a, .head .ref a"),
  ].filter((mark) => mark.getClientRects().length > 0);
  const active = document.activeElement;
  const at = active === null ? -1 : marks.indexOf(active as HTMLElement);
  const next =
    at === -1 ? nearest(marks, step) : (marks[at + step] ?? marks[at]);
  if (next === undefined) return;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "center", behavior: "instant" });
  if (isNarrow()) openNote(next);
}

function nearest(
  marks: readonly HTMLElement[],
  step: 1 | -1,
): HTMLElement | undefined {
  const edge = 100;
  if (step === 1)
    return marks.find((mark) => mark.getBoundingClientRect().top > edge);
  return marks.findLast((mark) => mark.getBoundingClientRect().bottom < edge);
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
