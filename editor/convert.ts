import type { JSONContent } from "@tiptap/core";
import * as Y from "yjs";
import {
  MARKS,
  type Block,
  type Cell,
  type Mark,
  type RichText,
  type Run,
} from "@/core/text/rich-text";
import { contentJson } from "./content-json";
import { safeHref } from "./extensions/link";
import { readMark } from "./extensions/note-mark";
import { FRAGMENT, schema } from "./schema";
import { NOTE_MARK } from "./sync/embeds";
import { writeFragment } from "./sync/write-fragment";
import { jsonFromFragment } from "./yjs-json";

/** Deeper lists than this are flattened: nobody writes them, and a hostile update must not exhaust the stack. */
const MAX_DEPTH = 24;

/** What is known while a text is read: the marks of notes that have been met, of which a double is left out. */
type Reader = { readonly marks: Set<string> };

type Json = { readonly [key: string]: unknown };

function record(value: unknown): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Json)
    : {};
}

function children(node: Json): readonly Json[] {
  return Array.isArray(node.content) ? node.content.map(record) : [];
}

function integer(
  value: unknown,
  from: number,
  to: number,
  otherwise: number,
): number {
  return typeof value === "number" && Number.isInteger(value)
    ? Math.min(Math.max(value, from), to)
    : otherwise;
}

/** Text that PostgreSQL and every exporter can hold: no control characters but tab, no halves of surrogate pairs. */
function cleanText(text: string): string {
  return text.replace(/\p{Cs}/gu, "\ufffd").replace(/(?![\t\n])\p{Cc}/gu, "");
}

/**
 * Makes rich text of the editor's JSON. Total: what the schema does not know loses its form and keeps its words;
 * nothing throws. The result is in normal form: equal neighbours joined, marks in order, empty cells and items `[]`, and
 * of marks with the same note and ref only the first.
 */
export function richTextFromJson(json: unknown): RichText {
  const reader = { marks: new Set<string>() };
  return { version: 2, blocks: container(children(record(json)), 0, reader) };
}

/** The blocks of a document, cell or item; a lone empty paragraph, which editors need and nobody wrote, is none. */
function container(
  nodes: readonly Json[],
  depth: number,
  reader: Reader,
): readonly Block[] {
  const blocks = blocksOf(nodes, depth, reader);
  const [only] = blocks;
  return blocks.length === 1 &&
    only?.kind === "paragraph" &&
    only.runs.length === 0
    ? []
    : blocks;
}

function blocksOf(
  nodes: readonly Json[],
  depth: number,
  reader: Reader,
): readonly Block[] {
  const blocks: Block[] = [];
  let loose: Json[] = [];
  const closeLoose = () => {
    if (loose.length > 0)
      blocks.push({ kind: "paragraph", runs: runsOf(loose, reader) });
    loose = [];
  };
  for (const node of nodes) {
    if (isInline(node)) {
      loose.push(node);
      continue;
    }
    closeLoose();
    blocks.push(...blockOf(node, depth, reader));
  }
  closeLoose();
  return blocks;
}

function blockOf(node: Json, depth: number, reader: Reader): readonly Block[] {
  if (depth > MAX_DEPTH)
    return [{ kind: "paragraph", runs: runsOf(inlineOf(node), reader) }];
  switch (node.type) {
    case "paragraph": {
      const inside = children(node);
      return inside.every(isInline)
        ? [{ kind: "paragraph", runs: runsOf(inside, reader) }]
        : blocksOf(inside, depth + 1, reader);
    }
    case "bulletList":
    case "orderedList":
      return listOf(node, depth, reader);
    case "table":
      // Only a whole text may be a table; deeper ones keep their words.
      return depth === 0
        ? tableOf(node, reader)
        : blocksOf(children(node), depth + 1, reader);
    default:
      return blocksOf(children(node), depth + 1, reader);
  }
}

/** All words below a node, without recursion. */
function inlineOf(node: Json): readonly Json[] {
  const found: Json[] = [];
  const waiting = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (isInline(next)) found.push(next);
    waiting.push(...children(next).toReversed());
  }
  return found;
}

function listOf(node: Json, depth: number, reader: Reader): readonly Block[] {
  const ordered = node.type === "orderedList";
  const items = children(node).map((item) =>
    container(
      item.type === "listItem" ? children(item) : [item],
      depth + 1,
      reader,
    ),
  );
  if (items.length === 0) return [];
  const start = ordered
    ? integer(record(node.attrs).start, 0, 1_000_000, 1)
    : 1;
  return [{ kind: "list", ordered, start, items }];
}

function tableOf(node: Json, reader: Reader): readonly Block[] {
  const rows = children(node).map((row) =>
    children(row).map((cell) => cellOf(cell, reader)),
  );
  return rows.some((cells) => cells.length > 0)
    ? [{ kind: "table", rows }]
    : [];
}

function cellOf(node: Json, reader: Reader): Cell {
  const isCell = node.type === "tableCell" || node.type === "tableHeader";
  const attrs = record(node.attrs);
  return {
    header: node.type === "tableHeader",
    colspan: integer(attrs.colspan, 1, 100, 1),
    rowspan: integer(attrs.rowspan, 1, 1000, 1),
    blocks: container(isCell ? children(node) : [node], 1, reader),
  };
}

function isInline({ type }: Json): boolean {
  return type === "text" || type === "hardBreak" || type === NOTE_MARK;
}

function runsOf(nodes: readonly Json[], reader: Reader): readonly Run[] {
  const runs: Run[] = [];
  for (const node of nodes) {
    if (node.type === "hardBreak") runs.push({ kind: "break" });
    else if (node.type === NOTE_MARK) pushMark(runs, node, reader);
    else if (typeof node.text === "string")
      pushText(runs, cleanText(node.text), node.marks);
  }
  return runs;
}

function pushMark(runs: Run[], { attrs }: Json, { marks }: Reader): void {
  const { noteId, ref } = record(attrs);
  const mark = readMark(noteId, ref);
  if (mark === null || marks.has(`${mark.noteId} ${mark.ref}`)) return;
  marks.add(`${mark.noteId} ${mark.ref}`);
  runs.push({ kind: "note", ...mark });
}

function pushText(runs: Run[], text: string, marks: unknown): void {
  const { names, href } = marksOf(marks);
  text.split("\n").forEach((line, index) => {
    if (index > 0) runs.push({ kind: "break" });
    if (line === "") return;
    const last = runs.at(-1);
    if (
      last?.kind === "text" &&
      last.href === href &&
      last.marks.join() === names.join()
    ) {
      runs[runs.length - 1] = { ...last, text: last.text + line };
    } else {
      runs.push({ kind: "text", text: line, marks: names, href });
    }
  });
}

function marksOf(value: unknown): {
  readonly names: readonly Mark[];
  readonly href: string | null;
} {
  const marks = Array.isArray(value) ? value.map(record) : [];
  const found = MARKS.filter((name) => marks.some(({ type }) => type === name));
  const link = marks.find(({ type }) => type === "link");
  return {
    // Two people can raise and lower one word at once; the first of the two stands.
    names: found.includes("superscript")
      ? found.filter((name) => name !== "subscript")
      : found,
    href: link === undefined ? null : safeHref(record(link.attrs).href),
  };
}

/** Makes the editor's JSON of rich text; valid in the schema for every rich text. */
export function jsonFromRichText(richText: RichText): JSONContent {
  // Through the total direction first: whatever form the stored text has, what comes out is the normal one.
  const { blocks } = richTextFromJson({
    content: contentJson(richText.blocks),
  });
  return { type: "doc", content: contentJson(blocks) };
}

/** The rich text in normal form, as the editor would give it back. */
export function normalizeRichText(richText: RichText): RichText {
  return richTextFromJson(jsonFromRichText(richText));
}

/** The rich text that a live text's Yjs document holds. Total, whatever a client has put into it. */
export function richTextFromDoc(doc: Y.Doc): RichText {
  return richTextFromJson({
    content: jsonFromFragment(doc.getXmlFragment(FRAGMENT)),
  });
}

/** The rich text in a folded Yjs state. */
export function richTextFromState(state: Uint8Array): RichText {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return richTextFromDoc(doc);
}

/** Makes a live text's content equal to `richText`, changing only what differs, so that carets elsewhere stay. */
export function writeRichText(
  doc: Y.Doc,
  richText: RichText,
  origin: unknown = null,
): void {
  const node = schema.nodeFromJSON(jsonFromRichText(richText));
  doc.transact(() => writeFragment(doc.getXmlFragment(FRAGMENT), node), origin);
}

/**
 * The Yjs state of a live text that begins with this content. Deterministic: the same content gives the same bytes
 * and the same Yjs ids, so that a text seeded twice still holds its words once. Other content never shares those ids.
 */
export function stateFromRichText(richText: RichText): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = clientIdOf(JSON.stringify(normalizeRichText(richText)));
  writeRichText(doc, richText);
  return Y.encodeStateAsUpdate(doc);
}

/** FNV-1a over UTF-16 units: 32 bits are what a Yjs client id has. */
function clientIdOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
