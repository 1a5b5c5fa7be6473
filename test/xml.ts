import { SaxesParser } from "saxes";

/** An element as a strict reader of XML finds it. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
};

/** Reads XML; throws where it is not well formed. */
export function readXml(xml: string): XmlElement {
  const root = {
    name: "",
    attributes: {},
    children: [] as (XmlElement | string)[],
  };
  const open: { children: (XmlElement | string)[] }[] = [root];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  parser.on("text", (text) => open.at(-1)?.children.push(text));
  parser.write(xml).close();
  return root;
}

/** All elements of a name, in order, at any depth. */
export function findAll(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === "string") return [];
    const inner = findAll(child, name);
    return child.name === name ? [child, ...inner] : inner;
  });
}

/** The words of an element without those of elements of some names. */
export function textOf(
  element: XmlElement,
  without: readonly string[] = [],
): string {
  return element.children
    .map((child) => {
      if (typeof child === "string") return child;
      return without.includes(child.name) ? "" : textOf(child, without);
    })
    .join("");
}
