import { placeholder } from "@/core/source/placeholder";
import type { RemarkKind } from "@/core/source/remark";

/** What takes the place of an element that has no words of its own. */
export type StandIn = {
  readonly text: string;
  readonly kind: RemarkKind;
  readonly detail: string | null;
};

type Attributes = Readonly<Record<string, string>>;

const OBJECTS = new Set([
  "object",
  "embed",
  "video",
  "audio",
  "canvas",
  "iframe",
]);
/** Smaller pictures count visits or keep columns apart. */
const MIN_PIXELS = 4;
const FILE_NAME =
  /^[^\s，。]{1,100}\.(?:jpe?g|png|gif|bmp|webp|svg|tiff?)$|^(?:图片|图像|image|img|pic(?:ture)?|photo|图|照片)?[\s_-]?\d{0,20}$/i;
const FILE_ICON =
  /(?:icon|fileTypeImages|\/(?:doc|docx|pdf|xls|xlsx|zip|rar|ppt|txt|wps)\.(?:gif|png|jpg))/i;

/** Finds what stands for a picture or an embedded object; null for what a reader does not see or what is a mere icon. */
export function standInFor(
  name: string,
  attributes: Attributes,
): StandIn | null {
  if (isUnseen(attributes)) return null;
  if (name === "img" || name === "svg")
    return standInForPicture(name, attributes);
  if (!OBJECTS.has(name)) return null;
  const description = describe(attributes);
  return {
    text: placeholder("object", description),
    kind: "embedded-object",
    detail: description ?? fileNameOf(attributes["src"] ?? attributes["data"]),
  };
}

function standInForPicture(
  name: string,
  attributes: Attributes,
): StandIn | null {
  const description = describe(attributes);
  const address = attributes["src"] ?? "";
  if (description === null && FILE_ICON.test(address.slice(-500))) return null;
  if (name === "svg" && description === null && isSmall(attributes))
    return null;
  // A rare character that no font had is often set as a picture of it.
  if (description !== null && [...description].length === 1)
    return { text: description, kind: "symbol", detail: description };
  return {
    text: placeholder("picture", description),
    kind: "picture",
    detail: description,
  };
}

function describe(attributes: Attributes): string | null {
  const candidates = ["alt", "aria-label", "title"].map((key) =>
    (attributes[key] ?? "").trim(),
  );
  const words = candidates.find((text) => text !== "" && !FILE_NAME.test(text));
  return words ?? null;
}

function isUnseen(attributes: Attributes): boolean {
  const sizes = [attributes["width"], attributes["height"]];
  return sizes.some(
    (size) => size !== undefined && Number.parseFloat(size) < MIN_PIXELS,
  );
}

function isSmall(attributes: Attributes): boolean {
  const size = Number.parseFloat(
    attributes["width"] ?? attributes["height"] ?? "",
  );
  return attributes["aria-hidden"] === "true" || size <= 32;
}

function fileNameOf(address: string | undefined): string | null {
  return address?.split(/[?#]/)[0]?.split("/").at(-1)?.slice(0, 200) ?? null;
}
