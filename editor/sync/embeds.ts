import type { Mark, Node, Schema } from "@tiptap/pm/model";

/** The name of a note's mark, in the editor's schema and in shared text. */
export const NOTE_MARK = "noteMark";

/**
 * A note's mark in shared text: one unit of the text around it, not an element between two texts. As an element it would
 * split its paragraph's text in two, and what another person writes behind it at that moment would be displaced or lost.
 */
export type MarkEmbed = {
  readonly [NOTE_MARK]: {
    readonly noteId: string | null;
    readonly ref: string | null;
  };
};

/** What an embedded thing says of a note's mark; nulls for whatever else a client has put there. */
export function readEmbed(embed: unknown): MarkEmbed[typeof NOTE_MARK] {
  const { noteId, ref } = record(record(embed)[NOTE_MARK]);
  return {
    noteId: typeof noteId === "string" ? noteId : null,
    ref: typeof ref === "string" ? ref : null,
  };
}

/** The embedded form of a mark in the editor. */
export function embedOf(node: Node): MarkEmbed {
  return { [NOTE_MARK]: readEmbed({ [NOTE_MARK]: node.attrs }) };
}

const reading = new WeakSet<Schema>();

/**
 * Makes a schema read embedded marks. The binding makes each piece of a shared text with `schema.text`, and deletes the
 * whole text where that throws, as it does for anything but words.
 */
export function readEmbeds(schema: Schema): Schema {
  if (reading.has(schema)) return schema;
  reading.add(schema);
  const text = schema.text.bind(schema);
  schema.text = (insert: unknown, marks?: readonly Mark[] | null): Node =>
    typeof insert === "string"
      ? text(insert, marks)
      : schema.node(
          NOTE_MARK,
          readEmbed(insert),
          undefined,
          marks ?? undefined,
        );
  return schema;
}

function record(value: unknown): { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null
    ? (value as { readonly [key: string]: unknown })
    : {};
}
