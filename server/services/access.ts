import { z } from "zod";
import type { Actor, Role } from "@/core/access/can";
import { AppError } from "@/core/errors";
import type { Db } from "@/server/db/client";
import { findProjectSeenBy } from "@/server/db/projects";

/** A project as an actor sees it: what `authorize` asks about. */
export type ActorProject = {
  readonly id: string;
  readonly name: string;
  readonly role: Role | null;
  readonly glossaryVersion: number;
};

/** Finds a project with the actor's role in it; throws `not_found` for an unknown id. To be followed by `authorize`. */
export async function findProjectFor(
  actor: Actor,
  projectId: string,
  db?: Db,
): Promise<ActorProject> {
  // Ids come from addresses, too: what is no id is the id of nothing.
  const project = z.uuid().safeParse(projectId).success
    ? await findProjectSeenBy(projectId, actor.accountId, db)
    : null;
  if (project === null) throw new AppError("not_found", "not_found");
  return project;
}
