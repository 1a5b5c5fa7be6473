import { raiseText } from "@/core/text/raised";

type Node = { readonly name: string; text: string; readonly children: Node[] };
type Attributes = Readonly<Record<string, string>>;

/** Formulas are short; a longer one is shown by its placeholder alone. */
const MAX_NODES = 400;
const ROWS = new Set([
  "math",
  "mrow",
  "mstyle",
  "mpadded",
  "semantics",
  "merror",
  "mphantom",
]);
const WORDS = new Set(["mi", "mn", "mo", "mtext", "ms"]);
const NOTES = /^annotation(?:-xml)?$/;

/** Reads a MathML formula into one line of text, or finds that a line cannot show it. */
export class FormulaReader {
  private readonly root: Node = { name: "math", text: "", children: [] };
  private readonly stack: Node[] = [this.root];
  private count = 0;
  private readonly alternative: string | null;

  constructor(attributes: Attributes) {
    this.alternative = attributes["alttext"] ?? null;
  }

  open(name: string): void {
    this.count += 1;
    const node: Node = { name, text: "", children: [] };
    if (this.count <= MAX_NODES) this.stack.at(-1)?.children.push(node);
    this.stack.push(node);
  }

  add(text: string): void {
    const node = this.stack.at(-1);
    if (node !== undefined && node.text.length < MAX_NODES) node.text += text;
  }

  close(): void {
    if (this.stack.length > 1) this.stack.pop();
  }

  /** The formula on a line, null where it has fractions, roots or other forms that a line does not show. */
  get line(): string | null {
    if (this.count > MAX_NODES) return null;
    const text = write(this.root);
    return text === null || text.trim() === "" ? null : text.trim();
  }

  /** What describes the formula where a line cannot: the page's own words, or its letters. */
  get description(): string {
    return this.alternative ?? wordsOf(this.root).trim();
  }
}

function write(node: Node): string | null {
  const { name, children } = node;
  if (NOTES.test(name)) return "";
  if (WORDS.has(name))
    return children.length > 0 ? null : node.text.replace(/\s+/g, " ").trim();
  if (name === "mspace") return " ";
  if (ROWS.has(name)) {
    const parts = children.map(write);
    return parts.includes(null) ? null : parts.join("");
  }
  const [base, one, other] = children.map(write);
  if (typeof base !== "string" || typeof one !== "string") return null;
  if (name === "msup") return base + raiseText(one, "superscript").text;
  if (name === "msub") return base + raiseText(one, "subscript").text;
  if (name !== "msubsup" || typeof other !== "string") return null;
  return (
    base +
    raiseText(one, "subscript").text +
    raiseText(other, "superscript").text
  );
}

function wordsOf(node: Node): string {
  if (NOTES.test(node.name)) return "";
  const own = node.children.length === 0 ? node.text.trim() : "";
  return [own, ...node.children.map(wordsOf)]
    .filter((part) => part !== "")
    .join(" ");
}
