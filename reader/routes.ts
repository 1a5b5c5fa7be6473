import type { PublicChoice } from "@/server/services/editions/public-file";
import { READER_MODES, type ReaderMode } from "@/core/export/html/controls";
import {
  EXPORT_LAYOUTS,
  PAPERS,
  type ExportFormat,
} from "@/core/export/options";
import { MAX_SLUG, SLUG } from "@/core/editions/publication";

export const LANGUAGES = ["en", "zh-CN"] as const;
/** The language of what stands around an edition. */
export type Language = (typeof LANGUAGES)[number];

export type CitationFormat = "bib" | "ris" | "json";

/** What an address of the public reader asks for. */
export type Route =
  | { readonly kind: "home" }
  | { readonly kind: "search"; readonly query: string; readonly page: number }
  | { readonly kind: "newest"; readonly slug: string }
  | {
      readonly kind: "edition";
      readonly slug: string;
      readonly number: number;
      readonly mode: ReaderMode;
    }
  | {
      readonly kind: "compare";
      readonly slug: string;
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly kind: "file";
      readonly slug: string;
      readonly number: number;
      readonly choice: PublicChoice;
    }
  | {
      readonly kind: "citation";
      readonly slug: string;
      readonly number: number;
      readonly format: CitationFormat;
    }
  | { readonly kind: "card"; readonly slug: string; readonly number: number }
  | { readonly kind: "feed" | "sitemap" | "robots" }
  | {
      readonly kind: "draft";
      readonly token: string;
      readonly mode: ReaderMode;
    }
  | { readonly kind: "asset"; readonly name: string }
  | { readonly kind: "lost" };

/** Formats whose files are the same in every layout, by their names. */
export const WHOLE_FILES: Readonly<Record<string, ExportFormat>> = {
  "tei.xml": "tei",
  "xliff-2.1.xlf": "xliff21",
  "xliff-1.2.xlf": "xliff12",
  "memory.tmx": "tmx",
  "bundle.json": "bundle",
};

/** Formats that are written in each layout, by their extensions. */
export const LAYOUT_FORMATS: readonly ExportFormat[] = [
  "pdf",
  "epub",
  "docx",
  "html",
  "md",
  "txt",
];

/** The longest search that is looked at. */
const MAX_QUERY = 200;

/**
 * Reads an address; null for one that is not the reader's. Nothing is decoded: whatever has to be encoded is no name of
 * ours, so that no address leads out of where it belongs.
 */
export function readRoute(url: string): Route | null {
  const [path = "", search = ""] = url.split("#", 1)[0]?.split("?", 2) ?? [];
  const asked = new URLSearchParams(search);
  if (path === "/sitemap.xml") return { kind: "sitemap" };
  if (path === "/robots.txt") return { kind: "robots" };
  const [empty, room, ...rest] = path.split("/");
  if (empty !== "") return null;
  if (room === "d") return readDraft(rest, asked);
  return room === "e" ? readPublic(rest, asked) : null;
}

function readDraft(rest: readonly string[], asked: URLSearchParams): Route {
  const [token = "", ...more] = rest;
  return more.length === 0 && /^[\w-]{1,100}$/.test(token)
    ? { kind: "draft", token, mode: readMode(asked) }
    : { kind: "lost" };
}

function readPublic(rest: readonly string[], asked: URLSearchParams): Route {
  const [first, second, third, fourth, ...more] = rest;
  if (first === undefined || (first === "" && second === undefined))
    return readHome(asked);
  if (more.length > 0) return { kind: "lost" };
  if (first === "~") return readAsset(second, third);
  if (first === "feed.xml" && second === undefined) return { kind: "feed" };
  if (first.length > MAX_SLUG || !SLUG.test(first)) return { kind: "lost" };
  if (second === undefined) return { kind: "newest", slug: first };
  const number = readNumber(second);
  if (number === null) return { kind: "lost" };
  if (third === undefined)
    return { kind: "edition", slug: first, number, mode: readMode(asked) };
  if (third === "compare") return readCompare(first, number, fourth);
  return fourth === undefined
    ? readFile(first, number, third, asked)
    : { kind: "lost" };
}

function readHome(asked: URLSearchParams): Route {
  const query = (asked.get("q") ?? "").normalize("NFC").trim();
  const cut = [...query].slice(0, MAX_QUERY).join("");
  if (cut === "") return { kind: "home" };
  return {
    kind: "search",
    query: cut,
    page: readNumber(asked.get("page") ?? "1") ?? 1,
  };
}

function readAsset(name: string | undefined, more: string | undefined): Route {
  return name !== undefined &&
    more === undefined &&
    /^[\w.-]{1,120}$/.test(name)
    ? { kind: "asset", name }
    : { kind: "lost" };
}

function readCompare(
  slug: string,
  from: number,
  last: string | undefined,
): Route {
  const to = last === undefined ? null : readNumber(last);
  return to === null ? { kind: "lost" } : { kind: "compare", slug, from, to };
}

function readFile(
  slug: string,
  number: number,
  name: string,
  asked: URLSearchParams,
): Route {
  if (name === "card.png") return { kind: "card", slug, number };
  const citation = /^cite\.(bib|ris|json)$/.exec(name)?.[1];
  if (citation !== undefined)
    return {
      kind: "citation",
      slug,
      number,
      format: citation as CitationFormat,
    };
  const choice = readChoice(name, asked);
  return choice === null
    ? { kind: "lost" }
    : { kind: "file", slug, number, choice };
}

function readChoice(name: string, asked: URLSearchParams): PublicChoice | null {
  const paper = PAPERS.find((each) => each === asked.get("paper")) ?? "a4";
  const whole = Object.hasOwn(WHOLE_FILES, name)
    ? WHOLE_FILES[name]
    : undefined;
  if (whole !== undefined) return { format: whole, layout: "english", paper };
  const [stem, extension, ...more] = name.split(".");
  const layout = EXPORT_LAYOUTS.find((each) => each === stem);
  const format = LAYOUT_FORMATS.find((each) => each === extension);
  return layout === undefined || format === undefined || more.length > 0
    ? null
    : { format, layout, paper };
}

const readNumber = (text: string): number | null =>
  /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;

const readMode = (asked: URLSearchParams): ReaderMode =>
  READER_MODES.find((mode) => mode === asked.get("mode")) ?? "parallel";

/** The language that an address asks for; nothing else decides, so that one address is one page for everybody. */
export function readLanguage(url: string): Language {
  const search = url.split("#", 1)[0]?.split("?", 2)[1] ?? "";
  const asked = new URLSearchParams(search).get("lang");
  return LANGUAGES.find((language) => language === asked) ?? "en";
}
