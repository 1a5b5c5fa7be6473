import { BulletList, ListItem, OrderedList } from "@tiptap/extension-list";
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Paragraph } from "@tiptap/extension-paragraph";
import {
  Table,
  TableCell,
  TableHeader,
  TableRow,
} from "@tiptap/extension-table";

/** The whole text of a row: blocks and, in table paragraphs, tables; never a table in a table. */
export const RowDocument = Document.extend({ content: "(block | table)+" });

/** A paragraph, without the shortcut that would fight the browser's. */
export const RowParagraph = Paragraph.extend({
  addKeyboardShortcuts: () => ({}),
});

/** A line break; Ctrl+Enter is left to the workbench. */
export const RowBreak = HardBreak.extend({
  addKeyboardShortcuts() {
    return { "Shift-Enter": () => this.editor.commands.setHardBreak() };
  },
});

/** An item holds any blocks, so that two people's edits can never make it invalid and thereby delete it. */
export const RowListItem = ListItem.extend({ content: "block+" });

/** A numbered list. Pasted lines that begin with "1." stay lines: paragraphs of these documents begin so. */
export const RowOrderedList = OrderedList.extend({
  addAttributes() {
    return {
      start: {
        default: 1,
        parseHTML: (element: HTMLElement) => {
          const start = Number.parseInt(
            element.getAttribute("start") ?? "1",
            10,
          );
          return Number.isInteger(start) && start >= 0 ? start : 1;
        },
      },
    };
  },
  addProseMirrorPlugins: () => [],
});

/** A bullet list. */
export const RowBulletList = BulletList;

/** A table, at the top level only. */
export const RowTable = Table.extend({ group: "table" }).configure({
  resizable: false,
});

const spans = {
  colspan: {
    default: 1,
    parseHTML: (element: HTMLElement) => span(element, "colspan", 100),
  },
  rowspan: {
    default: 1,
    parseHTML: (element: HTMLElement) => span(element, "rowspan", 1000),
  },
  // Read by the table commands; never set, since columns share the row's width.
  colwidth: { default: null, parseHTML: () => null, rendered: false },
};

function span(element: HTMLElement, name: string, most: number): number {
  const value = Number.parseInt(element.getAttribute(name) ?? "1", 10);
  return Number.isInteger(value) ? Math.min(Math.max(value, 1), most) : 1;
}

/** A row of a table. */
export const RowTableRow = TableRow;

/** A cell of a table. */
export const RowTableCell = TableCell.extend({ addAttributes: () => spans });

/** A header cell of a table. */
export const RowTableHeader = TableHeader.extend({
  addAttributes: () => spans,
});
