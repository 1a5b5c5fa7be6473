import { useCallback, useSyncExternalStore } from "react";
import type { EditorCommands, Format } from "./editor-commands";

const FORMATS: readonly Format[] = [
  "bold",
  "italic",
  "supplied",
  "superscript",
  "subscript",
  "link",
  "bulletList",
  "orderedList",
  "table",
];

/** What is on at the caret. Told as one word, so that typing draws the tools anew only when something changes. */
export function useActiveFormats(
  commands: EditorCommands | null,
): ReadonlySet<string> {
  const subscribe = useCallback(
    (listener: () => void) =>
      commands?.subscribe(listener) ?? (() => undefined),
    [commands],
  );
  const read = useCallback(() => {
    if (commands === null) return "";
    const formats: string[] = FORMATS.filter((format) =>
      commands.isActive(format),
    );
    if (commands.canUndo()) formats.push("undo");
    if (commands.canRedo()) formats.push("redo");
    return formats.join(" ");
  }, [commands]);
  const active = useSyncExternalStore(subscribe, read, () => "");
  return new Set(active.split(" "));
}
