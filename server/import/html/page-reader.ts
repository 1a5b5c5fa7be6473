import { Parser } from "htmlparser2";
import { AppError } from "@/core/errors";
import type { Page, PageBlock } from "./page";
import { openCell, tableBlocks, type TableFrame } from "./tables";

const words = (list: string) => new Set(list.split(" "));
const SKIPPED = words(
  "script style noscript template iframe object embed svg math canvas audio video nav aside select option button textarea datalist dialog rt rp map",
);
const BLOCKS = words(
  "html body div p section article main header footer form fieldset blockquote pre ul ol li dl dt dd h1 h2 h3 h4 h5 h6 table caption thead tbody tfoot tr td th center address figure figcaption details summary hr",
);
const VOID = words(
  "br hr img input link meta area base col embed source track wbr",
);
const MARGINS =
  /(?:^|[\s_-])(?:foot|footer|copyright|side|sidebar|related|recommend|share|menu|nav|navbar|navigation|toolbar|comments?)(?:$|[\s_-])/i;
/** No page nests its text so deep; whoever walks such a page would never end. */
const MAX_DEPTH = 2000;

type List = { readonly ordered: boolean; readonly style: string; next: number };
type Element = {
  readonly name: string;
  readonly id: number;
  readonly skipped: boolean;
  readonly marginal: boolean;
};
type Attributes = Readonly<Record<string, string>>;

/**
 * Reads a page into blocks without building its tree: nothing is fetched, nothing runs, and what a page costs is
 * its length.
 */
export class PageReader {
  private readonly blocks: PageBlock[] = [];
  private readonly parents: number[] = [0];
  private readonly meta = new Map<string, string>();
  private title = "";
  private canonical: string | null = null;

  private readonly stack: Element[] = [];
  private readonly lists: List[] = [];
  private readonly headings: number[] = [];
  private readonly tables: TableFrame[] = [];
  private skipping = 0;
  private links = 0;
  private bold = 0;
  private preformatted = 0;

  private text = "";
  private linked = 0;
  private lead: number | null = null;
  private marker: string | null = null;

  private readonly parser = new Parser(
    {
      onopentag: (name, attributes) => this.open(name, attributes),
      ontext: (text) => this.add(text),
      onclosetag: (name) => this.close(name),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );

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
    if (name === "meta") this.readMeta(attributes);
    if (name === "link" && attributes["rel"] === "canonical")
      this.canonical = attributes["href"] ?? null;
    if (BLOCKS.has(name) || name === "br") this.flush();
    if (VOID.has(name)) return;
    if (this.stack.length >= MAX_DEPTH)
      throw new AppError("invalid", "source_unreadable");
    const skipped = SKIPPED.has(name) || isHidden(attributes);
    this.parents.push(this.stack.at(-1)?.id ?? 0);
    const marginal =
      this.stack.at(-1)?.marginal === true || isMarginal(name, attributes);
    this.stack.push({ name, id: this.parents.length - 1, skipped, marginal });
    if (skipped) this.skipping += 1;
    if (this.skipping === 0) this.enter(name, attributes);
  }

  private enter(name: string, attributes: Attributes): void {
    if (name === "a") this.links += 1;
    if (name === "b" || name === "strong") this.bold += 1;
    if (name === "pre") this.preformatted += 1;
    if (name === "ul" || name === "ol")
      this.lists.push(openList(name, attributes));
    if (name === "li") this.marker = this.nextMarker(attributes);
    if (/^h[1-6]$/.test(name)) this.headings.push(Number(name.slice(1)));
    this.enterTable(name, attributes);
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

  private close(name: string): void {
    if (BLOCKS.has(name)) this.flush();
    if (VOID.has(name)) return;
    const element = this.stack.pop();
    if (element?.skipped === true) this.skipping -= 1;
    else if (this.skipping === 0) this.leave(name);
  }

  private leave(name: string): void {
    if (name === "a") this.links -= 1;
    if (name === "pre") this.preformatted -= 1;
    if (name === "ul" || name === "ol") this.lists.pop();
    if (name === "li") this.marker = null;
    if (/^h[1-6]$/.test(name)) this.headings.pop();
    if (name === "table") this.leaveTable();
    if (name !== "b" && name !== "strong") return;
    this.bold -= 1;
    if (this.text.trim() !== "") this.lead ??= this.text.trim().length;
  }

  private leaveTable(): void {
    const frame = this.tables.pop();
    if (frame === undefined) return;
    for (const block of tableBlocks(frame)) this.put(block);
  }

  private add(text: string): void {
    if (this.stack.at(-1)?.name === "title") {
      if (this.title.length < 1000 && this.skipping === 0) this.title += text;
      return;
    }
    if (this.skipping > 0) return;
    if (this.preformatted === 0)
      return this.append(text.replace(/[ \t\n\r\f]+/g, " "));
    text.split("\n").forEach((line, index) => {
      if (index > 0) this.flush();
      this.append(line);
    });
  }

  private append(text: string): void {
    if (this.bold === 0 && this.lead === null && text.trim() !== "")
      this.lead = this.text.trim().length;
    this.text += text;
    if (this.links > 0) this.linked += text.trim().length;
  }

  private flush(): void {
    const text = this.text.trim();
    if (text !== "") this.put(this.takeBlock(text));
    this.text = "";
    this.linked = 0;
    this.lead = null;
  }

  private takeBlock(words: string): PageBlock {
    // Only the first block of a list entry carries its mark.
    const marker = this.marker;
    this.marker = null;
    const numbered =
      marker === null || marker === "" ? words : `${marker} ${words}`;
    const lead = this.lead ?? 0;
    return {
      text: numbered,
      element: this.stack.at(-1)?.id ?? 0,
      marginal: this.stack.at(-1)?.marginal ?? false,
      heading: this.headings.at(-1) ?? null,
      linked: this.linked,
      bullet: marker === "",
      marker: marker === "" ? null : marker,
      depth: this.lists.length,
      lead:
        lead === 0 || lead >= words.length
          ? 0
          : lead + numbered.length - words.length,
      table: null,
    };
  }

  private put(block: PageBlock): void {
    const table = this.tables.at(-1);
    if (table === undefined) this.blocks.push(block);
    else (table.rows.at(-1)?.at(-1)?.blocks ?? table.loose).push(block);
  }

  private nextMarker(attributes: Attributes): string {
    const list = this.lists.at(-1);
    if (list === undefined || !list.ordered) return "";
    list.next = wholeNumber(attributes["value"], list.next);
    const marker = `${numberAs(list.next, list.style)}.`;
    list.next += 1;
    return marker;
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

function isHidden(attributes: Attributes): boolean {
  const style = (attributes["style"] ?? "").slice(0, 1000);
  return (
    attributes["hidden"] !== undefined ||
    /(?:display\s?:\s?none|visibility\s?:\s?hidden)/i.test(style)
  );
}

function isMarginal(name: string, attributes: Attributes): boolean {
  if (name === "body" || name === "html") return false;
  return MARGINS.test(
    `${attributes["class"] ?? ""} ${attributes["id"] ?? ""}`.slice(0, 300),
  );
}

function openList(name: string, attributes: Attributes): List {
  return {
    ordered: name === "ol",
    style: attributes["type"] ?? "1",
    next: wholeNumber(attributes["start"], 1),
  };
}

function wholeNumber(value: string | undefined, otherwise: number): number {
  return value !== undefined && /^\d{1,6}$/.test(value)
    ? Number(value)
    : otherwise;
}

function numberAs(value: number, style: string): string {
  if ((style !== "a" && style !== "A") || value < 1 || value > 26)
    return String(value);
  return String.fromCharCode((style === "a" ? 96 : 64) + value);
}
