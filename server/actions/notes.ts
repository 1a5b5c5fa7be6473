"use server";

import {
  CreateNoteInput,
  ExplainTermInput,
  RemoveNotesInput,
  RestoreNotesInput,
  RestoreRevisionInput,
  ReviewNotesInput,
  SuppressNoteInput,
  UpdateNoteInput,
} from "@/core/notes/note";
import { action } from "@/server/action";
import * as creating from "@/server/services/notes/create-note";
import * as explaining from "@/server/services/notes/explain-term";
import * as removing from "@/server/services/notes/remove-notes";
import * as reviewing from "@/server/services/notes/review-notes";
import * as revisions from "@/server/services/notes/revisions";
import * as suppressing from "@/server/services/notes/suppress-note";
import * as updating from "@/server/services/notes/update-note";

export const createNote = action(CreateNoteInput, creating.createNote);
export const explainTerm = action(ExplainTermInput, explaining.explainTerm);
export const updateNote = action(UpdateNoteInput, updating.updateNote);
export const reviewNotes = action(ReviewNotesInput, reviewing.reviewNotes);
export const removeNotes = action(RemoveNotesInput, removing.removeNotes);
export const restoreNotes = action(RestoreNotesInput, removing.restoreNotes);
export const suppressNote = action(SuppressNoteInput, suppressing.suppressNote);
export const restoreRevision = action(
  RestoreRevisionInput,
  revisions.restoreRevision,
);
