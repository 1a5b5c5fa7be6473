import { plainBlock, type SourceBlock } from "@/core/source/block";
import { cleanText } from "@/core/text/clean-text";
import type { NumberingCounter } from "./numbering";
import { ParagraphBuilder } from "./paragraph-builder";
import type { Styles } from "./styles";
import { blocksOfTable, type WordCell, type WordRow } from "./tables";
import { isOn, type XmlElement, type XmlHandler } from "./xml";

/** What was deleted or moved away, what is said twice for older programs, and the readings above characters. */
const SKIPPED = new Set(["del", "moveFrom", "Fallback", "rt"]);

type Notes = ReadonlyMap<string, string>;
type Story = SourceBlock[];

/** Turns the elements of word/document.xml into blocks, in the order in which they are read. */
export class DocumentReader implements XmlHandler {
  readonly blocks: SourceBlock[] = [];
  private readonly names: string[] = [];
  private readonly stories: Story[] = [this.blocks];
  private readonly paragraphs: ParagraphBuilder[] = [];
  private readonly tables: WordRow[][] = [];
  private skipping = 0;
  private taking = false;
  private bold: boolean | null = null;
  private hidden = false;
  private notesSeen = 0;

  constructor(
    private readonly styles: Styles,
    private readonly counter: NumberingCounter,
    private readonly footnotes: Notes,
    private readonly endnotes: Notes,
  ) {}

  open(element: XmlElement): void {
    const { name, isWord } = element;
    this.names.push(name);
    if (SKIPPED.has(name) && (isWord || name === "Fallback"))
      this.skipping += 1;
    if (this.skipping > 0) return;
    // The words of a formula are in a namespace of their own.
    if (name === "t") this.taking = isWord || this.names.includes("oMath");
    if (!isWord) return;
    this.openStructure(name);
    this.readProperty(element);
    this.readRunContent(element);
  }

  close(name: string, isWord: boolean): void {
    this.names.pop();
    if (SKIPPED.has(name) && (isWord || name === "Fallback")) {
      this.skipping -= 1;
      return;
    }
    if (this.skipping > 0) return;
    if (name === "t") this.taking = false;
    if (isWord) this.closeStructure(name);
  }

  text(text: string): void {
    if (this.taking && this.skipping === 0) this.append(text);
  }

  private append(text: string): void {
    if (!this.hidden) this.paragraphs.at(-1)?.add(text, this.bold, this.styles);
  }

  private openStructure(name: string): void {
    switch (name) {
      case "p":
        this.paragraphs.push(new ParagraphBuilder());
        return;
      case "r":
        this.bold = null;
        this.hidden = false;
        return;
      case "txbxContent":
        this.stories.push([]);
        return;
      case "tbl":
        this.tables.push([]);
        return;
      case "tr":
        this.tables.at(-1)?.push({ header: false, before: 0, cells: [] });
        return;
      case "tc":
        this.openCell();
        return;
      default:
        return;
    }
  }

  private openCell(): void {
    const cell: WordCell = { colspan: 1, merge: null, blocks: [] };
    this.row()?.cells.push(cell);
    this.stories.push(cell.blocks);
  }

  private closeStructure(name: string): void {
    if (name === "p") this.closeParagraph();
    if (name === "tc") this.stories.pop();
    if (name === "tbl") this.closeTable();
    if (name === "txbxContent") this.closeBox();
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (paragraph === undefined) return;
    for (const block of paragraph.toBlocks(this.styles, this.counter))
      this.stories.at(-1)?.push(block);
  }

  private closeTable(): void {
    const rows = this.tables.pop() ?? [];
    for (const block of blocksOfTable(rows, this.tables.length > 0))
      this.stories.at(-1)?.push(block);
  }

  /** A text box hangs on the paragraph in which it is anchored. */
  private closeBox(): void {
    const box = this.stories.pop() ?? [];
    for (const block of box)
      (this.paragraphs.at(-1)?.attached ?? this.stories.at(-1))?.push(block);
  }

  private row(): WordRow | undefined {
    return this.tables.at(-1)?.at(-1);
  }

  private readProperty({ name, attributes }: XmlElement): void {
    const parent = this.names.at(-2);
    const holder = this.names.at(-3);
    const value = attributes["val"] ?? "";
    if (parent === "pPr" && holder === "p")
      this.readParagraphProperty(name, value);
    if (parent === "numPr" && holder === "pPr" && this.names.at(-4) === "p")
      this.readNumbering(name, value);
    if (parent === "rPr" && holder === "r" && name === "b")
      this.bold = isOn(attributes);
    if (parent === "rPr" && holder === "r" && name === "vanish")
      this.hidden = isOn(attributes);
    if (parent === "tcPr" && holder === "tc")
      this.readCellProperty(name, value);
    const row = this.row();
    if (parent !== "trPr" || row === undefined) return;
    if (name === "tblHeader") row.header = isOn(attributes);
    if (name === "gridBefore")
      row.before = Math.min(100, Math.max(0, Number(value) || 0));
  }

  private readParagraphProperty(name: string, value: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph === undefined) return;
    if (name === "pStyle") paragraph.style = value;
    if (name === "outlineLvl") paragraph.outline = Number(value) || 0;
  }

  private readNumbering(name: string, value: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph === undefined) return;
    if (name === "numId") paragraph.numId = value;
    if (name === "ilvl") paragraph.ilvl = Number(value) || 0;
  }

  private readCellProperty(name: string, value: string): void {
    const cell = this.row()?.cells.at(-1);
    if (cell === undefined) return;
    if (name === "gridSpan")
      cell.colspan = Math.min(1000, Math.max(1, Number(value) || 1));
    if (name === "vMerge")
      cell.merge = value === "restart" ? "restart" : "continue";
  }

  private readRunContent({ name, attributes }: XmlElement): void {
    if (this.names.at(-2) !== "r") return;
    if (name === "tab" || name === "ptab") this.append("\t");
    if (
      name === "cr" ||
      (name === "br" &&
        (attributes["type"] ?? "textWrapping") === "textWrapping")
    )
      this.append("\n");
    if (name === "noBreakHyphen") this.append("-");
    if (name === "footnoteReference") this.refer(this.footnotes, attributes);
    if (name === "endnoteReference") this.refer(this.endnotes, attributes);
  }

  /** A note is kept as text after its paragraph, under the number that Word shows. */
  private refer(notes: Notes, attributes: XmlElement["attributes"]): void {
    const note = notes.get(attributes["id"] ?? "");
    if (note === undefined || note === "") return;
    this.notesSeen += 1;
    const mark = `[${this.notesSeen}]`;
    this.append(mark);
    this.paragraphs
      .at(-1)
      ?.attached.push(
        plainBlock(`${mark} ${cleanText(note)}`, { role: "note" }),
      );
  }
}
