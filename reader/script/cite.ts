import { facts, say } from "./facts";
import { make, makeButton } from "./make";
import { paragraphAtHand } from "./settings";

let tools: HTMLElement | null = null;

function addressOf(id: string): string {
  const page = facts?.address || location.href.split("#")[0];
  return `${page}#${id}`;
}

/** How to cite one paragraph: the edition's citation, the paragraph, and its own address. */
function citationOf(id: string): string {
  const citation = facts?.citation ?? "";
  const address = facts?.address ?? "";
  const words =
    address === "" ? citation : citation.replace(address, addressOf(id));
  const end = words.endsWith(".") ? "" : ".";
  return `${words}${end} Para. ${id.slice(1)}.`;
}

async function copy(text: string, button: HTMLButtonElement): Promise<void> {
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = say("copied");
  } catch {
    button.textContent = say("copy_failed");
  }
  setTimeout(() => (button.textContent = label), 1500);
}

function openTools(pair: HTMLElement): void {
  tools?.remove();
  const { id } = pair;
  const address = makeButton(
    say("copy_address"),
    () => void copy(addressOf(id), address),
  );
  const citation = makeButton(
    say("copy_citation"),
    () => void copy(citationOf(id), citation),
  );
  tools = make(
    "div",
    {
      class: "float",
      role: "group",
      "aria-label": say("paragraph", { number: id.slice(1) }),
    },
    address,
    ...(facts?.citation ? [citation] : []),
  );
  pair.querySelector(".number")?.after(tools);
}

/** Offers to copy address and citation of a paragraph whose number was chosen. */
export function offerCitations(): void {
  document.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element) || tools?.contains(target)) return;
    const pair = target.closest(".number")?.closest(".pair");
    if (pair instanceof HTMLElement) openTools(pair);
    else tools?.remove();
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") tools?.remove();
  });
}

/** Opens the tools of the paragraph at hand. */
export function citeHere(): void {
  const pair =
    document.querySelector<HTMLElement>(".pair:target") ?? paragraphAtHand();
  if (pair === null) return;
  openTools(pair);
  pair.scrollIntoView({ block: "nearest", behavior: "instant" });
  tools?.querySelector("button")?.focus({ preventScroll: true });
}
