import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { readerAsset } from "@/server/export/reader-assets";
import { FOR_EVER, type Answer } from "./answer";

/** A file that pages load, named after its content. */
type Asset = {
  readonly name: string;
  readonly type: string;
  readonly body: string | Uint8Array;
};

/** The letters that English is written with, and those that pinyin adds. */
const RANGES = {
  latin:
    "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
  "latin-ext":
    "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
} as const;

type Range = keyof typeof RANGES;
type Face = {
  readonly family: string;
  readonly file: string;
  readonly range: Range;
  readonly isItalic: boolean;
};

const face = (
  family: string,
  file: string,
  range: Range,
  isItalic = false,
): Face => ({
  family,
  file: `${file}-${range}-wght-${isItalic ? "italic" : "normal"}`,
  range,
  isItalic,
});

const SERIF = "source-serif-4";
const FACES: readonly Face[] = [
  face("Source Serif 4 Variable", SERIF, "latin"),
  face("Source Serif 4 Variable", SERIF, "latin", true),
  face("Source Serif 4 Variable", SERIF, "latin-ext"),
  face("Source Serif 4 Variable", SERIF, "latin-ext", true),
  face("Inter Variable", "inter", "latin"),
];

// From where the process runs: in a thread this code is a bundle that lies elsewhere.
const root = (file: string) => path.resolve(file);

const hashOf = (body: string | Uint8Array) =>
  createHash("sha256").update(body).digest("hex").slice(0, 16);

function named(
  stem: string,
  extension: string,
  type: string,
  body: string | Uint8Array,
): Asset {
  return { name: `${stem}-${hashOf(body)}.${extension}`, type, body };
}

function readFont({ file }: Face): Asset {
  const family = file.startsWith("inter") ? "inter" : SERIF;
  const place = `node_modules/@fontsource-variable/${family}/files/${file}.woff2`;
  return named(file, "woff2", "font/woff2", readFileSync(root(place)));
}

type Assets = {
  readonly all: ReadonlyMap<string, Asset>;
  readonly script: string;
  readonly icon: string;
  readonly fontFaces: string;
};

let made: Assets | null = null;

const address = ({ name }: Asset) => `/e/~/${name}`;

/** The files that pages load, read once in a process. */
export function assets(): Assets {
  return (made ??= makeAssets());
}

function makeAssets(): Assets {
  const { text } = readerAsset("script/main.ts");
  const script = named("reader", "js", "text/javascript; charset=utf-8", text);
  const icon = named(
    "icon",
    "svg",
    "image/svg+xml",
    readFileSync(root("app/icon.svg")),
  );
  const fonts = FACES.map((each) => ({ each, asset: readFont(each) }));
  const rules = fonts.map(
    ({ each, asset }) =>
      `@font-face{font-family:"${each.family}";font-style:${each.isItalic ? "italic" : "normal"};font-weight:200 900;font-display:swap;src:url(${address(asset)}) format("woff2");unicode-range:${RANGES[each.range]}}`,
  );
  const all = [script, icon, ...fonts.map(({ asset }) => asset)];
  return {
    all: new Map(all.map((asset) => [asset.name, asset])),
    script: address(script),
    icon: address(icon),
    fontFaces: `${FALLBACKS}${rules.join("")}`,
  };
}

// Fonts of the system, drawn as wide as ours: the text is there at once, and stays where it is when ours arrive. They
// are not loaded ahead: on a bad line the text comes first.
const FALLBACKS = `@font-face{font-family:"Duizhao Serif";src:local("Georgia"),local("Gelasio"),local("DejaVu Serif");size-adjust:94%;ascent-override:110%;descent-override:36%;line-gap-override:0%}@font-face{font-family:"Duizhao Sans";src:local("Arial"),local("Helvetica"),local("Liberation Sans");size-adjust:107%;ascent-override:90%;descent-override:23%;line-gap-override:0%}`;

/** A file that pages load; null for a name that is none, or not any more. */
export function assetAnswer(name: string): Answer | null {
  const asset = assets().all.get(name);
  if (asset === undefined) return null;
  return {
    status: 200,
    type: asset.type,
    body: asset.body,
    headers: { "cache-control": FOR_EVER },
  };
}
