import { facts, say } from "./facts";
import { make, makeButton } from "./make";
import { recall, remember } from "./remember";
import { paragraphAtHand } from "./settings";

/** A place this near to the top is no place. */
const FIRST = 5;

function offer(key: string, id: string): void {
  const number = id.slice(1);
  const link = make("a", { href: `#${id}` }, say("resume", { number }));
  const dismiss = makeButton("×", () => {
    toast.remove();
    remember(key, null);
  });
  dismiss.setAttribute("aria-label", say("resume_dismiss"));
  const toast = make("div", { class: "toast", role: "status" }, link, dismiss);
  link.addEventListener("click", () => toast.remove());
  document.body.append(toast);
  // Who reads on has answered.
  let moved = 0;
  addEventListener("scroll", () => (moved += 1) > 40 && toast.remove(), {
    passive: true,
  });
}

/** Remembers the paragraph at hand on this device, and offers to go on there. */
export function keepPlace(): void {
  if (facts?.key === null || facts === null) return;
  const key = `place.${facts.key}`;
  const id = recall(key);
  if (
    id !== null &&
    /^p\d+$/.test(id) &&
    location.hash === "" &&
    scrollY === 0 &&
    document.getElementById(id) !== null
  )
    offer(key, id);
  let timer = 0;
  const note = () => {
    const here = paragraphAtHand()?.id;
    if (here !== undefined && Number(here.slice(1)) > FIRST)
      remember(key, here);
  };
  addEventListener(
    "scroll",
    () => {
      clearTimeout(timer);
      timer = window.setTimeout(note, 400);
    },
    { passive: true },
  );
}
