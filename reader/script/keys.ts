import { citeHere } from "./cite";
import { toggleContents } from "./contents";
import { say } from "./facts";
import { openFind } from "./find";
import { make, makeDialog } from "./make";
import { goToNote } from "./notes";
import { nextMode } from "./settings";

let help: HTMLDialogElement | null = null;

function openHelp(): void {
  if (help !== null) {
    help.showModal();
    return;
  }
  help = makeDialog("keys-help", say("help"), say("close"));
  const list = make("dl", { class: "keys-list" });
  const lines = [
    ["N", say("help_note")],
    ["Shift+N", say("help_note_back")],
    ["C", say("help_contents")],
    ["M", say("help_mode")],
    ["/", say("help_find")],
    ["P", say("help_cite")],
    ["?", say("help_help")],
  ] as const;
  for (const [key, words] of lines)
    list.append(make("dt", {}, make("kbd", {}, key)), make("dd", {}, words));
  help.append(list);
  help.showModal();
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest(
      "input:not([type=radio]), textarea, select, [contenteditable]",
    ) !== null
  );
}

const areOff = () =>
  document.querySelector<HTMLInputElement>("#keys-off")?.checked === true;

function press(event: KeyboardEvent): boolean {
  if (event.key === "?") return (openHelp(), true);
  if (event.key === "/") return (openFind(), true);
  switch (event.code) {
    case "KeyN":
      goToNote(event.shiftKey ? -1 : 1);
      return true;
    case "KeyC":
      toggleContents();
      return true;
    case "KeyM":
      nextMode();
      return true;
    case "KeyP":
      citeHere();
      return true;
    default:
      return false;
  }
}

/** Answers to single keys where nobody is typing. */
export function listenToKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.isComposing || event.repeat || areOff()) return;
    if (isTyping(event.target)) return;
    const open = document.querySelector("dialog[open]");
    if (open !== null && !(open.matches(".drawer") && event.code === "KeyC"))
      return;
    if (press(event)) event.preventDefault();
  });
}
