import type { HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createCollab, type Collab } from "@/collab/server";
import type { Role } from "@/core/access/can";
import { prisma } from "@/server/db/client";
import { liveServer } from "@/server/live";
import { richTextFromPlain } from "@/core/text/rich-text";
import { buildDocument, buildMembership } from "@/test/factories";
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
const sockets: HocuspocusProviderWebsocket[] = [];

beforeAll(async () => {
  collab = createCollab();
  const listening = await listen(collab);
  url = listening.url;
  close = () => listening.server.close();
});

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});

afterAll(async () => {
  await collab.close();
  close();
});

async function windowOf(accountId: string) {
  const socket = openSocket(url, { cookie: await sessionCookie(accountId) });
  sockets.push(socket);
  return socket;
}

async function member(projectId: string, role: Role) {
  const { accountId } = await buildMembership({ projectId, role });
  return { accountId, socket: await windowOf(accountId) };
}

async function text(target?: string) {
  const document = await buildDocument(
    target === undefined
      ? {}
      : {
          paragraphs: [
            { text: "坚持“五链”融合。", target, status: "approved" },
          ],
        },
  );
  const translation = document.paragraphs[0]?.translations[0];
  if (translation === undefined)
    throw new Error("The factory built no translation.");
  const { textId, id } = translation;
  return { document, textId, translationId: id, name: `text:${textId}` };
}

test("two translators write in one paragraph and both texts are stored before saved is said", async () => {
  const { document, name, textId, translationId } = await text();
  const one = await member(document.projectId, "translator");
  const two = await member(document.projectId, "reviewer");
  const first = openText(one.socket, name);
  const second = openText(two.socket, name);
  await Promise.all([first.synced(), second.synced()]);
  first.type("Let the five chains ");
  await until(() => second.text() !== "");
  second.type("work together 五链融合");
  expect((await first.flush()).type).toBe("saved");
  expect((await second.flush()).type).toBe("saved");
  const stored = await prisma.liveText.findUniqueOrThrow({
    where: { id: textId },
    include: { updates: true, translation: true },
  });
  expect(stored.plainText).toBe("Let the five chains work together 五链融合");
  expect(stored.translation).toMatchObject({
    status: "draft",
    statusById: two.accountId,
  });
  const activities = await prisma.activity.findMany({
    where: { subjectId: translationId },
  });
  expect(
    activities.map(({ action, accountId }) => [action, accountId]),
  ).toEqual(
    expect.arrayContaining([
      ["translation.edit", one.accountId],
      ["translation.edit", two.accountId],
    ]),
  );
});

test("an imported text opens with its words, once", async () => {
  const { document, name } = await text("Let the [five] chains work.");
  const one = await member(document.projectId, "translator");
  const two = await member(document.projectId, "translator");
  const clients = [openText(one.socket, name), openText(two.socket, name)];
  await Promise.all(clients.map((client) => client.synced()));
  expect(clients.map((client) => client.text())).toEqual([
    "Let the [five] chains work.",
    "Let the [five] chains work.",
  ]);
});

test("what the server writes is seen in open editors", async () => {
  const { document, name, textId } = await text("Old words");
  const { socket, accountId } = await member(document.projectId, "translator");
  const client = openText(socket, name);
  await client.synced();
  await liveServer()?.write(textId, richTextFromPlain("New words"), accountId);
  await until(() => client.text() === "New words");
  expect(
    (await prisma.liveText.findUniqueOrThrow({ where: { id: textId } }))
      .plainText,
  ).toBe("New words");
});
