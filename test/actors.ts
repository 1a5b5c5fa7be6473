import type { Actor, Role } from "@/core/access/can";
import { buildAccount, buildMembership } from "./factories";

/** Someone in each role of a project, and someone who is in none. */
export type Actors = Readonly<Record<Role | "stranger", Actor>>;

/** Somebody with a role in a project; null: with none. */
export async function buildActor(
  projectId: string,
  role: Role | null,
): Promise<Actor> {
  const account = await buildAccount();
  if (role !== null)
    await buildMembership({ projectId, accountId: account.id, role });
  return { accountId: account.id, name: account.name, instanceRole: "member" };
}

/** Somebody in each role of a project, and a stranger. */
export async function buildActors(projectId: string): Promise<Actors> {
  return {
    owner: await buildActor(projectId, "owner"),
    reviewer: await buildActor(projectId, "reviewer"),
    translator: await buildActor(projectId, "translator"),
    commenter: await buildActor(projectId, "commenter"),
    reader: await buildActor(projectId, "reader"),
    stranger: await buildActor(projectId, null),
  };
}
