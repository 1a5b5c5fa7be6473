import { randomBytes, randomUUID } from "node:crypto";
import type { EventEmitter } from "node:events";
import type { HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import {
  createEncoder,
  toUint8Array,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from "lib0/encoding";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { createCollab, type Collab } from "@/collab/server";
import type { Role } from "@/core/access/can";
import { FRAGMENT } from "@/editor/schema";
import { prisma } from "@/server/db/client";
import { env } from "@/server/env";
import { liveServer } from "@/server/live";
import { sessionFromCookies } from "@/server/session-token";
import { buildAccount, buildDocument, buildMembership } from "@/test/factories";
import {
  listen,
  openSocket,
  openText,
  sessionCookie,
  until,
  type Headers,
} from "@/test/live-client";
import { LIMITS } from "./limits";

let collab: Collab;
let url: string;
let closeServer: () => void;
const sockets: HocuspocusProviderWebsocket[] = [];

beforeAll(async () => {
  collab = createCollab();
  const listening = await listen(collab);
  url = listening.url;
  closeServer = () => listening.server.close();
});

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});

afterAll(async () => {
  await collab.close();
  closeServer();
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

async function text(target = "Old words") {
  const document = await buildDocument({
    paragraphs: [{ text: "坚持“五链”融合。", target }],
  });
  const textId = document.paragraphs[0]?.translations[0]?.textId ?? "";
  return { document, textId, name: `text:${textId}` };
}

const storedText = async (id: string) =>
  (await prisma.liveText.findUniqueOrThrow({ where: { id } })).plainText;

/** The HTTP status with which an upgrade is refused, or 101. */
function upgrade(headers: Headers): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url, { headers });
    socket.on("open", () => {
      socket.terminate();
      resolve(101);
    });
    socket.on("unexpected-response", (_request, response) =>
      resolve(response.statusCode ?? 0),
    );
    socket.on("error", () => undefined);
  });
}

test("a socket opens only with a session and from a page of this instance", async () => {
  const { id } = await buildAccount();
  const cookie = await sessionCookie(id);
  const home = env().NEXTAUTH_URL;
  const own = new URL(url);
  expect(await upgrade({ cookie, origin: home })).toBe(101);
  expect(await upgrade({ cookie, origin: `http://${own.host}` })).toBe(101);
  expect(await upgrade({ cookie, origin: "https://evil.example" })).toBe(403);
  expect(await upgrade({ cookie, origin: "null" })).toBe(403);
  expect(await upgrade({ cookie, origin: `http://localhost:1` })).toBe(403);
  expect(await upgrade({ cookie, origin: `${home}.evil.example` })).toBe(403);
  expect(await upgrade({ cookie })).toBe(403);
  expect(await upgrade({ origin: home })).toBe(401);
  expect(await upgrade({ cookie: `${cookie}x`, origin: home })).toBe(401);
});

test("a session that was ended by a new password opens nothing", async () => {
  const { id } = await buildAccount();
  const cookie = await sessionCookie(id);
  await prisma.account.update({ where: { id }, data: { sessionEpoch: 1 } });
  expect(await upgrade({ cookie, origin: env().NEXTAUTH_URL })).toBe(401);
});

test("signing out ends the windows of that session, and those of no other", async () => {
  const { document, name } = await text();
  const { accountId } = await buildMembership({
    projectId: document.projectId,
    role: "translator",
  });
  const cookie = await sessionCookie(accountId);
  const session = await sessionFromCookies(cookie);
  const socket = openSocket(url, { cookie });
  sockets.push(socket);
  const other = await member(document.projectId, "translator");
  const here = openText(socket, name);
  const elsewhere = openText(other.socket, name);
  await Promise.all([here.synced(), elsewhere.synced()]);
  const ended = new Promise((resolve) => socket.on("disconnect", resolve));
  // Another session of this account and this session of another account are left alone.
  liveServer()?.endSession(randomUUID());
  liveServer()?.endSession(session?.id ?? "");
  await ended;
  await elsewhere.flush();
  expect(elsewhere.refusals).toEqual([]);
});

test("a session that ends in another process, or with its account, ends its windows at once", async () => {
  const { document, name } = await text();
  const open = async () => {
    const { accountId, socket } = await member(
      document.projectId,
      "translator",
    );
    const client = openText(socket, name);
    await client.synced();
    const closed = new Promise<{ code: number }>((resolve) =>
      socket.on("close", ({ event }: { event: { code: number } }) =>
        resolve(event),
      ),
    );
    return { accountId, closed };
  };
  const [first, second] = [await open(), await open()];
  // As another process does it, which knows nothing of the windows here.
  await prisma.session.deleteMany({ where: { accountId: first.accountId } });
  expect((await first.closed).code).toBe(4401);
  await prisma.account.delete({ where: { id: second.accountId } });
  expect((await second.closed).code).toBe(4401);
});

test("a window whose client does not hang up is heard no more", async () => {
  const { document, textId } = await text();
  const { accountId } = await buildMembership({
    projectId: document.projectId,
    role: "translator",
  });
  const cookie = await sessionCookie(accountId);
  const socket = openSocket(url, { cookie });
  sockets.push(socket);
  const client = openText(socket, `text:${textId}`);
  await client.synced();
  const raw = socket.webSocket as unknown as WebSocket;
  // A client of ill will: it passes over the server's farewell and goes on sending.
  const receiver = (raw as unknown as { _receiver: EventEmitter })._receiver;
  const told = new Promise((resolve) => {
    receiver.removeAllListeners("conclude");
    receiver.on("conclude", resolve);
  });
  const session = await sessionFromCookies(cookie);
  await prisma.session.delete({ where: { id: session?.id ?? "" } });
  liveServer()?.endSession(session?.id ?? "");
  await told;
  client.type(" by nobody");
  const other = await member(document.projectId, "translator");
  const witness = openText(other.socket, `text:${textId}`);
  await witness.synced();
  await witness.flush();
  expect(await storedText(textId)).toBe("Old words");
  raw.terminate();
});

test("texts and documents of other projects do not exist for a visitor", async () => {
  const { document, name } = await text();
  const { accountId } = await buildMembership({});
  const socket = await windowOf(accountId);
  for (const wanted of [
    name,
    `document:${document.id}`,
    `text:${randomUUID()}`,
  ]) {
    const client = openText(socket, wanted);
    await until(() => client.refusals.length > 0);
    expect(client.refusals).toEqual(["not_found"]);
    expect(client.text()).toBe("");
  }
});

test("a reader sees the text, and changes nothing by any way in", async () => {
  const { document, textId, name } = await text();
  const reader = await member(document.projectId, "reader");
  const writer = await member(document.projectId, "translator");
  const client = openText(reader.socket, name);
  const other = openText(writer.socket, name);
  await Promise.all([client.synced(), other.synced()]);
  client.type(" and more");
  expect(await client.flush()).toMatchObject({
    type: "unsaved",
    reason: "read_only",
  });
  // Reconnecting sends everything once more, as an answer to the server's question.
  reader.socket.webSocket?.close();
  await until(() => !client.provider.synced);
  await client.synced();
  expect(await client.flush()).toMatchObject({
    type: "unsaved",
    reason: "read_only",
  });
  await other.flush();
  expect(other.text()).toBe("Old words");
  expect(await storedText(textId)).toBe("Old words");
});

test("an editor of another version only reads", async () => {
  const { document, textId, name } = await text();
  const { socket } = await member(document.projectId, "owner");
  const client = openText(socket, name, { token: "999" });
  await client.synced();
  client.type(" and more");
  expect(await client.flush()).toMatchObject({
    type: "unsaved",
    reason: "read_only",
  });
  expect(await storedText(textId)).toBe("Old words");
});

test("a document's channel takes no text", async () => {
  const { document } = await text();
  const { socket } = await member(document.projectId, "owner");
  const one = openText(socket, `document:${document.id}`);
  const two = openText(socket, `document:${document.id}`);
  await Promise.all([one.synced(), two.synced()]);
  one.type("smuggled");
  const third = openText(socket, `document:${document.id}`);
  await third.synced();
  expect([two.text(), third.text()]).toEqual(["", ""]);
});

test("who is removed from a project is out at once, who loses a role may only read", async () => {
  const { document, textId, name } = await text();
  const removed = await member(document.projectId, "translator");
  const demoted = await member(document.projectId, "translator");
  const gone = openText(removed.socket, name);
  const reader = openText(demoted.socket, name);
  for (const client of [gone, reader]) await client.synced();
  const key = (accountId: string) => ({
    projectId_accountId: { projectId: document.projectId, accountId },
  });
  await prisma.membership.delete({ where: key(removed.accountId) });
  await prisma.membership.update({
    where: key(demoted.accountId),
    data: { role: "reader" },
  });
  for (const { accountId } of [removed, demoted])
    liveServer()?.disconnect(accountId, document.projectId);
  await until(
    () => !gone.provider.isAuthenticated && !reader.provider.isAuthenticated,
  );
  for (const { provider } of [gone, reader]) {
    await provider.sendToken();
    provider.startSync();
  }
  await until(() => gone.refusals.includes("not_found"));
  await reader.synced();
  gone.type(" by a stranger");
  reader.type(" by a reader");
  expect(await reader.flush()).toMatchObject({
    type: "unsaved",
    reason: "read_only",
  });
  expect(await storedText(textId)).toBe("Old words");
});

test("signing out everywhere closes every window of the account", async () => {
  const { document, name } = await text();
  const { accountId, socket } = await member(document.projectId, "translator");
  const cookie = await sessionCookie(accountId);
  const client = openText(socket, name);
  await client.synced();
  await prisma.account.update({
    where: { id: accountId },
    data: { sessionEpoch: 1 },
  });
  liveServer()?.disconnect(accountId, null);
  await until(() => !client.provider.synced);
  const again = openSocket(url, { cookie });
  sockets.push(again);
  const second = openText(again, name);
  await new Promise((resolve) => again.on("disconnect", resolve));
  expect(second.provider.isAuthenticated).toBe(false);
});

test("nobody can appear as someone else", async () => {
  const { document, name } = await text();
  const honest = await member(document.projectId, "reader");
  const liar = await member(document.projectId, "translator");
  const seen = openText(honest.socket, name);
  const client = openText(liar.socket, name);
  await Promise.all([seen.synced(), client.synced()]);
  client.provider.setAwarenessField("user", {
    accountId: honest.accountId,
    name: "The owner",
    color: "url(x)",
  });
  client.provider.setAwarenessField("cursor", {
    anchor: { item: "crash" },
    head: null,
  });
  client.provider.setAwarenessField("html", "<script>");
  const state = () =>
    seen.provider.awareness?.getStates().get(client.doc.clientID) as
      { user?: { accountId: string } } | undefined;
  await until(() => state() !== undefined);
  expect(Object.keys(state() ?? {})).toEqual(["user"]);
  expect(state()?.user).toMatchObject({
    accountId: liar.accountId,
    name: expect.stringMatching(/^译者/) as string,
    color: expect.stringMatching(/^#[0-9a-f]{6}$/) as string,
  });
  // Nor speak for another's window.
  seen.provider.setAwarenessField("rowId", document.id);
  await until(
    () =>
      client.provider.awareness?.getStates().has(seen.doc.clientID) === true,
  );
  const encoder = createEncoder();
  writeVarString(encoder, client.provider.effectiveName);
  writeVarUint(encoder, 1);
  writeVarUint8Array(
    encoder,
    awarenessOf([seen.doc.clientID], 1_000, { rowId: null }),
  );
  liar.socket.send(toUint8Array(encoder));
  await client.flush();
  expect(
    seen.provider.awareness?.meta.get(seen.doc.clientID)?.clock,
  ).toBeLessThan(1_000);
});

test("one message cannot fill the room with presences", async () => {
  const { document, name } = await text();
  const witness = await member(document.projectId, "reader");
  const crowd = await member(document.projectId, "reader");
  const seen = openText(witness.socket, name);
  const client = openText(crowd.socket, name);
  await Promise.all([seen.synced(), client.synced()]);
  const encoder = createEncoder();
  writeVarString(encoder, client.provider.effectiveName);
  writeVarUint(encoder, 1);
  const ids = Array.from({ length: 500 }, (_, index) => 1_000_000 + index);
  writeVarUint8Array(encoder, awarenessOf(ids, 1, { rowId: null }));
  crowd.socket.send(toUint8Array(encoder));
  await client.flush();
  const states = () => [...(seen.provider.awareness?.getStates().keys() ?? [])];
  await until(() => states().some((id) => ids.includes(id)));
  expect(states().filter((id) => ids.includes(id)).length).toBeLessThanOrEqual(
    LIMITS.presencesPerConnection,
  );
});

function awarenessOf(
  clientIds: readonly number[],
  clock: number,
  state: object,
): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, clientIds.length);
  for (const clientId of clientIds) {
    writeVarUint(encoder, clientId);
    writeVarUint(encoder, clock);
    writeVarString(encoder, JSON.stringify(state));
  }
  return toUint8Array(encoder);
}

test("malformed frames close the socket they came through, and nothing else", async () => {
  const { document, textId, name } = await text();
  const { socket, accountId } = await member(document.projectId, "translator");
  const witness = openText(socket, name);
  await witness.synced();
  const cookie = await sessionCookie(accountId);
  const address = (type: number, ...parts: number[]) => {
    const encoder = createEncoder();
    writeVarString(encoder, name);
    for (const part of [type, ...parts]) writeVarUint(encoder, part);
    return toUint8Array(encoder);
  };
  const frames: (Uint8Array | string)[] = [
    new Uint8Array(0),
    new Uint8Array([0xff, 0xff, 0xff, 0xff, 0xff]),
    "not binary at all",
    new Uint8Array(randomBytes(400)),
    address(0),
    address(0, 2, 5, 1),
    address(2, 7),
    address(6, 3),
    address(99),
    polluting("__proto__"),
    polluting("constructor"),
    polluting(`${name}\0${"x".repeat(99)}`),
  ];
  for (const frame of frames) {
    const raw = new WebSocket(url, {
      headers: { cookie, origin: env().NEXTAUTH_URL },
    });
    raw.on("error", () => undefined);
    await new Promise((resolve) => raw.once("open", resolve));
    raw.send(frame);
    raw.terminate();
  }
  expect(({} as { providerVersion?: string }).providerVersion).toBeUndefined();
  witness.type(" and more");
  expect((await witness.flush()).type).toBe("saved");
  expect(await storedText(textId)).toBe("Old words and more");
});

/** A first message to a document of this name, which Hocuspocus keeps in a plain object. */
function polluting(name: string): Uint8Array {
  const encoder = createEncoder();
  writeVarString(encoder, name);
  writeVarUint(encoder, 2);
  writeVarUint(encoder, 0);
  writeVarString(encoder, "1");
  writeVarString(encoder, "polluted");
  return toUint8Array(encoder);
}

test("malformed changes from a member change nothing and stop nobody", async () => {
  const { document, textId, name } = await text();
  const bad = await member(document.projectId, "translator");
  const good = await member(document.projectId, "translator");
  const attacker = openText(bad.socket, name);
  const witness = openText(good.socket, name);
  await Promise.all([attacker.synced(), witness.synced()]);
  const sendUpdate = (update: Uint8Array) => {
    const encoder = createEncoder();
    writeVarString(encoder, attacker.provider.effectiveName);
    writeVarUint(encoder, 0);
    writeVarUint(encoder, 2);
    writeVarUint8Array(encoder, update);
    bad.socket.send(toUint8Array(encoder));
  };
  // A change that builds on one which never came.
  const other = new Y.Doc();
  const paragraphs = other.getXmlFragment(FRAGMENT);
  paragraphs.insert(0, [new Y.XmlElement("paragraph")]);
  const vector = Y.encodeStateVector(other);
  paragraphs.insert(1, [new Y.XmlElement("paragraph")]);
  sendUpdate(Y.encodeStateAsUpdate(other, vector));
  expect(await attacker.flush()).toMatchObject({
    type: "unsaved",
    reason: "unavailable",
  });
  witness.type(" and more");
  expect((await witness.flush()).type).toBe("saved");
  sendUpdate(new Uint8Array([1, 255, 255, 255, 255, 15, 3, 0, 1, 2, 3]));
  await until(() => !attacker.provider.isAuthenticated);
  witness.type(" still");
  expect((await witness.flush()).type).toBe("saved");
  expect(await storedText(textId)).toBe("Old words and more still");
});

test("a text that grows too large is refused, and taken again once it is smaller", async () => {
  const { document, textId, name } = await text("");
  const { socket } = await member(document.projectId, "translator");
  const client = openText(socket, name);
  await client.synced();
  client.type("kept");
  expect((await client.flush()).type).toBe("saved");
  client.type("x".repeat(LIMITS.textBytes));
  expect(await client.flush()).toMatchObject({
    type: "unsaved",
    reason: "too_large",
  });
  client.type(" and unsaved");
  expect(await client.flush()).toMatchObject({
    type: "unsaved",
    reason: "too_large",
  });
  expect(await storedText(textId)).toBe("kept");
  firstText(client.doc).delete(4, LIMITS.textBytes);
  client.provider.forceSync();
  await until(async () => (await client.flush()).type === "saved");
  expect(await storedText(textId)).toBe("kept and unsaved");
});

function firstText(doc: Y.Doc): Y.XmlText {
  const paragraph = doc.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement;
  return paragraph.get(0) as Y.XmlText;
}

test("a message beyond the limit closes its socket, and the text goes on", async () => {
  const { document, name } = await text();
  const { socket } = await member(document.projectId, "translator");
  const client = openText(socket, name);
  await client.synced();
  const isCut = new Promise((resolve) => socket.on("disconnect", resolve));
  socket.send(new Uint8Array(LIMITS.messageBytes + 1));
  await isCut;
  await client.synced();
  expect((await client.flush()).type).toBe("saved");
});

test("a flood of messages closes its socket", async () => {
  const { document, name } = await text();
  const { socket } = await member(document.projectId, "translator");
  const client = openText(socket, name);
  await client.synced();
  const isCut = new Promise<{ event: { code: number } }>((resolve) =>
    socket.on("close", resolve),
  );
  for (let n = 0; n < LIMITS.messageBurst + 500; n += 1)
    client.provider.sendStateless("{}");
  expect((await isCut).event.code).toBe(4429);
});

test("an account has no more windows than its share", async () => {
  const { id } = await buildAccount();
  const cookie = await sessionCookie(id);
  const origin = env().NEXTAUTH_URL;
  const open = Array.from(
    { length: LIMITS.socketsPerAccount },
    () => new WebSocket(url, { headers: { cookie, origin } }),
  );
  await Promise.all(
    open.map(
      (socket) => new Promise((resolve) => socket.once("open", resolve)),
    ),
  );
  expect(await upgrade({ cookie, origin })).toBe(429);
  for (const socket of open) socket.terminate();
  await until(async () => (await upgrade({ cookie, origin })) === 101);
});
