import { readFile } from "node:fs/promises";
import { afterEach, describe, expect, it } from "vitest";
import type { Actor, Role } from "@/core/access/can";
import { readBundle } from "@/core/bundle/read-bundle";
import { richTextFromPlain } from "@/core/text/rich-text";
import { listActivities } from "@/server/db/activities";
import { prisma } from "@/server/db/client";
import { deleteProject } from "@/server/db/projects";
import { newId } from "@/server/ids";
import { LIMITS } from "@/server/rate-limit";
import { shareLiveServer } from "@/server/live";
import { exportBundle } from "./export-bundle";
import { importBundle } from "./import-bundle";
import { viewDocument } from "@/server/services/documents/view-document";
import {
  buildAccount,
  buildDocument,
  buildMembership,
  buildProject,
  buildTerm,
} from "@/test/factories";

const SAMPLE = "samples/quzhou-15th-fyp/bundle.json";

const actorOf = (accountId: string): Actor => ({
  accountId,
  name: "译者",
  instanceRole: "member",
});

async function projectWith(role: Role) {
  const project = await buildProject();
  const member = await buildMembership({ projectId: project.id, role });
  return { project, actor: actorOf(member.accountId) };
}

const textOf = async (actor: Actor, projectId: string) => {
  const { body } = await exportBundle(actor, projectId);
  return typeof body === "string" ? body : new TextDecoder().decode(body);
};

afterEach(() => shareLiveServer(null));

describe("moving a project in a bundle", () => {
  it("gives the same bytes after export, import and export", async () => {
    const actor = actorOf((await buildAccount()).id);
    const sample = await readFile(SAMPLE, "utf8");
    const { projectId } = await importBundle(actor, { text: sample });
    const first = await textOf(actor, projectId);
    expect(first).toBe(sample);
    await deleteProject(projectId);
    const again = await importBundle(actor, { text: first });
    expect(await textOf(actor, again.projectId)).toBe(first);
    await deleteProject(again.projectId);
  });

  it("keeps documents, translations, statuses and glossary", async () => {
    const { project, actor } = await projectWith("reader");
    const document = await buildDocument({
      projectId: project.id,
      paragraphs: [
        {
          text: "“五链”融合",
          kind: "title",
          target: "Five-chain integration [of Quzhou]",
          status: "approved",
        },
        "未译的段落",
      ],
    });
    await buildTerm({ projectId: project.id, note: "Five chains" });
    const bundle = readBundle(await textOf(actor, project.id));
    expect(bundle.project.name).toBe(project.name);
    expect(bundle.terms.map(({ source, note }) => [source, note])).toEqual([
      ["五链融合", "Five chains"],
    ]);
    expect(bundle.documents[0]).toMatchObject({
      id: document.id,
      paragraphs: [
        {
          id: document.paragraphs[0]?.id,
          translations: [{ field: "", status: "approved", stale: false }],
        },
        { text: "未译的段落", translations: [{ status: "empty" }] },
      ],
    });
  });

  it("makes a project that the importer owns, and says so in its log", async () => {
    const { project, actor } = await projectWith("reader");
    await buildDocument({ projectId: project.id });
    const { projectId, documentIds } = await importBundle(actor, {
      text: await textOf(actor, project.id),
    });
    const view = await viewDocument(actor, documentIds[0] ?? "");
    expect(view).toMatchObject({
      projectId,
      can: { edit: true, approve: true, delete: true },
    });
    expect((await listActivities(projectId, 1))[0]).toMatchObject({
      action: "bundle.import",
      accountId: actor.accountId,
    });
  });

  it("leaves alone what exists under the same ids, in whichever project", async () => {
    const { project, actor } = await projectWith("owner");
    const document = await buildDocument({ projectId: project.id });
    const before = await textOf(actor, project.id);
    const intruder = actorOf((await buildAccount()).id);
    const free = newId();
    const [taken, ...others] = document.paragraphs.map(({ id }) => id);
    const forged = before
      .replace(others[0] ?? "", free)
      .replaceAll("五链", "六链");
    const { documentIds } = await importBundle(intruder, { text: forged });
    const view = await viewDocument(intruder, documentIds[0] ?? "");
    expect(documentIds[0]).not.toBe(document.id);
    const ids = view.summaries.map(({ paragraphId }) => paragraphId);
    expect(ids).not.toContain(taken);
    expect(ids).toContain(free);
    expect(await textOf(actor, project.id)).toBe(before);
  });

  it("can be imported twice at the same moment", async () => {
    const { project, actor } = await projectWith("owner");
    const { id } = await buildDocument({ projectId: project.id });
    const text = (await textOf(actor, project.id)).replace(id, newId());
    const ids = await Promise.all(
      [1, 2, 3].map(() => importBundle(actor, { text })),
    );
    expect(new Set(ids.flatMap(({ documentIds }) => documentIds)).size).toBe(3);
  });

  it("takes along what was typed a moment ago", async () => {
    const { project, actor } = await projectWith("owner");
    await buildDocument({ projectId: project.id, paragraphs: ["正文"] });
    shareLiveServer({
      announce: () => undefined,
      flush: async ([id]) => {
        await prisma.liveText.update({
          where: { id: id ?? "" },
          data: {
            richText: richTextFromPlain("Typed just now"),
            plainText: "Typed just now",
          },
        });
      },
      write: async () => undefined,
      disconnect: () => undefined,
      endSession: () => undefined,
    });
    expect(await textOf(actor, project.id)).toContain("Typed just now");
  });

  it("stores nothing of a bundle that fails half-way", async () => {
    const actor = actorOf((await buildAccount()).id);
    const ghost = { ...actor, accountId: newId() };
    const before = await prisma.project.count();
    const text = await readFile(SAMPLE, "utf8");
    await expect(importBundle(ghost, { text })).rejects.toThrow();
    await expect(importBundle(actor, { text: "{" })).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(
      importBundle(actor, { text: `"${"长".repeat(8 * 1024 * 1024)}"` }),
    ).rejects.toMatchObject({ code: "too_large" });
    expect(await prisma.project.count()).toBe(before);
  });

  it("opens so many for an account in an hour, and no more", async () => {
    const actor = actorOf((await buildAccount()).id);
    const open = () => importBundle(actor, { text: "{" });
    for (let round = 0; round < LIMITS.importBundle.max; round += 1)
      await expect(open()).rejects.toMatchObject({ code: "invalid" });
    await expect(open()).rejects.toMatchObject({ code: "rate_limited" });
  });

  it("tells a stranger that there is nothing", async () => {
    const project = await buildProject();
    const stranger = actorOf((await buildAccount()).id);
    for (const id of [project.id, newId(), "no id at all"]) {
      await expect(exportBundle(stranger, id)).rejects.toMatchObject({
        code: "not_found",
      });
    }
  });
});
