import { can, type Actor } from "@/core/access/can";
import { AppError } from "@/core/errors";
import type {
  CreateProjectInput,
  DeleteProjectInput,
  RenameProjectInput,
} from "@/core/projects/inputs";
import type {
  ActivityView,
  ProjectSummary,
  ProjectView,
} from "@/core/projects/views";
import { authorize } from "@/server/authorize";
import {
  insertActivity,
  listActivities,
  type ActivityData,
  type ActivityEntry,
} from "@/server/db/activities";
import { transaction, type Db } from "@/server/db/client";
import {
  countProjectProgress,
  listDocumentSummaries,
} from "@/server/db/documents";
import {
  countProjectEditions,
  countStandingEditions,
} from "@/server/db/editions";
import { insertMembership, listMembers } from "@/server/db/memberships";
import * as projects from "@/server/db/projects";
import { newId } from "@/server/ids";
import { liveServer } from "@/server/live";
import { findProjectFor } from "./access";

/** How many entries of what was done a project's page shows. */
const RECENT = 20;

const NO_PROGRESS = {
  paragraphs: 0,
  draft: 0,
  translated: 0,
  approved: 0,
  characters: 0,
  charactersDone: 0,
};

/** The projects that the actor is a member of, last changed first. */
export async function listProjects(
  actor: Actor,
): Promise<readonly ProjectSummary[]> {
  const rows = await projects.listProjects(actor.accountId);
  const progress = await countProjectProgress(rows.map(({ id }) => id));
  return rows.map(
    ({ id, name, role, documentCount, memberCount, termCount, updatedAt }) => ({
      id,
      name,
      role,
      documentCount,
      memberCount,
      termCount,
      progress: progress.get(id) ?? NO_PROGRESS,
      updatedAt: updatedAt.toISOString(),
    }),
  );
}

/** A project's name, for whoever may read it. */
export async function findProjectName(
  actor: Actor,
  projectId: string,
): Promise<string> {
  const project = await findProjectFor(actor, projectId);
  authorize("project.read", project);
  return project.name;
}

function viewActivity({
  id,
  accountName,
  action,
  data,
  createdAt,
}: ActivityEntry): ActivityView {
  return {
    id,
    accountName,
    action,
    data: data ?? {},
    createdAt: createdAt.toISOString(),
  };
}

/** A project with its documents and what was done in it lately. */
export async function findProject(
  actor: Actor,
  projectId: string,
): Promise<ProjectView> {
  const project = await findProjectFor(actor, projectId);
  authorize("project.read", project);
  const { id, name, role } = project;
  if (role === null) throw new AppError("not_found", "not_found");
  const [documents, counts, activities, editions] = await Promise.all([
    listDocumentSummaries(id),
    projects.countProjectParts(id),
    listActivities(id, RECENT),
    countProjectEditions(id),
  ]);
  const standing = await countStandingEditions(
    documents.map((each) => each.id),
  );
  return {
    id,
    name,
    role,
    documents: documents.map((document) => ({
      ...document,
      editions: standing.get(document.id) ?? 0,
      updatedAt: document.updatedAt.toISOString(),
    })),
    ...counts,
    editions,
    activities: activities.map(viewActivity),
    can: {
      edit: can("project.edit", project),
      delete: can("project.delete", project),
      importDocument: can("document.import", project),
      editMembers: can("members.edit", project),
    },
  };
}

async function note(
  actor: Actor,
  entry: {
    readonly projectId: string | null;
    readonly action: string;
    readonly subjectId: string;
    readonly data: ActivityData;
  },
  db: Db,
) {
  await insertActivity(
    { id: newId(), accountId: actor.accountId, ...entry },
    db,
  );
}

/** Makes a project that the actor owns. */
export async function createProject(
  actor: Actor,
  input: CreateProjectInput,
): Promise<{ readonly projectId: string }> {
  const { accountId } = actor;
  const { name } = input;
  const projectId = newId();
  await transaction(async (db) => {
    await projects.insertProject(
      { id: projectId, name, createdById: accountId },
      db,
    );
    await insertMembership({ projectId, accountId, role: "owner" }, db);
    await note(
      actor,
      {
        projectId,
        action: "project.create",
        subjectId: projectId,
        data: { name },
      },
      db,
    );
  });
  return { projectId };
}

/** Gives a project another name. */
export async function renameProject(
  actor: Actor,
  input: RenameProjectInput,
): Promise<void> {
  const { projectId, name } = input;
  await transaction(async (db) => {
    const project = await findProjectFor(actor, projectId, db);
    authorize("project.edit", project);
    await projects.renameProject(projectId, name, db);
    const data = { name, before: project.name };
    await note(
      actor,
      { projectId, action: "project.edit", subjectId: projectId, data },
      db,
    );
  });
}

/** Removes a project with everything in it, after its name was typed; whoever has it open is disconnected. */
export async function deleteProject(
  actor: Actor,
  input: DeleteProjectInput,
): Promise<void> {
  const { projectId } = input;
  // Asked before the lock, so that nobody waits for those who may not, and again under it.
  authorize("project.delete", await findProjectFor(actor, projectId));
  const members = await transaction(async (db) => {
    await projects.lockProjectTexts(projectId, db);
    await projects.lockProject(projectId, db);
    const project = await findProjectFor(actor, projectId, db);
    authorize("project.delete", project);
    if (input.confirmation.normalize("NFC").trim() !== project.name) {
      throw new AppError("invalid", "input_invalid", {
        fields: { confirmation: "confirmation_differs" },
      });
    }
    const rows = await listMembers(projectId, db);
    await projects.deleteProject(projectId, db);
    // The project's own log goes with it; that it is gone, and by whom, stays.
    await note(
      actor,
      {
        projectId: null,
        action: "project.delete",
        subjectId: projectId,
        data: { name: project.name },
      },
      db,
    );
    return rows;
  });
  for (const { accountId } of members)
    liveServer()?.disconnect(accountId, projectId);
}
