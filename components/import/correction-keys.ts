import type { Correction } from "@/core/source/correction";
import type { ParagraphKind, SourceParagraph } from "@/core/source/paragraph";

const KINDS: Readonly<Record<string, ParagraphKind>> = {
  KeyT: "title",
  KeyH: "heading",
  KeyN: "numbered",
  KeyI: "item",
  KeyB: "body",
  KeyM: "meta",
};

/** What a key asks for: a correction, a move by so many paragraphs, or the box in which a paragraph is cut. */
export type KeyCommand =
  | { readonly kind: "correct"; readonly correction: Correction }
  | { readonly kind: "move"; readonly by: number }
  | { readonly kind: "cut" };

/** The keys as they are listed, with the names of their texts below `import`. */
export const KEY_ROWS = [
  { keys: ["↑", "↓"], name: "key_move" },
  { keys: ["T"], name: "kind_title" },
  { keys: ["H"], name: "kind_heading" },
  { keys: ["1", "…", "9"], name: "key_level" },
  { keys: ["N"], name: "kind_numbered" },
  { keys: ["R"], name: "run_in" },
  { keys: ["I"], name: "kind_item" },
  { keys: ["B"], name: "kind_body" },
  { keys: ["M"], name: "kind_meta" },
  { keys: ["J"], name: "merge" },
  { keys: ["S"], name: "split" },
  { keys: ["Del"], name: "drop_paragraph" },
  { keys: ["Ctrl", "Z"], name: "key_undo" },
] as const;

type Key = Pick<
  KeyboardEvent,
  "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "isComposing"
>;

/** Reads a key pressed on a paragraph; by its place on the keyboard, so that an input method does not change it. */
export function readKey(
  event: Key,
  index: number,
  paragraph: SourceParagraph,
): KeyCommand | null {
  if (
    event.isComposing ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    event.shiftKey
  )
    return null;
  const { code } = event;
  if (code === "ArrowDown") return { kind: "move", by: 1 };
  if (code === "ArrowUp") return { kind: "move", by: -1 };
  if (code === "PageDown") return { kind: "move", by: 10 };
  if (code === "PageUp") return { kind: "move", by: -10 };
  if (code === "Home") return { kind: "move", by: -Infinity };
  if (code === "End") return { kind: "move", by: Infinity };
  if (code === "KeyS") return paragraph.table === null ? { kind: "cut" } : null;
  const correction = readCorrection(code, index, paragraph);
  return correction === null ? null : { kind: "correct", correction };
}

function readCorrection(
  code: string,
  index: number,
  paragraph: SourceParagraph,
): Correction | null {
  const to = KINDS[code];
  if (to !== undefined) return { kind: "set-kind", index, to };
  if (code === "KeyJ") return { kind: "merge", index };
  if (code === "Delete") return { kind: "drop", index };
  if (code === "KeyR")
    return { kind: "set-run-in", index, on: paragraph.runIn === null };
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  return digit === undefined
    ? null
    : { kind: "set-level", index, level: Number(digit) };
}
