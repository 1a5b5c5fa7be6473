import type { Actor } from "@/core/access/can";
import {
  DEFAULT_STYLE,
  type ProjectStyle,
  type SetStyleInput,
} from "@/core/projects/style";
import { authorize } from "@/server/authorize";
import { insertActivity } from "@/server/db/activities";
import { transaction } from "@/server/db/client";
import {
  findProjectStyle,
  lockProject,
  updateProjectStyle,
} from "@/server/db/projects";
import { newId } from "@/server/ids";
import { findProjectFor } from "./access";

/** What a project has decided for its editions, or what holds where it has decided nothing. */
export async function findStyle(
  actor: Actor,
  projectId: string,
): Promise<ProjectStyle> {
  const project = await findProjectFor(actor, projectId);
  authorize("project.read", project);
  return (await findProjectStyle(project.id)) ?? DEFAULT_STYLE;
}

/** Decides for all editions of a project. */
export async function setStyle(
  actor: Actor,
  { projectId, style }: SetStyleInput,
): Promise<void> {
  authorize("project.edit", await findProjectFor(actor, projectId));
  await transaction(async (db) => {
    await lockProject(projectId, db);
    const project = await findProjectFor(actor, projectId, db);
    authorize("project.edit", project);
    const before = await findProjectStyle(project.id, db);
    if (JSON.stringify(before) === JSON.stringify(style)) return;
    await updateProjectStyle(project.id, style, db);
    await insertActivity(
      {
        id: newId(),
        projectId: project.id,
        accountId: actor.accountId,
        action: "project.style",
        subjectId: project.id,
        data: { firstUse: style.firstUse },
      },
      db,
    );
  });
}
