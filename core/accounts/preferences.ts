/** Interface languages; the first is the fallback. */
export const LOCALES = ["en", "zh-CN"] as const;
export type Locale = (typeof LOCALES)[number];

/** Looks of the interface; null, where a choice is stored, follows the system. */
export const THEMES = ["light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** Reads a stored or sent language; null for anything else. */
export function readLocale(value: unknown): Locale | null {
  return LOCALES.find((locale) => locale === value) ?? null;
}

/** Reads a stored or sent theme; null for anything else, which follows the system. */
export function readTheme(value: unknown): Theme | null {
  return THEMES.find((theme) => theme === value) ?? null;
}
