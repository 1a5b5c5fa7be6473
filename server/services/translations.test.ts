import { afterEach, describe, expect, it } from "vitest";
import type { Actor, Role } from "@/core/access/can";
import type { TranslationStatus } from "@/core/documents/views";
import type { ServerMessage } from "@/core/live/messages";
import { listActivities } from "@/server/db/activities";
import { prisma } from "@/server/db/client";
import { newId } from "@/server/ids";
import { shareLiveServer } from "@/server/live";
import { setStatus } from "@/server/services/translations";
import {
  buildAccount,
  buildDocument,
  buildMembership,
  buildProject,
} from "@/test/factories";

const actorOf = (accountId: string): Actor => ({
  accountId,
  name: "译者",
  instanceRole: "member",
});

async function translationFor(
  role: Role,
  status: TranslationStatus,
  target: string | undefined = "Five-chain integration",
) {
  const project = await buildProject();
  const member = await buildMembership({ projectId: project.id, role });
  const document = await buildDocument({
    projectId: project.id,
    paragraphs: [{ text: "“五链”融合", target, status }],
  });
  const translation = document.paragraphs[0]?.translations[0];
  if (translation === undefined) throw new Error("no translation was built");
  return { project, document, translation, actor: actorOf(member.accountId) };
}

function listenLive(flush: (textIds: readonly string[]) => Promise<void>) {
  const announced: { documentId: string; message: ServerMessage }[] = [];
  shareLiveServer({
    announce: (documentId, message) => announced.push({ documentId, message }),
    flush,
    write: async () => undefined,
    disconnect: () => undefined,
    endSession: () => undefined,
  });
  return announced;
}

afterEach(() => shareLiveServer(null));

describe("setting the status of a translation", () => {
  it("confirms it, says who did, and tells everyone who has the document open", async () => {
    const { actor, translation, document, project } = await translationFor(
      "translator",
      "draft",
    );
    const announced = listenLive(async () => undefined);
    await setStatus(actor, {
      translationId: translation.id,
      status: "translated",
    });
    const stored = await prisma.translation.findUniqueOrThrow({
      where: { id: translation.id },
    });
    expect(stored).toMatchObject({
      status: "translated",
      statusById: actor.accountId,
    });
    expect(stored.statusAt).not.toBeNull();
    expect(announced).toEqual([
      {
        documentId: document.id,
        message: {
          type: "translation",
          id: translation.id,
          textId: translation.textId,
          status: "translated",
          target: null,
        },
      },
    ]);
    expect((await listActivities(project.id, 1))[0]).toMatchObject({
      action: "translation.status",
      accountId: actor.accountId,
      subjectId: translation.id,
      data: { from: "draft", to: "translated" },
    });
  });

  it("stores what was just typed before it decides", async () => {
    const { actor, translation } = await translationFor(
      "translator",
      "empty",
      "",
    );
    listenLive(async ([textId]) => {
      await prisma.liveText.update({
        where: { id: textId ?? "" },
        data: { plainText: "Typed just now" },
      });
      await prisma.translation.update({
        where: { id: translation.id },
        data: { status: "draft" },
      });
    });
    expect(
      await setStatus(actor, {
        translationId: translation.id,
        status: "translated",
      }),
    ).toEqual({ status: "translated" });
  });

  it("confirms no empty text", async () => {
    const { actor, translation } = await translationFor("owner", "empty", "");
    for (const status of ["draft", "translated", "approved"] as const) {
      await expect(
        setStatus(actor, { translationId: translation.id, status }),
      ).rejects.toMatchObject({
        code: "invalid",
        message: "translation_empty",
      });
    }
  });

  it("lets only one of two who decide at the same moment win", async () => {
    const { actor, translation, project } = await translationFor(
      "owner",
      "draft",
    );
    let arrived = 0;
    let open: () => void = () => undefined;
    const both = new Promise<void>((resolve) => {
      open = resolve;
    });
    const results = await Promise.allSettled(
      (["translated", "approved"] as const).map(async (status) => {
        arrived += 1;
        if (arrived === 2) open();
        await both;
        return setStatus(actor, { translationId: translation.id, status });
      }),
    );
    const stored = await prisma.translation.findUniqueOrThrow({
      where: { id: translation.id },
    });
    const entries = await listActivities(project.id, 5);
    // Either the second saw the first one's decision, or it was refused; the log tells exactly what happened.
    const won = results.filter(({ status }) => status === "fulfilled");
    expect(entries).toHaveLength(won.length);
    expect(entries.map(({ data }) => data?.to)).toContain(stored.status);
  });

  it.each<
    [Role, TranslationStatus, "draft" | "translated" | "approved", boolean]
  >([
    ["translator", "draft", "translated", true],
    ["translator", "translated", "draft", true],
    ["translator", "translated", "approved", false],
    ["translator", "approved", "translated", false],
    ["translator", "approved", "draft", false],
    ["reviewer", "translated", "approved", true],
    ["reviewer", "approved", "translated", true],
    ["owner", "draft", "approved", true],
    ["commenter", "draft", "translated", false],
    ["reader", "translated", "draft", false],
  ])("as %s, from %s to %s: %s", async (role, from, to, allowed) => {
    const { actor, translation } = await translationFor(role, from);
    const attempt = setStatus(actor, {
      translationId: translation.id,
      status: to,
    });
    if (allowed) await expect(attempt).resolves.toEqual({ status: to });
    else await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
    const stored = await prisma.translation.findUniqueOrThrow({
      where: { id: translation.id },
    });
    expect(stored.status).toBe(allowed ? to : from);
  });

  it("tells a stranger that there is nothing", async () => {
    const { translation } = await translationFor("owner", "draft");
    const stranger = actorOf((await buildAccount()).id);
    for (const translationId of [translation.id, newId()]) {
      await expect(
        setStatus(stranger, { translationId, status: "translated" }),
      ).rejects.toMatchObject({ code: "not_found" });
    }
  });
});
