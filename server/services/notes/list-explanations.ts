import { can, type Actor } from "@/core/access/can";
import type { ExplanationsView } from "@/core/notes/explanation";
import { isEmptyRichText } from "@/core/text/rich-text";
import { authorize } from "@/server/authorize";
import { listTermNotes } from "@/server/db/notes";
import { findProjectFor } from "@/server/services/access";

/** Which terms of a project have a note for their first use, and how far each is. */
export async function listExplanations(
  actor: Actor,
  projectId: string,
): Promise<ExplanationsView> {
  const project = await findProjectFor(actor, projectId);
  authorize("project.read", project);
  const notes = await listTermNotes(project.id);
  return {
    explanations: notes.flatMap(({ term, status, body, deletedAt }) =>
      deletedAt !== null || term === null || term.id === null
        ? []
        : [{ termId: term.id, status, isEmpty: isEmptyRichText(body) }],
    ),
    can: {
      edit: can("note.edit", project),
      review: can("note.review", project),
    },
  };
}
