import en from "@/messages/en/reader.json";
import zh from "@/messages/zh-CN/reader.json";
import { escapeHtml } from "@/core/export/html/escape";
import type { Language } from "./routes";

/** The sentences around an edition, by their keys. */
export type Words = typeof en;

const WORDS: Readonly<Record<Language, Words>> = { en, "zh-CN": zh };

/** Says something in the language of a page, as markup: the values are escaped with their sentence. */
export type Say = {
  (
    key: keyof Words,
    values?: Readonly<Record<string, string | number>>,
  ): string;
  readonly language: Language;
  readonly words: Words;
  /** An address of ours in the same language. */
  link(path: string): string;
};

/** Makes the voice of a page. */
export function speak(language: Language): Say {
  const words = WORDS[language];
  const say = (
    key: keyof Words,
    values: Readonly<Record<string, string | number>> = {},
  ) =>
    escapeHtml(
      words[key].replace(/\{(\w+)\}/g, (_, name: string) =>
        String(values[name] ?? ""),
      ),
    );
  const link = (path: string) => {
    if (language === "en") return escapeHtml(path);
    const [address = "", fragment] = path.split("#", 2);
    const mark = address.includes("?") ? "&" : "?";
    const end = fragment === undefined ? "" : `#${fragment}`;
    return escapeHtml(`${address}${mark}lang=${language}${end}`);
  };
  return Object.assign(say, { language, words, link });
}

/** A day in the language of a page; times are told by their day in UTC, the same for everybody. */
export function sayDay(say: Say, iso: string): string {
  const locale = say.language === "en" ? "en-GB" : "zh-CN";
  return new Intl.DateTimeFormat(locale, {
    dateStyle: "long",
    timeZone: "UTC",
  }).format(new Date(iso));
}
