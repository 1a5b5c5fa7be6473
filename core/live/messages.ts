import { z } from "zod";
import { TRANSLATION_STATUSES } from "@/core/documents/views";
import { NOTE_STATUSES, NoteViewSchema } from "@/core/notes/note";
import { RichTextSchema } from "@/core/text/rich-text";

/**
 * Stateless messages on `/collab`, JSON beside the Yjs protocol.
 * Two kinds of collaboration documents: `text:<textId>` is one live text; `document:<documentId>` carries no text,
 * only presence (awareness) and the announcements below.
 */
export const ClientMessage = z.discriminatedUnion("type", [
  /** "Tell me when all I have sent so far is in the database." Answered by `saved` or `unsaved` with the same n. */
  z.strictObject({ type: z.literal("flush"), n: z.number().int().min(0) }),
]);
export type ClientMessage = z.infer<typeof ClientMessage>;

export const ServerMessage = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("saved"), n: z.number().int() }),
  z.strictObject({
    type: z.literal("unsaved"),
    n: z.number().int(),
    /** `not_accepted`: the change is none that an editor of this version makes. */
    reason: z.enum(["read_only", "too_large", "not_accepted", "unavailable"]),
  }),
  /** A translation's text or status was stored. */
  z.strictObject({
    type: z.literal("translation"),
    id: z.uuid(),
    textId: z.uuid(),
    status: z.enum(TRANSLATION_STATUSES),
    /** Null when only the status changed. */
    target: RichTextSchema.nullable(),
  }),
  /** A note's text was stored. */
  z.strictObject({
    type: z.literal("note_text"),
    id: z.uuid(),
    status: z.enum(NOTE_STATUSES),
    body: RichTextSchema,
    updatedAt: z.string(),
  }),
  /** A note was made, or something of it changed that is no live text; also when it was deleted or brought back. */
  z.strictObject({ type: z.literal("note"), note: NoteViewSchema }),
  /** Many notes changed at once, or which term notes the document wants: ask for them anew. */
  z.strictObject({ type: z.literal("notes") }),
  /** The project's glossary has a new version. */
  z.strictObject({ type: z.literal("glossary"), version: z.number().int() }),
]);
export type ServerMessage = z.infer<typeof ServerMessage>;

/** Bumped when the editor's schema changes; clients with another version may only read. */
export const EDITOR_SCHEMA_VERSION = 2;
