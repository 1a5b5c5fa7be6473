import { AppError } from "@/core/errors";
import { makeAnchor } from "@/core/notes/anchor";
import type { AnchorInput, SourceAnchor } from "@/core/notes/note";
import type { Db } from "@/server/db/client";
import { findRowSource } from "@/server/db/note-changes";

/** Makes a note's anchor in the Chinese from a place that a screen gives; the words are those that the server has there. */
export async function anchorNote(
  documentId: string,
  at: AnchorInput,
  db: Db,
): Promise<SourceAnchor> {
  const { paragraphId, field } = at;
  const text = await findRowSource({ documentId, paragraphId, field }, db);
  const anchor = text === null ? null : makeAnchor(text, at);
  if (anchor === null) throw new AppError("invalid", "note_anchor_gone");
  return anchor;
}
