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
import { action, countedInService } from "@/server/action";
import { LIMITS } from "@/server/rate-limit";
import * as creating from "@/server/services/notes/create-note";
import * as explaining from "@/server/services/notes/explain-term";
import * as removing from "@/server/services/notes/remove-notes";
import * as reviewing from "@/server/services/notes/review-notes";
import * as revisions from "@/server/services/notes/revisions";
import * as suppressing from "@/server/services/notes/suppress-note";
import * as updating from "@/server/services/notes/update-note";

export const createNote = action(
  countedInService(LIMITS.createNote),
  CreateNoteInput,
  creating.createNote,
);
export const explainTerm = action(
  LIMITS.editNotes,
  ExplainTermInput,
  explaining.explainTerm,
);
export const updateNote = action(
  LIMITS.editNotes,
  UpdateNoteInput,
  updating.updateNote,
);
export const reviewNotes = action(
  LIMITS.editNotes,
  ReviewNotesInput,
  reviewing.reviewNotes,
);
export const removeNotes = action(
  LIMITS.editNotes,
  RemoveNotesInput,
  removing.removeNotes,
);
export const restoreNotes = action(
  LIMITS.editNotes,
  RestoreNotesInput,
  removing.restoreNotes,
);
export const suppressNote = action(
  LIMITS.editNotes,
  SuppressNoteInput,
  suppressing.suppressNote,
);
export const restoreRevision = action(
  LIMITS.editNotes,
  RestoreRevisionInput,
  revisions.restoreRevision,
);
