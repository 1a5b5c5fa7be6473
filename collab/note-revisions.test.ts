import { afterAll, beforeAll, expect, test } from "vitest";
import { createCollab, type Collab } from "@/collab/server";
import { plainText, richTextFromPlain } from "@/core/text/rich-text";
import { prisma } from "@/server/db/client";
import { newId } from "@/server/ids";
import {
  listRevisions,
  restoreRevision,
} from "@/server/services/notes/revisions";
import { buildActor } from "@/test/actors";
import { buildNote } from "@/test/factories";
import {
  listen,
  openSocket,
  openText,
  sessionCookie,
  until,
} from "@/test/live-client";

let collab: Collab;
let url: string;
let close: () => void;

beforeAll(async () => {
  collab = createCollab();
  const listening = await listen(collab);
  url = listening.url;
  close = () => listening.server.close();
});

afterAll(async () => {
  await collab.close();
  close();
});

test("a revision that is taken back is seen by whoever writes, kept as one of its own, and not reviewed", async () => {
  const note = await buildNote({ body: "Five" });
  const writer = await buildActor(note.projectId, "translator");
  const actor = await buildActor(note.projectId, "translator");
  const kept = () => listRevisions(actor, note.id);
  const socket = openSocket(url, {
    cookie: await sessionCookie(writer.accountId),
  });
  const client = openText(socket, `text:${note.textId}`);
  await client.synced();
  client.type(" chains");
  await client.flush();
  const rested = new Date(Date.now() - 20 * 60_000);
  await prisma.textRevision.updateMany({ data: { updatedAt: rested } });
  client.type(" and more");
  await client.flush();
  await prisma.note.update({
    where: { id: note.id },
    data: { status: "reviewed" },
  });

  const early = (await kept())[1]?.id ?? "";
  await restoreRevision(actor, { noteId: note.id, revisionId: early });
  await until(() => client.text() === "Five chains");
  socket.destroy();
  expect(
    (await kept()).map(({ body, author }) => [plainText(body), author?.id]),
  ).toEqual([
    ["Five chains", actor.accountId],
    ["Five chains and more", writer.accountId],
    ["Five chains", writer.accountId],
  ]);
  expect(
    await prisma.note.findUnique({ where: { id: note.id } }),
  ).toMatchObject({ status: "draft", statusById: actor.accountId });
});

test("a revision is taken back also where nobody writes", async () => {
  const note = await buildNote({ body: "Now." });
  const actor = await buildActor(note.projectId, "translator");
  const { id: revisionId } = await prisma.textRevision.create({
    data: {
      id: newId(),
      textId: note.textId,
      richText: richTextFromPlain("Before."),
      plainText: "Before.",
    },
  });
  await restoreRevision(actor, { noteId: note.id, revisionId });
  expect(
    await prisma.liveText.findUnique({ where: { id: note.textId } }),
  ).toMatchObject({ plainText: "Before." });
});
