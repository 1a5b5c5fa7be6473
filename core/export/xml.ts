import { cleanText } from "./clean-text";

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  // Of "]]>", which may not stand in text.
  ">": "&gt;",
  '"': "&quot;",
};

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Text as XML 1.0 can hold it, in elements and in attributes with double quotes: what it forbids is gone, the rest escaped. */
export function escapeXml(text: string): string {
  return cleanText(text).replace(
    /[&<>"]/g,
    (character) => ENTITIES[character] ?? "",
  );
}

/** Attributes of an element, each with a space before it; those without a value are left out. */
export function attributes(
  values: Readonly<Record<string, string | number | null>>,
): string {
  return Object.entries(values)
    .map(([name, value]) =>
      value === null ? "" : ` ${name}="${escapeXml(String(value))}"`,
    )
    .join("");
}

/** An element with content that is written already; without any it is empty. */
export function element(
  name: string,
  values: Readonly<Record<string, string | number | null>>,
  content: string,
): string {
  const start = `<${name}${attributes(values)}`;
  return content === "" ? `${start}/>` : `${start}>${content}</${name}>`;
}
