import { expect, it } from "vitest";
import type { Actor } from "@/core/access/can";
import { deleteDocument } from "@/server/services/documents/delete-document";
import { deleteProject, findProjectName } from "@/server/services/projects";
import { buildAccount } from "@/test/factories";
import { buildReady, publish } from "@/test/publishing";
import { listLeftEditions } from "./list-left-editions";
import { findPublicEdition } from "./public-editions";
import { withdrawEdition } from "./withdraw-edition";

const REASON = "The source was retracted.";

/** Who owns the instance, and is a member of no project. */
async function buildInstanceOwner(): Promise<Actor> {
  const { id, name } = await buildAccount();
  return { accountId: id, name, instanceRole: "owner" };
}

const idsOf = async (actor: Actor) =>
  (await listLeftEditions(actor)).map(({ id }) => id);

it("an edition whose document is gone is still its project's to withdraw", async () => {
  const { document, actors, details } = await buildReady();
  const { editionId } = await publish(actors, document.id);
  expect(await idsOf(actors.owner)).toEqual([]);
  await deleteDocument(actors.owner, { documentId: document.id });
  const instanceOwner = await buildInstanceOwner();
  for (const actor of [actors.owner, actors.reviewer])
    expect(await listLeftEditions(actor)).toMatchObject([
      { id: editionId, slug: details.slug, number: 1 },
    ]);
  for (const role of ["translator", "commenter", "reader", "stranger"] as const)
    expect(await idsOf(actors[role])).toEqual([]);
  expect(await idsOf(instanceOwner)).not.toContain(editionId);
  await expect(
    withdrawEdition(instanceOwner, { editionId, reason: REASON }),
  ).rejects.toMatchObject({ code: "not_found" });
  await withdrawEdition(actors.reviewer, { editionId, reason: REASON });
  expect(await idsOf(actors.owner)).toEqual([]);
});

it("an edition whose project is gone can be withdrawn by who owns the instance, and by nobody else", async () => {
  const { document, actors, details, projectId } = await buildReady();
  const { editionId } = await publish(actors, document.id);
  await deleteProject(actors.owner, {
    projectId,
    confirmation: await findProjectName(actors.owner, projectId),
  });
  expect(await findPublicEdition(details.slug, 1)).toMatchObject({
    kind: "edition",
  });
  const { stranger, owner, reviewer } = actors;
  for (const actor of [stranger, owner, reviewer]) {
    expect(await idsOf(actor)).toEqual([]);
    await expect(
      withdrawEdition(actor, { editionId, reason: REASON }),
    ).rejects.toMatchObject({ code: "not_found" });
  }
  const instanceOwner = await buildInstanceOwner();
  const listed = await listLeftEditions(instanceOwner);
  expect(listed.find(({ id }) => id === editionId)).toMatchObject({
    slug: details.slug,
    projectName: null,
  });
  await withdrawEdition(instanceOwner, { editionId, reason: REASON });
  expect(await findPublicEdition(details.slug, 1)).toMatchObject({
    kind: "withdrawn",
    tombstone: { reason: REASON },
  });
  expect(await idsOf(instanceOwner)).not.toContain(editionId);
});
