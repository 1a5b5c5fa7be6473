import { describe, expect, test, vi } from "vitest";
import { ROLES, type Actor } from "@/core/access/can";
import { prisma } from "@/server/db/client";
import { newId } from "@/server/ids";
import { shareLiveServer, type LiveServer } from "@/server/live";
import {
  buildAccount,
  buildDocument,
  buildMembership,
  buildProject,
  buildTerm,
} from "@/test/factories";
import {
  createProject,
  deleteProject,
  findProject,
  findProjectName,
  listProjects,
  renameProject,
} from "./projects";

const actorOf = (accountId: string): Actor => ({
  accountId,
  name: "x",
  instanceRole: "member",
});

test("who makes a project owns it, sees it in the list, and it is written down", async () => {
  const actor = actorOf((await buildAccount()).id);
  const { projectId } = await createProject(actor, { name: "衢州规划" });
  expect(await listProjects(actor)).toMatchObject([
    {
      id: projectId,
      name: "衢州规划",
      role: "owner",
      documentCount: 0,
      memberCount: 1,
      termCount: 0,
    },
  ]);
  expect((await findProject(actor, projectId)).activities).toMatchObject([
    { action: "project.create", data: { name: "衢州规划" } },
  ]);
});

test("the list holds the actor's projects only, with progress, last changed first", async () => {
  const actor = actorOf((await buildAccount()).id);
  const first = await buildProject({ owner: actor.accountId, name: "first" });
  const second = await buildProject({ owner: actor.accountId, name: "second" });
  await buildProject({ name: "someone else's" });
  await buildDocument({
    projectId: first.id,
    paragraphs: [
      { text: "规划建议", target: "Recommendations", status: "approved" },
      { text: "未译" },
    ],
  });
  await buildTerm({ projectId: first.id });
  await renameProject(actor, { projectId: first.id, name: "renamed" });
  const list = await listProjects(actor);
  expect(list.map(({ name }) => name)).toEqual(["renamed", "second"]);
  expect(list[0]).toMatchObject({
    documentCount: 1,
    termCount: 1,
    progress: { paragraphs: 2, approved: 1, characters: 6, charactersDone: 4 },
  });
  expect(list[1]?.id).toBe(second.id);
});

test("a project's page shows its documents with their progress, and what the actor may do", async () => {
  const project = await buildProject();
  const document = await buildDocument({ projectId: project.id });
  const reader = await buildMembership({
    projectId: project.id,
    role: "reader",
  });
  const seen = await findProject(actorOf(reader.accountId), project.id);
  expect(seen.documents).toMatchObject([
    { id: document.id, title: document.title, progress: { paragraphs: 3 } },
  ]);
  expect(seen.can).toEqual({
    edit: false,
    delete: false,
    importDocument: false,
    editMembers: false,
  });
  expect((await findProject(actorOf(project.ownerId), project.id)).can).toEqual(
    {
      edit: true,
      delete: true,
      importDocument: true,
      editMembers: true,
    },
  );
});

describe("refusals", () => {
  test.each(ROLES.filter((role) => role !== "owner"))(
    "a %s can neither rename nor delete",
    async (role) => {
      const project = await buildProject({ name: "fixed" });
      const projectId = project.id;
      const actor = actorOf(
        (await buildMembership({ projectId, role })).accountId,
      );
      await expect(
        renameProject(actor, { projectId, name: "mine" }),
      ).rejects.toMatchObject({ code: "forbidden" });
      await expect(
        deleteProject(actor, { projectId, confirmation: "fixed" }),
      ).rejects.toMatchObject({ code: "forbidden" });
      expect(
        (await prisma.project.findUniqueOrThrow({ where: { id: projectId } }))
          .name,
      ).toBe("fixed");
    },
  );

  test("another's project looks like none", async () => {
    const project = await buildProject({ name: "theirs" });
    const outsider = actorOf((await buildAccount()).id);
    for (const projectId of [project.id, newId(), "no-id", "\u0000"]) {
      await expect(findProject(outsider, projectId)).rejects.toMatchObject({
        code: "not_found",
      });
      await expect(findProjectName(outsider, projectId)).rejects.toMatchObject({
        code: "not_found",
      });
      await expect(
        renameProject(outsider, { projectId, name: "mine" }),
      ).rejects.toMatchObject({ code: "not_found" });
      await expect(
        deleteProject(outsider, { projectId, confirmation: "theirs" }),
      ).rejects.toMatchObject({ code: "not_found" });
    }
  });
});

describe("deleting", () => {
  test("needs the name typed", async () => {
    const project = await buildProject({ name: "十五五" });
    const attempt = deleteProject(actorOf(project.ownerId), {
      projectId: project.id,
      confirmation: "十四五",
    });
    await expect(attempt).rejects.toMatchObject({
      fields: { confirmation: "confirmation_differs" },
    });
    expect(await prisma.project.count({ where: { id: project.id } })).toBe(1);
  });

  test("takes everything along, ends open connections, and leaves word of it", async () => {
    const disconnect = vi.fn<LiveServer["disconnect"]>();
    shareLiveServer({
      announce: vi.fn(),
      flush: vi.fn(),
      write: vi.fn(),
      endSession: vi.fn(),
      disconnect,
    });
    const project = await buildProject({ name: "old" });
    const projectId = project.id;
    const { accountId } = await buildMembership({ projectId });
    const document = await buildDocument({
      projectId,
      paragraphs: [{ text: "正文", target: "Text" }],
    });
    const textId = document.paragraphs[0]?.translations[0]?.textId ?? "";
    await prisma.liveUpdate.create({
      data: { textId, update: Buffer.from([0]) },
    });
    await buildTerm({ projectId });
    await deleteProject(actorOf(project.ownerId), {
      projectId,
      confirmation: " old ",
    });
    shareLiveServer(null);
    const left = await Promise.all([
      prisma.project.count({ where: { id: projectId } }),
      prisma.document.count({ where: { projectId } }),
      prisma.liveText.count({ where: { projectId } }),
      prisma.liveUpdate.count({ where: { textId } }),
      prisma.term.count({ where: { projectId } }),
      prisma.translation.count({ where: { textId } }),
    ]);
    expect(left).toEqual([0, 0, 0, 0, 0, 0]);
    expect(disconnect.mock.calls.map(([id]) => id).sort()).toEqual(
      [project.ownerId, accountId].sort(),
    );
    expect(
      await prisma.activity.findFirst({
        where: { action: "project.delete", subjectId: projectId },
      }),
    ).toMatchObject({
      projectId: null,
      accountId: project.ownerId,
    });
  });
});
