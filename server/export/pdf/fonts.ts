import { createRequire } from "node:module";
import path from "node:path";
import type { FontStyle } from "@/core/export/options";

const require = createRequire(import.meta.url);

/** The typefaces of a style, in the order in which a character is looked for. */
export type Typefaces = {
  readonly latin: string;
  readonly chinese: string;
  /** For signs that neither has. */
  readonly signs: string;
};

export const TYPEFACES: Readonly<Record<FontStyle, Typefaces>> = {
  serif: {
    latin: "Source Serif 4",
    chinese: "Noto Serif SC",
    signs: "Inter",
  },
  sans: { latin: "Inter", chinese: "Noto Sans SC", signs: "Source Serif 4" },
};

const LATIN_CUTS = [
  "400Regular",
  "400Regular_Italic",
  "600SemiBold",
  "600SemiBold_Italic",
] as const;
const CHINESE_CUTS = ["400Regular", "600SemiBold"] as const;
const SIGN_CUTS = ["400Regular"] as const;

const fileOf = (family: string, cut: string) => {
  const folder = `@expo-google-fonts/${family.toLowerCase().replaceAll(" ", "-")}`;
  const name = `${family.replaceAll(" ", "")}_${cut}.ttf`;
  return require.resolve(`${folder}/${cut}/${name}`);
};

/** The files of a style's typefaces, each typeface's cuts together. */
export function fontFiles(
  style: FontStyle,
): Readonly<Record<keyof Typefaces, readonly string[]>> {
  const { latin, chinese, signs } = TYPEFACES[style];
  return {
    latin: LATIN_CUTS.map((cut) => fileOf(latin, cut)),
    chinese: CHINESE_CUTS.map((cut) => fileOf(chinese, cut)),
    signs: SIGN_CUTS.map((cut) => fileOf(signs, cut)),
  };
}

/** The folders that hold them, which is what Typst is told. */
export function fontFolders(style: FontStyle): readonly string[] {
  return Object.values(fontFiles(style))
    .flat()
    .map((file) => path.dirname(file));
}
