import type { HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { createCollab, type Collab } from "@/collab/server";
import type { Role } from "@/core/access/can";
import { prisma } from "@/server/db/client";
import { plainText, richTextFromPlain } from "@/core/text/rich-text";
import { richTextFromDoc } from "@/editor/convert";
import { readLiveText } from "@/server/db/live-texts";
import { liveServer, shareLiveServer, type LiveServer } from "@/server/live";
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
let live: LiveServer | null;
let close: () => void;
const sockets: HocuspocusProviderWebsocket[] = [];

beforeAll(async () => {
  collab = createCollab();
  live = liveServer();
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
            {
              text: "坚持“五链”融合。",
              target,
              status: target === "" ? "empty" : "approved",
            },
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
  expect(stored.translation?.status).toBe("draft");
  // Whose words were stored first made it a draft; in one batch, the last of them.
  expect([one.accountId, two.accountId]).toContain(
    stored.translation?.statusById,
  );
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

test("what the server writes is stored where nobody has the text open", async () => {
  const { document, textId } = await text("Old words");
  const { accountId } = await buildMembership({
    projectId: document.projectId,
    role: "translator",
  });
  await liveServer()?.write(textId, richTextFromPlain("New words"), accountId);
  expect(
    (await prisma.liveText.findUniqueOrThrow({ where: { id: textId } }))
      .plainText,
  ).toBe("New words");
});

test("editing an approved text takes the approval back and says so; looking at it does not", async () => {
  const { document, name, textId, translationId } =
    await text("Approved words");
  const { socket, accountId } = await member(document.projectId, "translator");
  const channel = openText(socket, `document:${document.id}`);
  const client = openText(socket, name);
  await Promise.all([channel.synced(), client.synced()]);
  expect((await client.flush()).type).toBe("saved");
  const status = async () =>
    (
      await prisma.translation.findUniqueOrThrow({
        where: { id: translationId },
      })
    ).status;
  expect(await status()).toBe("approved");
  client.type(", changed");
  expect((await client.flush()).type).toBe("saved");
  expect(await status()).toBe("translated");
  await until(() => channel.messages.length > 0);
  expect(channel.messages.at(-1)).toMatchObject({
    type: "translation",
    id: translationId,
    textId,
    status: "translated",
    target: richTextFromPlain("Approved words, changed"),
  });
  const activities = await prisma.activity.findMany({
    where: { subjectId: translationId },
    orderBy: { id: "asc" },
  });
  expect(
    activities.map(({ action, data, accountId }) => ({
      action,
      data,
      accountId,
    })),
  ).toEqual([
    { action: "translation.edit", data: null, accountId },
    {
      action: "translation.status",
      data: { from: "approved", to: "translated", byEditing: true },
      accountId,
    },
  ]);
});

test("the status follows the words: empty, draft, empty; many edits are one entry of the log", async () => {
  const { document, name, translationId } = await text("");
  const { socket } = await member(document.projectId, "translator");
  const client = openText(socket, name);
  await client.synced();
  const statusAfter = async (change: () => void) => {
    change();
    expect((await client.flush()).type).toBe("saved");
    return (
      await prisma.translation.findUniqueOrThrow({
        where: { id: translationId },
      })
    ).status;
  };
  expect(await statusAfter(() => client.type("Words"))).toBe("draft");
  expect(await statusAfter(() => client.type(" and more"))).toBe("draft");
  const clear = () =>
    client.doc.transact(() =>
      client.doc.getXmlFragment("default").delete(0, 1),
    );
  expect(await statusAfter(clear)).toBe("empty");
  const where = { subjectId: translationId, action: "translation.edit" };
  expect(await prisma.activity.count({ where })).toBe(1);
});

test("a long log is folded into the state, and the text opens the same afterwards", async () => {
  const { document, name, textId } = await text("Begin.");
  const { socket } = await member(document.projectId, "translator");
  const client = openText(socket, name);
  await client.synced();
  for (let n = 0; n < 60; n += 1) {
    client.type(` ${n}`);
    await client.flush();
  }
  const logged = () => prisma.liveUpdate.count({ where: { textId } });
  await until(
    async () => (await logged()) < 30,
    "the log to be folded while the text is open",
  );
  const before = client.text();
  client.close();
  await until(
    async () => (await logged()) === 0,
    "the rest to be folded when the text is left",
  );
  const again = openText(socket, name);
  await again.synced();
  expect(again.text()).toBe(before);
  expect(
    (await prisma.liveText.findUniqueOrThrow({ where: { id: textId } }))
      .plainText,
  ).toBe(before);
});

test("two servers that open an imported text at the same time give it its words once", async () => {
  const { document, name, textId } = await text("Let the five chains work.");
  const { socket, accountId } = await member(document.projectId, "translator");
  const second = createCollab();
  const listening = await listen(second);
  const other = openSocket(listening.url, {
    cookie: await sessionCookie(accountId),
  });
  sockets.push(other);
  const clients = [openText(socket, name), openText(other, name)];
  await Promise.all(clients.map((client) => client.synced()));
  for (const client of clients)
    expect(client.text()).toBe("Let the five chains work.");
  clients[0]?.type(" One.");
  clients[1]?.type(" Two.");
  for (const client of clients)
    expect((await client.flush()).type).toBe("saved");
  other.destroy();
  await second.close();
  listening.server.close();
  // What both appended is in the log, on one and the same beginning.
  const found = await readLiveText(textId);
  const doc = new Y.Doc();
  for (const part of [found?.state, ...(found?.updates ?? [])])
    if (part) Y.applyUpdate(doc, part);
  expect(plainText(richTextFromDoc(doc)).match(/Let the/g)).toHaveLength(1);
  expect(plainText(richTextFromDoc(doc))).toContain("One.");
  expect(plainText(richTextFromDoc(doc))).toContain("Two.");
  shareLiveServer(live);
});

test("a text that is deleted while it is open is closed, and never comes back", async () => {
  const { document, name, textId } = await text("Begin.");
  const { socket } = await member(document.projectId, "translator");
  const client = openText(socket, name);
  await client.synced();
  await prisma.document.delete({ where: { id: document.id } });
  await prisma.liveText.delete({ where: { id: textId } });
  client.type(" More.");
  await until(() => !client.provider.isAuthenticated);
  expect(await prisma.liveText.count({ where: { id: textId } })).toBe(0);
});

test("closing the server stores what was typed a moment before", async () => {
  const { document, name, textId } = await text("Begin.");
  const { accountId } = await member(document.projectId, "translator");
  const second = createCollab();
  const listening = await listen(second);
  const socket = openSocket(listening.url, {
    cookie: await sessionCookie(accountId),
  });
  sockets.push(socket);
  const client = openText(socket, name);
  await client.synced();
  const witness = openText(socket, name);
  await witness.synced();
  client.type(" Typed last.");
  await until(() => witness.text().includes("last"));
  await second.close();
  listening.server.close();
  const row = await prisma.liveText.findUniqueOrThrow({
    where: { id: textId },
  });
  expect(row.plainText).toBe("Begin. Typed last.");
  expect(await prisma.liveUpdate.count({ where: { textId } })).toBe(0);
  shareLiveServer(live);
});
