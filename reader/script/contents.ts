import { say } from "./facts";
import { makeDialog } from "./make";
import { paragraphAtHand } from "./settings";

let drawer: HTMLDialogElement | null = null;

/** Opens the contents over the text, at the heading of the paragraph at hand; or closes them. */
export function toggleContents(): void {
  if (drawer?.open === true) {
    drawer.close();
    return;
  }
  const list = document.querySelector("#contents ol");
  if (list === null) return;
  drawer?.remove();
  drawer = makeDialog("drawer", say("contents"), say("close"));
  const copy = list.cloneNode(true) as HTMLElement;
  drawer.append(copy);
  drawer.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("ol a") !== null)
      drawer?.close();
  });
  const current = findCurrent(copy);
  current?.setAttribute("aria-current", "location");
  drawer.showModal();
  current?.focus();
}

function findCurrent(list: HTMLElement): HTMLElement | undefined {
  const at = Number(paragraphAtHand()?.id.slice(1) ?? 0);
  return [...list.querySelectorAll<HTMLElement>('a[href^="#p"]')].findLast(
    (link) => Number(link.getAttribute("href")?.slice(2)) <= at,
  );
}

/** Makes the link to the contents open them where one is. */
export function openContents(): void {
  document
    .querySelector(".contents-link")
    ?.addEventListener("click", (event) => {
      event.preventDefault();
      toggleContents();
    });
}
