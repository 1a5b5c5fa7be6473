import { raiseText, type Raise } from "@/core/text/raised";
import type { XmlElement } from "@/server/import/docx/xml";
import { fraction, grouped, root } from "./linear";

type Node = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
};

/** A formula on one line. */
export type LinearFormula = {
  readonly text: string;
  /** Whether it has more than letters, signs and raised characters: it may be read better in the file. */
  readonly isComplex: boolean;
};

/** Elements of a formula; a file may repeat them at will, and no real one has so many. */
const MAX_NODES = 5000;
const PROPERTIES = /Pr$/;
/** What may be in a formula without making it hard to read on a line. */
const SIMPLE = /^(?:oMath|oMathPara|r|t|sSup|sSub|sSubSup|e|sup|sub|box)$/;

/** Reads a formula as Word keeps it (OMML) into one line of text: x²+y², (a+b)/2, √x, ∑_(i=1)^(n). */
export class FormulaReader {
  private readonly root: Node = makeNode("oMath", {});
  private readonly open: Node[] = [this.root];
  private count = 0;
  private isComplex = false;
  private isTooLarge = false;

  /** Takes an element of the formula. */
  openElement({ name, attributes }: XmlElement): void {
    this.count += 1;
    const node = makeNode(name, attributes);
    if (this.count > MAX_NODES) this.isTooLarge = true;
    else this.open.at(-1)?.children.push(node);
    this.open.push(node);
    if (!SIMPLE.test(name) && !this.isProperty()) this.isComplex = true;
  }

  closeElement(): void {
    this.open.pop();
  }

  /** Takes characters of the formula. */
  addText(text: string): void {
    const node = this.open.at(-1);
    if (node !== undefined && !this.isTooLarge) node.text += text;
  }

  /** The formula on one line; null where it is too large for that or empty. */
  result(): LinearFormula | null {
    if (this.isTooLarge) return null;
    const text = linear(this.root).replace(/\s+/gu, " ").trim();
    return text === "" ? null : { text, isComplex: this.isComplex };
  }

  private isProperty(): boolean {
    return this.open.some(({ name }) => PROPERTIES.test(name));
  }
}

function makeNode(name: string, attributes: Node["attributes"]): Node {
  return { name, attributes, children: [], text: "" };
}

function linear(node: Node): string {
  const read = LINEAR[node.name];
  if (read !== undefined) return read(node);
  return PROPERTIES.test(node.name) ? "" : inside(node);
}

function inside(node: Node): string {
  return node.text + node.children.map(linear).join("");
}

function part(node: Node, name: string): string {
  const child = node.children.find((each) => each.name === name);
  return child === undefined ? "" : inside(child).trim();
}

/** The value of a property: <m:dPr><m:begChr m:val="["/></m:dPr>. */
function property(node: Node, name: string): string | null {
  for (const { name: holder, children } of node.children) {
    if (!PROPERTIES.test(holder)) continue;
    const found = children.find((each) => each.name === name);
    if (found !== undefined) return found.attributes["val"] ?? "";
  }
  return null;
}

function raised(text: string, raise: Raise): string {
  return text === "" ? "" : raiseText(text, raise).text;
}

function scripts(node: Node): string {
  return (
    raised(part(node, "sub"), "subscript") +
    raised(part(node, "sup"), "superscript")
  );
}

function rows(node: Node, name: string): readonly string[] {
  return node.children
    .filter((each) => each.name === name)
    .map((row) =>
      name === "mr"
        ? row.children
            .filter((each) => each.name === "e")
            .map(inside)
            .join(", ")
        : inside(row),
    );
}

const ACCENTS: Readonly<Record<string, string>> = {
  "¯": "\u0304",
  "˙": "\u0307",
  "~": "\u0303",
  "^": "\u0302",
  "→": "\u20d7",
};

function accented(node: Node): string {
  const text = part(node, "e");
  const sign = property(node, "chr") ?? "\u0302";
  return [...text].length === 1
    ? (text + (ACCENTS[sign] ?? sign)).normalize("NFC")
    : text;
}

function delimited(node: Node): string {
  const between = property(node, "sepChr") ?? "|";
  const open = property(node, "begChr") ?? "(";
  const close = property(node, "endChr") ?? ")";
  return open + rows(node, "e").join(between) + close;
}

const LINEAR: Readonly<Record<string, ((node: Node) => string) | undefined>> = {
  t: (node) => node.text,
  f: (node) => fraction(part(node, "num"), part(node, "den")),
  rad: (node) => root(part(node, "e"), part(node, "deg")),
  sSup: (node) => grouped(part(node, "e")) + scripts(node),
  sSub: (node) => part(node, "e") + scripts(node),
  sSubSup: (node) => part(node, "e") + scripts(node),
  sPre: (node) => scripts(node) + part(node, "e"),
  nary: (node) =>
    `${property(node, "chr") ?? "∫"}${scripts(node)} ${part(node, "e")}`,
  func: (node) => `${part(node, "fName")} ${part(node, "e")}`,
  limLow: (node) => part(node, "e") + raised(part(node, "lim"), "subscript"),
  limUpp: (node) => part(node, "e") + raised(part(node, "lim"), "superscript"),
  acc: accented,
  bar: (node) => {
    const text = part(node, "e");
    return [...text].length === 1 ? `${text}\u0304` : `‾(${text})`;
  },
  d: delimited,
  m: (node) => rows(node, "mr").join("; "),
  eqArr: (node) => rows(node, "e").join("; "),
};
