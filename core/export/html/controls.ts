import type { ExportLayout, FontStyle } from "@/core/export/options";
import { escapeHtml } from "./escape";
import type { ReaderWords } from "./reader-words";

/** What a reader sees of both texts; "annotated" among layouts is Chinese here: its notes are English either way. */
export const READER_MODES = [
  "english",
  "chinese",
  "parallel",
  "interleaved",
] as const;
export type ReaderMode = (typeof READER_MODES)[number];

/** The mode that shows what a layout prints. */
export const modeOf = (layout: ExportLayout): ReaderMode =>
  layout === "annotated" ? "chinese" : layout;

/** How a page stands when it is opened; the reader changes it with the controls. */
export type ReaderState = {
  readonly mode: ReaderMode;
  readonly notes: "side" | "end";
  readonly fonts: FontStyle;
};

// Every control is a radio button that the style sheet looks at: nothing of it needs a script.

type Choice = { readonly value: string; readonly label: string };

function writeChoice(
  name: string,
  legend: string,
  chosen: string,
  choices: readonly Choice[],
  className = "choice",
): string {
  const radios = choices.map(
    ({ value, label }) =>
      `<label><input type="radio" name="${name}" value="${value}" id="${name}-${value}"${value === chosen ? " checked" : ""}><span>${label}</span></label>`,
  );
  return `<fieldset class="${className}"><legend>${escapeHtml(legend)}</legend>${radios.join("")}</fieldset>`;
}

/** Writes the choice between both texts. */
export function writeModes(words: ReaderWords, { mode }: ReaderState): string {
  return writeChoice(
    "mode",
    words.modes,
    mode,
    [
      { value: "english", label: `<span lang="en">English</span>` },
      { value: "chinese", label: `<span lang="zh-CN">中文</span>` },
      { value: "parallel", label: escapeHtml(words.mode_parallel) },
      { value: "interleaved", label: escapeHtml(words.mode_interleaved) },
    ],
    "modes",
  );
}

/** Writes the choices of how the page looks. */
export function writeSettings(words: ReaderWords, state: ReaderState): string {
  const text = (label: string) => escapeHtml(label);
  return [
    writeChoice("notes", words.notes, state.notes, [
      { value: "side", label: text(words.notes_side) },
      { value: "end", label: text(words.notes_end) },
    ]),
    writeChoice("size", words.size, "medium", [
      { value: "small", label: text(words.size_small) },
      { value: "medium", label: text(words.size_medium) },
      { value: "large", label: text(words.size_large) },
      { value: "huge", label: text(words.size_huge) },
    ]),
    writeChoice("fonts", words.fonts, state.fonts, [
      { value: "serif", label: text(words.fonts_serif) },
      { value: "sans", label: text(words.fonts_sans) },
    ]),
    writeChoice("theme", words.theme, "auto", [
      { value: "auto", label: text(words.theme_auto) },
      { value: "light", label: text(words.theme_light) },
      { value: "dark", label: text(words.theme_dark) },
    ]),
    writeChoice("keys", words.keys, "on", [
      { value: "on", label: text(words.keys_on) },
      { value: "off", label: text(words.keys_off) },
    ]),
  ].join("\n");
}

/** Writes a menu that opens below its name. */
export function writeMenu(
  name: string,
  label: string,
  content: string,
): string {
  return `<details class="menu ${name}" name="menu"><summary>${escapeHtml(label)}</summary><div class="panel">${content}</div></details>`;
}
