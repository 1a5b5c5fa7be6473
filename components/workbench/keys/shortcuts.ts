/** A key with its modifiers, by its place on the keyboard (`KeyboardEvent.code`), whatever it types. */
export type Keystroke = {
  readonly code: string;
  /** Ctrl, or Cmd on a Mac. */
  readonly mod?: boolean;
  readonly alt?: boolean;
  readonly shift?: boolean;
};

/** Every shortcut of the workbench; the first keystroke of each is the one that is shown. */
export const SHORTCUTS = {
  confirmNext: [{ code: "Enter", mod: true }],
  confirmStay: [{ code: "Enter", mod: true, shift: true }],
  previous: [{ code: "ArrowUp", alt: true }],
  next: [{ code: "ArrowDown", alt: true }],
  previousUnfinished: [{ code: "ArrowUp", alt: true, shift: true }],
  nextUnfinished: [{ code: "ArrowDown", alt: true, shift: true }],
  leave: [{ code: "Escape" }],
  insertTerm: Array.from({ length: 9 }, (_, digit) => ({
    code: `Digit${digit + 1}`,
    alt: true,
  })),
  addTerm: [{ code: "KeyG", alt: true }],
  addNote: [{ code: "KeyN", alt: true }],
  placeNote: [{ code: "KeyN", alt: true, shift: true }],
  find: [
    { code: "KeyK", alt: true },
    { code: "KeyF", mod: true },
  ],
  findNext: [{ code: "F3" }],
  findPrevious: [{ code: "F3", shift: true }],
  outline: [{ code: "KeyO", alt: true }],
  margin: [{ code: "KeyP", alt: true }],
  enterMargin: [{ code: "KeyP", alt: true, shift: true }],
  read: [{ code: "KeyR", alt: true }],
  shortcuts: [{ code: "Slash", shift: true }],
} as const satisfies Record<string, readonly Keystroke[]>;

export type ShortcutName = keyof typeof SHORTCUTS;

type KeyEvent = Pick<
  KeyboardEvent,
  "code" | "key" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey"
>;

/** Finds what a key event asks for, with the place of the keystroke in its list; null where it asks for nothing. */
export function findShortcut(
  event: KeyEvent,
  isMac: boolean,
): { readonly name: ShortcutName; readonly place: number } | null {
  // The question mark lies elsewhere on other keyboards: here the character counts, not the key.
  if (event.key === "?" && !event.altKey && !event.ctrlKey && !event.metaKey)
    return { name: "shortcuts", place: 0 };
  for (const name of Object.keys(SHORTCUTS) as ShortcutName[]) {
    if (name === "shortcuts" || name === "leave") continue;
    const keystrokes: readonly Keystroke[] = SHORTCUTS[name];
    const place = keystrokes.findIndex((keystroke) =>
      isPressed(keystroke, event, isMac),
    );
    if (place !== -1) return { name, place };
  }
  return null;
}

function isPressed(
  keystroke: Keystroke,
  event: KeyEvent,
  isMac: boolean,
): boolean {
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const other = isMac ? event.ctrlKey : event.metaKey;
  return (
    event.code === keystroke.code &&
    mod === (keystroke.mod ?? false) &&
    event.altKey === (keystroke.alt ?? false) &&
    event.shiftKey === (keystroke.shift ?? false) &&
    !other
  );
}

const CAPS: Record<string, string> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  Escape: "Esc",
  Slash: "?",
  Digit1: "1–9",
};

const MAC_CAPS = { mod: "⌘", alt: "⌥", shift: "⇧" };
const PC_CAPS = { mod: "Ctrl", alt: "Alt", shift: "Shift" };

/** What is printed on the keys of a shortcut, in the order in which they are pressed. */
export function keyCaps(name: ShortcutName, isMac: boolean): readonly string[] {
  const keystroke: Keystroke = SHORTCUTS[name][0];
  const caps = isMac ? MAC_CAPS : PC_CAPS;
  const { code, mod, alt, shift } = keystroke;
  if (code === "Slash") return ["?"];
  return [
    ...(mod ? [caps.mod] : []),
    ...(alt ? [caps.alt] : []),
    ...(shift ? [caps.shift] : []),
    CAPS[code] ?? code.replace(/^(Key|Digit)/, ""),
  ];
}
