import type { JSONContent } from "@tiptap/core";
import { prosemirrorToYXmlFragment } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import {
  MARKS,
  type Block,
  type Cell,
  type Mark,
  type RichText,
  type Run,
} from "@/core/text/rich-text";
import { safeHref } from "./extensions/link";
import { FRAGMENT, schema } from "./schema";
import { jsonFromFragment } from "./yjs-json";

/** Deeper lists than this are flattened: nobody writes them, and a hostile update must not exhaust the stack. */
const MAX_DEPTH = 24;

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
 * nothing throws. The result is in normal form: equal neighbours joined, marks in order, empty cells and items `[]`.
 */
export function richTextFromJson(json: unknown): RichText {
  return { version: 2, blocks: container(children(record(json)), 0) };
}

/** The blocks of a document, cell or item; a lone empty paragraph, which editors need and nobody wrote, is none. */
function container(nodes: readonly Json[], depth: number): readonly Block[] {
  const blocks = blocksOf(nodes, depth);
  const [only] = blocks;
  return blocks.length === 1 &&
    only?.kind === "paragraph" &&
    only.runs.length === 0
    ? []
    : blocks;
}

function blocksOf(nodes: readonly Json[], depth: number): readonly Block[] {
  const blocks: Block[] = [];
  let loose: Json[] = [];
  const closeLoose = () => {
    if (loose.length > 0)
      blocks.push({ kind: "paragraph", runs: runsOf(loose) });
    loose = [];
  };
  for (const node of nodes) {
    if (node.type === "text" || node.type === "hardBreak") {
      loose.push(node);
      continue;
    }
    closeLoose();
    blocks.push(...blockOf(node, depth));
  }
  closeLoose();
  return blocks;
}

function blockOf(node: Json, depth: number): readonly Block[] {
  if (depth > MAX_DEPTH)
    return [{ kind: "paragraph", runs: runsOf(inlineOf(node)) }];
  switch (node.type) {
    case "paragraph": {
      const inside = children(node);
      const isPlain = inside.every(
        ({ type }) => type === "text" || type === "hardBreak",
      );
      return isPlain
        ? [{ kind: "paragraph", runs: runsOf(inside) }]
        : blocksOf(inside, depth + 1);
    }
    case "bulletList":
    case "orderedList":
      return listOf(node, depth);
    case "table":
      // Only a whole text may be a table; deeper ones keep their words.
      return depth === 0 ? tableOf(node) : blocksOf(children(node), depth + 1);
    default:
      return blocksOf(children(node), depth + 1);
  }
}

/** All words below a node, without recursion. */
function inlineOf(node: Json): readonly Json[] {
  const found: Json[] = [];
  const waiting = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.type === "text" || next.type === "hardBreak") found.push(next);
    waiting.push(...children(next).toReversed());
  }
  return found;
}

function listOf(node: Json, depth: number): readonly Block[] {
  const ordered = node.type === "orderedList";
  const items = children(node).map((item) =>
    container(item.type === "listItem" ? children(item) : [item], depth + 1),
  );
  if (items.length === 0) return [];
  const start = ordered
    ? integer(record(node.attrs).start, 0, 1_000_000, 1)
    : 1;
  return [{ kind: "list", ordered, start, items }];
}

function tableOf(node: Json): readonly Block[] {
  const rows = children(node).map((row) => children(row).map(cellOf));
  return rows.some((cells) => cells.length > 0)
    ? [{ kind: "table", rows }]
    : [];
}

function cellOf(node: Json): Cell {
  const isCell = node.type === "tableCell" || node.type === "tableHeader";
  const attrs = record(node.attrs);
  return {
    header: node.type === "tableHeader",
    colspan: integer(attrs.colspan, 1, 100, 1),
    rowspan: integer(attrs.rowspan, 1, 1000, 1),
    blocks: container(isCell ? children(node) : [node], 1),
  };
}

function runsOf(nodes: readonly Json[]): readonly Run[] {
  const runs: Run[] = [];
  for (const node of nodes) {
    if (node.type === "hardBreak") runs.push({ kind: "break" });
    else if (typeof node.text === "string")
      pushText(runs, cleanText(node.text), node.marks);
  }
  return runs;
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
    content: richText.blocks.map(blockJson),
  });
  return { type: "doc", content: contentJson(blocks) };
}

/** The rich text in normal form, as the editor would give it back. */
export function normalizeRichText(richText: RichText): RichText {
  return richTextFromJson(jsonFromRichText(richText));
}

function contentJson(blocks: readonly Block[]): JSONContent[] {
  return blocks.length === 0 ? [{ type: "paragraph" }] : blocks.map(blockJson);
}

function blockJson(block: Block): JSONContent {
  switch (block.kind) {
    case "paragraph":
      return block.runs.length === 0
        ? { type: "paragraph" }
        : { type: "paragraph", content: block.runs.map(runJson) };
    case "list":
      return {
        type: block.ordered ? "orderedList" : "bulletList",
        ...(block.ordered ? { attrs: { start: block.start } } : {}),
        content: block.items.map((item) => ({
          type: "listItem",
          content: contentJson(item),
        })),
      };
    case "table":
      return {
        type: "table",
        content: block.rows.map((row) => ({
          type: "tableRow",
          content: row.map(cellJson),
        })),
      };
  }
}

function cellJson({ header, colspan, rowspan, blocks }: Cell): JSONContent {
  return {
    type: header ? "tableHeader" : "tableCell",
    attrs: { colspan, rowspan },
    content: contentJson(blocks),
  };
}

function runJson(run: Run): JSONContent {
  if (run.kind === "break") return { type: "hardBreak" };
  if (run.kind === "note")
    return {
      type: "noteMark",
      attrs: { noteId: run.noteId, ref: run.ref },
    };
  const marks: NonNullable<JSONContent["marks"]> = run.marks.map((type) => ({
    type,
  }));
  if (run.href !== null)
    marks.push({ type: "link", attrs: { href: run.href } });
  return marks.length === 0
    ? { type: "text", text: run.text }
    : { type: "text", text: run.text, marks };
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
  doc.transact(
    () => prosemirrorToYXmlFragment(node, doc.getXmlFragment(FRAGMENT)),
    origin,
  );
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
