import { getSchema, type Extensions } from "@tiptap/core";
import { Bold } from "@tiptap/extension-bold";
import { Italic } from "@tiptap/extension-italic";
import { Subscript } from "@tiptap/extension-subscript";
import { Superscript } from "@tiptap/extension-superscript";
import { Text } from "@tiptap/extension-text";
import type { Schema } from "@tiptap/pm/model";
import {
  RowBreak,
  RowBulletList,
  RowDocument,
  RowListItem,
  RowOrderedList,
  RowParagraph,
  RowTable,
  RowTableCell,
  RowTableHeader,
  RowTableRow,
} from "./extensions/blocks";
import { Link } from "./extensions/link";
import { NoteMarkNode } from "./extensions/note-mark";
import { Supplied } from "./extensions/supplied";
import { readEmbeds } from "./sync/embeds";

/** The name of the shared fragment that holds a live text inside its Yjs document. */
export const FRAGMENT = "default";

const RAISED = "superscript subscript";

/**
 * The rich text of a translation, once for browser, collaboration server and export.
 * A change here needs a new EDITOR_SCHEMA_VERSION in core/live, so that older clients only read.
 */
export const extensions: Extensions = [
  RowDocument,
  RowParagraph,
  Text,
  RowBreak,
  Bold,
  Italic,
  Superscript.extend({ excludes: RAISED }),
  Subscript.extend({ excludes: RAISED }),
  Link,
  Supplied,
  NoteMarkNode,
  RowBulletList,
  RowOrderedList,
  RowListItem,
  RowTable,
  RowTableRow,
  RowTableCell,
  RowTableHeader,
];

/** The ProseMirror schema of these extensions. */
export const schema: Schema = readEmbeds(getSchema(extensions));
