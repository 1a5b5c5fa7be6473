import { plainBlock, type SourceBlock } from "@/core/source/block";
import { placeholder } from "@/core/source/placeholder";
import { remark, type RemarkKind } from "@/core/source/remark";
import { hangNote } from "./notes/hang-note";
import { noteMark, type NoteCounter } from "./notes/note-numbering";
import type { NumberingCounter } from "./numbers/numbering";
import { ParagraphBuilder } from "./paragraph-builder";
import { RunReader } from "./runs/run-reader";
import { skippedBy, type Skip } from "./skips";
import type { Styles } from "./styles";
import { blocksOfTable, type WordCell, type WordRow } from "./tables";
import { isOn, type XmlElement, type XmlHandler } from "./xml";

/** Notes or comments by id. */
export type Notes = ReadonlyMap<string, readonly SourceBlock[]>;
/** Notes of one kind, and how they are counted. */
export type NoteSeries = {
  readonly notes: Notes;
  readonly counter: NoteCounter;
};
/** What a document refers to; its notes refer to nothing. */
export type References = {
  readonly footnotes: NoteSeries;
  readonly endnotes: NoteSeries;
  readonly comments: Notes;
};

/** Text that is read from top to bottom: the document, a cell, a text box, a note. */
type Story = {
  readonly blocks: SourceBlock[];
  /** A paragraph whose end was deleted: the next one goes on with it. */
  waiting: ParagraphBuilder | null;
};

/** Turns the elements of a part of a Word file into blocks, in the order in which they are read. */
export class DocumentReader implements XmlHandler {
  readonly blocks: SourceBlock[] = [];
  /** The notes or comments of a part that holds them. */
  readonly notes = new Map<string, readonly SourceBlock[]>();
  private readonly names: string[] = [];
  private readonly stories: Story[] = [{ blocks: this.blocks, waiting: null }];
  private readonly paragraphs: ParagraphBuilder[] = [];
  private readonly tables: WordRow[][] = [];
  private readonly runs: RunReader;
  private skip: Skip | null = null;
  private noteId: string | null = null;
  private taking = false;

  constructor(
    private readonly styles: Styles,
    private readonly counter: NumberingCounter,
    private readonly references: References | null = null,
  ) {
    this.runs = new RunReader(styles, () => this.paragraphs.at(-1));
  }

  /** Ends the part. */
  end(): void {
    for (const story of this.stories) this.flush(story);
  }

  open(element: XmlElement): void {
    const { name, isWord } = element;
    this.names.push(name);
    this.taking = name === "t" || name === "delText" || name === "instrText";
    if (this.skip !== null) return;
    this.skip = skippedBy(element, this.names);
    if (this.skip !== null) {
      this.startSkip(this.skip);
      return;
    }
    if (this.runs.openWithin(element, this.names.length)) return;
    this.taking &&= isWord;
    if (!isWord) {
      this.runs.openOther(element, this.names.at(-2));
      return;
    }
    this.openStructure(element);
    this.readProperty(element);
    this.runs.open(element, this.names);
    this.readReference(element);
  }

  close(name: string, isWord: boolean): void {
    this.names.pop();
    this.taking = false;
    if (this.skip !== null) {
      if (this.names.length < this.skip.depth) this.endSkip(this.skip);
      return;
    }
    if (this.runs.closeWithin(this.names.length)) return;
    if (!isWord) return;
    this.closeStructure(name);
    this.runs.close(name);
  }

  text(text: string): void {
    if (!this.taking) return;
    const name = this.names.at(-1);
    if (this.skip !== null) this.skip.words += name === "instrText" ? "" : text;
    else if (name === "instrText") this.runs.appendCode(text);
    else if (name === "t") this.runs.append(text);
  }

  private startSkip({ part }: Skip): void {
    if (part === "row") this.tables.at(-1)?.pop();
    if (part === "cell") {
      this.row()?.cells.pop();
      this.stories.pop();
    }
  }

  private endSkip({ part, kind, words }: Skip): void {
    this.skip = null;
    if (kind === null || words.trim() === "") return;
    const paragraph = this.paragraphs.at(-1);
    if (part === "words" && paragraph !== undefined)
      paragraph.remark(kind, words);
    else this.remarkBeside(kind, words);
  }

  private remarkBeside(kind: RemarkKind, words: string | null): void {
    this.push([plainBlock("", { remarks: [remark(kind, null, words)] })]);
  }

  private push(blocks: readonly SourceBlock[]): void {
    const story = this.stories.at(-1);
    for (const block of blocks) story?.blocks.push(block);
  }

  private openStructure({ name, attributes }: XmlElement): void {
    switch (name) {
      case "p":
        this.paragraphs.push(new ParagraphBuilder());
        return;
      case "txbxContent":
        this.stories.push({ blocks: [], waiting: null });
        return;
      case "tbl":
        this.flush(this.stories.at(-1));
        this.tables.push([]);
        return;
      case "tr":
        this.tables.at(-1)?.push({ header: false, before: 0, cells: [] });
        return;
      case "tc":
        this.openCell();
        return;
      case "altChunk":
        this.push([
          plainBlock(placeholder("object", null), {
            remarks: [remark("embedded-object", 0, null)],
          }),
        ]);
        return;
      case "footnote":
      case "endnote":
      case "comment":
        this.openNote(attributes);
        return;
      default:
        return;
    }
  }

  /** The rules between text and notes are kept like notes. */
  private openNote(attributes: XmlElement["attributes"]): void {
    const isRule = /separator|notice/i.test(attributes["type"] ?? "");
    this.noteId = isRule ? null : (attributes["id"] ?? null);
    this.stories.push({ blocks: [], waiting: null });
  }

  private openCell(): void {
    const cell: WordCell = { colspan: 1, merge: null, blocks: [] };
    this.row()?.cells.push(cell);
    this.stories.push({ blocks: cell.blocks, waiting: null });
  }

  private closeStructure(name: string): void {
    if (name === "p") this.closeParagraph();
    if (name === "tc") this.flush(this.stories.pop());
    if (name === "tbl") this.closeTable();
    if (name === "txbxContent") this.closeBox();
    if (name === "footnote" || name === "endnote" || name === "comment") {
      const story = this.stories.pop();
      this.flush(story);
      if (this.noteId !== null)
        this.notes.set(this.noteId, story?.blocks ?? []);
    }
  }

  private closeParagraph(): void {
    this.runs.endParagraph();
    const paragraph = this.paragraphs.pop();
    const story = this.stories.at(-1);
    if (paragraph === undefined || story === undefined) return;
    if (story.waiting !== null) paragraph.joinTo(story.waiting);
    story.waiting = null;
    if (paragraph.isEndDeleted && !paragraph.endsSection)
      story.waiting = paragraph;
    else this.push(paragraph.toBlocks(this.styles, this.counter));
    if (!paragraph.endsSection) return;
    this.references?.footnotes.counter.nextSection();
    this.references?.endnotes.counter.nextSection();
  }

  /** Ends a paragraph whose end was deleted where no paragraph follows to go on with it. */
  private flush(story: Story | undefined): void {
    const paragraph = story?.waiting ?? null;
    if (story === undefined || paragraph === null) return;
    story.waiting = null;
    story.blocks.push(
      ...(paragraph.hasText
        ? paragraph.toBlocks(this.styles, this.counter)
        : paragraph.remains()),
    );
  }

  private closeTable(): void {
    const rows = this.tables.pop() ?? [];
    this.push(blocksOfTable(rows, this.isNested()));
  }

  /** A text box within a cell has tables of its own. */
  private isNested(): boolean {
    return this.names.lastIndexOf("tc") > this.names.lastIndexOf("txbxContent");
  }

  /** A text box hangs on the paragraph in which it is anchored. */
  private closeBox(): void {
    const box = this.stories.pop();
    this.flush(box);
    const attached = this.paragraphs.at(-1)?.attached;
    if (attached === undefined) this.push(box?.blocks ?? []);
    else for (const block of box?.blocks ?? []) attached.push(block);
  }

  private row(): WordRow | undefined {
    return this.tables.at(-1)?.at(-1);
  }

  private readProperty({ name, attributes }: XmlElement): void {
    const parent = this.names.at(-2);
    const holder = this.names.at(-3);
    const value = attributes["val"] ?? "";
    const paragraph = this.paragraphs.at(-1);
    if (parent === "pPr" && holder === "p" && paragraph !== undefined) {
      if (name === "pStyle") paragraph.style = value;
      if (name === "outlineLvl") paragraph.outline = Number(value) || 0;
      if (name === "sectPr") paragraph.endsSection = true;
    }
    if (parent === "numPr" && this.names.at(-4) === "p" && paragraph) {
      if (name === "numId") paragraph.numId = value;
      if (name === "ilvl") paragraph.ilvl = Number(value) || 0;
    }
    // The end of a paragraph has properties like a run.
    if (parent === "rPr" && holder === "pPr" && paragraph !== undefined) {
      // A hidden end runs the paragraph on, too.
      if (
        name === "del" ||
        name === "moveFrom" ||
        (name === "vanish" && isOn(attributes))
      )
        paragraph.isEndDeleted = true;
    }
    this.readTableProperty(name, parent, attributes);
  }

  private readTableProperty(
    name: string,
    parent: string | undefined,
    attributes: XmlElement["attributes"],
  ): void {
    const value = attributes["val"] ?? "";
    const row = this.row();
    const cell = row?.cells.at(-1);
    if (parent === "tcPr" && cell !== undefined) {
      if (name === "gridSpan")
        cell.colspan = Math.min(1000, Math.max(1, Number(value) || 1));
      if (name === "vMerge")
        cell.merge = value === "restart" ? "restart" : "continue";
    }
    if (parent !== "trPr" || row === undefined) return;
    if (name === "tblHeader") row.header = isOn(attributes);
    if (name === "gridBefore")
      row.before = Math.min(100, Math.max(0, Number(value) || 0));
  }

  private readReference({ name, attributes }: XmlElement): void {
    const paragraph = this.paragraphs.at(-1);
    if (this.names.at(-3) === "pPr" && this.names.at(-2) === "rPr") return;
    if (this.references === null || paragraph === undefined) return;
    const { footnotes, endnotes, comments } = this.references;
    const isPage = name === "br" && attributes["type"] === "page";
    if (name === "lastRenderedPageBreak" || isPage) {
      footnotes.counter.nextPage();
      endnotes.counter.nextPage();
    }
    if (!name.endsWith("Reference") || this.runs.look.hidden) return;
    if (name === "footnoteReference")
      this.refer(footnotes, attributes, paragraph);
    if (name === "endnoteReference")
      this.refer(endnotes, attributes, paragraph);
    if (name === "commentReference") {
      const blocks = comments.get(attributes["id"] ?? "") ?? [];
      const words = blocks.map((block) => block.text).join(" ");
      paragraph.remark("comment", words === "" ? null : words);
    }
  }

  /** A note's mark stays in the text as Word shows it; its words follow the paragraph or table. */
  private refer(
    { notes, counter }: NoteSeries,
    attributes: XmlElement["attributes"],
    paragraph: ParagraphBuilder,
  ): void {
    const note = notes.get(attributes["id"] ?? "") ?? [];
    const hang = (mark: string) => {
      paragraph.addPlain(mark);
      paragraph.attached.push(...hangNote(note, mark));
    };
    const custom = attributes["customMarkFollows"];
    if (custom !== undefined && isOn({ val: custom })) {
      this.runs.awaitMark((text) => hang(noteMark(text)));
      return;
    }
    const { mark, unknownFormat, isUncertain } = counter.next();
    if (isUncertain) paragraph.remark("footnote", mark);
    if (unknownFormat !== null)
      paragraph.remark("number-format", unknownFormat);
    hang(mark);
  }
}
