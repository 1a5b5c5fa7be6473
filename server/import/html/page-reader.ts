import { Parser } from "htmlparser2";
import { AppError } from "@/core/errors";
import { placeholder } from "@/core/source/placeholder";
import { MAX_REMARK_DETAIL, shiftRemarks } from "@/core/source/remark";
import {
  BLOCKS,
  isMarginal,
  leftOutAs,
  REPLACED,
  VOID,
  type LeftOut,
} from "./elements";
import { FormulaReader } from "./formula";
import type { ListMark } from "./list-styles";
import { nextMark, openList, type List } from "./lists";
import type { Page, PageBlock } from "./page";
import { PageLine } from "./page-line";
import { standInFor } from "./stand-ins";
import { StyleRules, type SeenStyle } from "./style-rules";
import { openCell, tableBlocks, type TableFrame } from "./tables";

/** No page nests its text so deep; whoever walks such a page would never end. */
const MAX_DEPTH = 2000;

type Element = {
  readonly name: string;
  readonly id: number;
  readonly left: LeftOut | null;
  readonly marginal: boolean;
};
type Attributes = Readonly<Record<string, string>>;

/**
 * Reads a page into blocks without building its tree: nothing is fetched, nothing runs, and what a page costs is
 * its length. `entries` are the entries of its lists, which reversed ones begin with.
 */
export class PageReader {
  private readonly blocks: PageBlock[] = [];
  private readonly parents: number[] = [0];
  private readonly meta = new Map<string, string>();
  private readonly styles = new StyleRules();
  private title = "";
  private canonical: string | null = null;

  private readonly stack: Element[] = [];
  private readonly lists: List[] = [];
  private readonly headings: number[] = [];
  private readonly tables: TableFrame[] = [];
  private formula: FormulaReader | null = null;
  private seenLists = 0;
  private skipping = 0;
  private links = 0;
  private bold = 0;
  private preformatted = 0;

  private readonly line = new PageLine();
  /** The words of what is being left out, outermost element first; furniture has none. */
  private leftOut: { readonly kind: LeftOut; words: string } | null = null;
  private sheet: string | null = null;
  private mark: ListMark = { kind: "none" };

  private readonly parser = new Parser(
    {
      onopentag: (name, attributes) => this.open(name, attributes),
      ontext: (text) => this.add(text),
      onclosetag: (name) => this.close(name),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );

  constructor(private readonly entries: readonly number[] = []) {}

  /** Reads the next piece of the page. */
  write(html: string): void {
    this.parser.write(html);
  }

  /** Ends the page and returns it. */
  end(): Page {
    this.parser.end();
    this.flush();
    const { blocks, parents, meta, canonical } = this;
    return {
      blocks,
      parents,
      meta,
      canonical,
      title: this.title.trim() === "" ? null : this.title.trim(),
    };
  }

  private open(name: string, attributes: Attributes): void {
    if (this.formula !== null) return this.openInFormula(name);
    if (name === "meta") this.readMeta(attributes);
    if (name === "link" && attributes["rel"] === "canonical")
      this.canonical = attributes["href"] ?? null;
    if (BLOCKS.has(name) || name === "br") this.flush();
    if (name === "style") this.sheet = "";
    const style = this.styles.styleOf(name, attributes);
    if (VOID.has(name)) return this.stand(name, attributes, style);
    if (this.stack.length >= MAX_DEPTH)
      throw new AppError("invalid", "source_unreadable");
    this.push(name, attributes, style);
    if (this.skipping === 0) this.enter(name, attributes, style);
  }

  private push(name: string, attributes: Attributes, style: SeenStyle): void {
    if (REPLACED.has(name)) this.stand(name, attributes, style);
    const isRoot = name === "html" || name === "body";
    const left = isRoot ? null : leftOutAs(name, attributes, style);
    const above = this.stack.at(-1);
    this.parents.push(above?.id ?? 0);
    const marginal = above?.marginal === true || isMarginal(name, attributes);
    this.stack.push({ name, id: this.parents.length - 1, left, marginal });
    if (left === null) return;
    if (this.skipping === 0) this.leftOut = { kind: left, words: "" };
    this.skipping += 1;
  }

  /** Puts a placeholder for a picture or an object, and the box of a form that is ticked or not. */
  private stand(name: string, attributes: Attributes, style: SeenStyle): void {
    if (this.skipping > 0 || style.hidden) return;
    const isBox = /^(?:checkbox|radio)$/i.test(attributes["type"] ?? "");
    if (name === "input" && isBox)
      this.append(attributes["checked"] === undefined ? "□" : "☑");
    const standIn = standInFor(name, attributes);
    if (standIn === null) return;
    this.line.remark(standIn.kind, standIn.detail);
    this.append(standIn.text);
  }

  private enter(name: string, attributes: Attributes, style: SeenStyle): void {
    if (name === "a") this.links += 1;
    if (name === "b" || name === "strong") this.bold += 1;
    if (name === "pre") this.preformatted += 1;
    if (name === "q") this.append("“");
    if (name === "sup") this.line.raise("superscript");
    if (name === "sub") this.line.raise("subscript");
    if (name === "math") this.formula = new FormulaReader(attributes);
    if (name === "ul" || name === "ol") this.enterList(name, attributes, style);
    if (name === "li") this.enterEntry(attributes, style);
    if (/^h[1-6]$/.test(name)) this.headings.push(Number(name.slice(1)));
    this.enterTable(name, attributes);
  }

  private enterList(
    name: string,
    attributes: Attributes,
    style: SeenStyle,
  ): void {
    const entries = this.entries[this.seenLists] ?? 0;
    this.lists.push(openList(name, attributes, style.list, entries));
    this.seenLists += 1;
  }

  private enterEntry(attributes: Attributes, style: SeenStyle): void {
    const list = this.lists.at(-1);
    this.mark =
      list === undefined
        ? { kind: "bullet" }
        : nextMark(list, attributes, style.list);
    if (this.mark.kind === "text" && !this.mark.isKnown)
      this.line.remark("number-format", style.list ?? list?.style ?? null);
  }

  private enterTable(name: string, attributes: Attributes): void {
    const table = this.tables.at(-1);
    if (name === "table") {
      if (table !== undefined) table.nested = true;
      this.tables.push({
        element: this.stack.at(-1)?.id ?? 0,
        rows: [],
        loose: [],
        nested: false,
      });
    }
    if (table === undefined) return;
    if (name === "tr") table.rows.push([]);
    if (name !== "td" && name !== "th") return;
    if (table.rows.length === 0) table.rows.push([]);
    table.rows.at(-1)?.push(openCell(name, attributes));
  }

  private openInFormula(name: string): void {
    if (VOID.has(name)) return;
    const { id = 0, marginal = false } = this.stack.at(-1) ?? {};
    if (this.stack.length >= MAX_DEPTH)
      throw new AppError("invalid", "source_unreadable");
    this.stack.push({ name, id, left: null, marginal });
    this.formula?.open(name);
  }

  private close(name: string): void {
    if (name === "style") this.endSheet();
    if (this.formula !== null && name !== "math") {
      if (VOID.has(name)) return;
      this.stack.pop();
      return this.formula.close();
    }
    if (BLOCKS.has(name)) this.flush();
    if (VOID.has(name)) return;
    const element = this.stack.pop();
    if (element?.left != null) this.endLeftOut(element);
    else if (this.skipping === 0) this.leave(name);
  }

  private endSheet(): void {
    if (this.sheet !== null) this.styles.read(this.sheet);
    this.sheet = null;
  }

  private endLeftOut({ marginal }: Element): void {
    this.skipping -= 1;
    if (this.skipping > 0 || this.leftOut === null) return;
    const { kind, words } = this.leftOut;
    this.leftOut = null;
    // What is hidden in a margin, or has no word in it, was never text.
    const isSaid = kind !== "furniture" && /[\p{L}\p{N}]/u.test(words);
    if (isSaid && !marginal) this.line.remark(kind, words);
  }

  private leave(name: string): void {
    if (name === "a") this.links -= 1;
    if (name === "pre") this.preformatted -= 1;
    if (name === "q") this.append("”");
    if (name === "sup" || name === "sub") this.line.lower();
    if (name === "math") this.leaveFormula();
    if (name === "ul" || name === "ol") this.lists.pop();
    if (name === "li") this.mark = { kind: "none" };
    if (/^h[1-6]$/.test(name)) this.headings.pop();
    if (name === "table") this.leaveTable();
    if (name !== "b" && name !== "strong") return;
    this.bold -= 1;
    this.line.endBold();
  }

  private leaveFormula(): void {
    const { formula } = this;
    this.formula = null;
    if (formula === null) return;
    if (formula.line !== null) return this.append(formula.line);
    this.line.remark("formula", formula.description);
    this.append(placeholder("formula", formula.description));
  }

  private leaveTable(): void {
    const frame = this.tables.pop();
    if (frame === undefined) return;
    for (const block of tableBlocks(frame)) this.put(block);
  }

  private add(text: string): void {
    const inside = this.stack.at(-1);
    if (inside?.name === "title" && this.skipping === 0) {
      if (this.title.length < 1000) this.title += text;
      return;
    }
    if (this.formula !== null) return this.formula.add(text);
    if (this.skipping > 0) return this.addLeftOut(text, inside);
    if (this.preformatted === 0)
      return this.append(text.replace(/[ \t\n\r\f]+/g, " "));
    text.split("\n").forEach((line, index) => {
      if (index > 0) this.flush();
      this.append(line);
    });
  }

  private addLeftOut(text: string, inside: Element | undefined): void {
    if (this.sheet !== null) this.sheet += text;
    else if (this.leftOut !== null && inside?.left !== "furniture")
      if (this.leftOut.words.length <= MAX_REMARK_DETAIL)
        this.leftOut.words += text;
  }

  private append(text: string): void {
    this.line.append(text, this.bold > 0, this.links > 0);
  }

  private flush(): void {
    if (this.skipping > 0) return;
    const text = this.line.text.trim();
    if (text !== "" || this.line.remarks.length > 0)
      this.put(this.takeBlock(text));
    this.line.clear();
  }

  private takeBlock(words: string): PageBlock {
    // Only the first words of a list entry carry its mark.
    const mark: ListMark = words === "" ? { kind: "none" } : this.mark;
    if (words !== "") this.mark = { kind: "none" };
    const prefix = mark.kind === "text" ? mark.marker + mark.gap : "";
    const text = prefix + words;
    const lead = this.line.lead ?? 0;
    const whole = this.line.text;
    const indent = whole.length - whole.trimStart().length;
    return {
      text,
      element: this.stack.at(-1)?.id ?? 0,
      marginal: this.stack.at(-1)?.marginal ?? false,
      heading: this.headings.at(-1) ?? null,
      linked: this.line.linked,
      bullet: mark.kind === "bullet",
      marker: mark.kind === "text" ? mark.marker : null,
      depth: this.lists.length,
      lead: lead === 0 || lead >= words.length ? 0 : lead + prefix.length,
      table: null,
      remarks: shiftRemarks(
        this.line.remarks,
        prefix.length - indent,
        text.length,
      ),
    };
  }

  private put(block: PageBlock): void {
    const table = this.tables.at(-1);
    if (table === undefined) this.blocks.push(block);
    else (table.rows.at(-1)?.at(-1)?.blocks ?? table.loose).push(block);
  }

  private readMeta(attributes: Attributes): void {
    const name = (
      attributes["name"] ??
      attributes["property"] ??
      ""
    ).toLowerCase();
    const content = (attributes["content"] ?? "").trim();
    const isNew = name !== "" && content !== "" && !this.meta.has(name);
    if (isNew && this.meta.size < 200)
      this.meta.set(name, content.slice(0, 2000));
  }
}
