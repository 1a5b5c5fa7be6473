import { randomUUID } from "node:crypto";
import type { HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import {
  createEncoder,
  toUint8Array,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from "lib0/encoding";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { createCollab, type Collab } from "@/collab/server";
import type { Role } from "@/core/access/can";
import { plainText } from "@/core/text/rich-text";
import { richTextFromDoc } from "@/editor/convert";
import { FRAGMENT } from "@/editor/schema";
import { prisma } from "@/server/db/client";
import { readLiveText } from "@/server/db/live-texts";
import { buildDocument, buildMembership, buildNote } from "@/test/factories";
import {
  listen,
  openSocket,
  openText,
  sessionCookie,
  until,
  type LiveClient,
} from "@/test/live-client";
import { STATE_REQUESTS } from "./limits";

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

async function member(projectId: string, role: Role = "translator") {
  const { accountId } = await buildMembership({ projectId, role });
  const socket = openSocket(url, { cookie: await sessionCookie(accountId) });
  sockets.push(socket);
  return socket;
}

async function text() {
  const document = await buildDocument({
    paragraphs: [{ text: "坚持“五链”融合。", target: "Old words" }],
  });
  const textId = document.paragraphs[0]?.translations[0]?.textId ?? "";
  return { projectId: document.projectId, document, textId };
}

/** An honest writer and somebody hostile, both in one text. */
async function meeting(textId: string, projectId: string) {
  const hostileSocket = await member(projectId);
  const honest = openText(await member(projectId), `text:${textId}`);
  const hostile = openText(hostileSocket, `text:${textId}`);
  await Promise.all([honest.synced(), hostile.synced()]);
  return { honest, hostile, hostileSocket };
}

function send(
  socket: HocuspocusProviderWebsocket,
  client: LiveClient,
  type: number,
  payload: Uint8Array,
): void {
  const encoder = createEncoder();
  writeVarString(encoder, client.provider.effectiveName);
  writeVarUint(encoder, 0);
  writeVarUint(encoder, type);
  writeVarUint8Array(encoder, payload);
  socket.send(toUint8Array(encoder));
}

/** The words that the rows hold, whatever any process has in memory. */
async function storedWords(textId: string): Promise<string> {
  const found = await readLiveText(textId);
  const doc = new Y.Doc();
  for (const part of [found?.state ?? null, ...(found?.updates ?? [])])
    if (part !== null) Y.applyUpdate(doc, part);
  return plainText(richTextFromDoc(doc));
}

const DEEP = "[".repeat(20_000) + "]".repeat(20_000);

/** A text of client 7 under the root, and in it one piece whose value is nested 20,000 times. */
function deepValue(kind: "embed" | "format"): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const { restEncoder } = encoder;
  for (const number of [1, 2]) writeVarUint(restEncoder, number);
  encoder.writeClient(7);
  writeVarUint(restEncoder, 0);
  encoder.writeInfo(7);
  encoder.writeParentInfo(true);
  encoder.writeString(FRAGMENT);
  encoder.writeTypeRef(6);
  encoder.writeInfo(kind === "embed" ? 5 : 6);
  encoder.writeParentInfo(false);
  encoder.writeLeftID(Y.createID(7, 0));
  if (kind === "format") encoder.writeKey("bold");
  writeVarString(restEncoder, DEEP);
  writeVarUint(restEncoder, 0);
  return encoder.toUint8Array();
}

function collected(client: number, clock: number, length: number): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  for (const number of [1, 1]) writeVarUint(encoder.restEncoder, number);
  encoder.writeClient(client);
  writeVarUint(encoder.restEncoder, clock);
  encoder.writeInfo(0);
  encoder.writeLen(length);
  writeVarUint(encoder.restEncoder, 0);
  return encoder.toUint8Array();
}

function nested(levels: number): Uint8Array {
  const doc = new Y.Doc();
  let place: Y.XmlFragment = doc.getXmlFragment(FRAGMENT);
  for (let level = 0; level < levels; level += 1) {
    const list = new Y.XmlElement("bulletList");
    place.insert(0, [list]);
    place = list;
  }
  return Y.encodeStateAsUpdate(doc);
}

test.each([
  ["an embedded value of 20,000 levels", () => deepValue("embed")],
  ["a format's value of 20,000 levels", () => deepValue("format")],
  ["2,000 elements in each other", () => nested(2_000)],
])(
  "%s is refused, and others go on writing and saving",
  async (_name, make) => {
    const { textId, projectId } = await text();
    const { honest, hostile, hostileSocket } = await meeting(textId, projectId);
    send(hostileSocket, hostile, 2, make());
    expect(await hostile.flush()).toMatchObject({
      type: "unsaved",
      reason: "not_accepted",
    });
    honest.type(" and more");
    expect((await honest.flush()).type).toBe("saved");
    expect(await storedWords(textId)).toBe("Old words and more");
    const newcomer = openText(await member(projectId), `text:${textId}`);
    await newcomer.synced();
    expect(newcomer.text()).toBe("Old words and more");
  },
);

test("the texts of a note are guarded as translations are", async () => {
  const { document, projectId } = await text();
  const note = await buildNote({ documentId: document.id });
  const { honest, hostile, hostileSocket } = await meeting(
    note.textId,
    projectId,
  );
  send(hostileSocket, hostile, 2, deepValue("embed"));
  expect((await hostile.flush()).type).toBe("unsaved");
  honest.type(" and more");
  expect((await honest.flush()).type).toBe("saved");
  expect(await storedWords(note.textId)).toContain("and more");
});

test("nobody writes under the client id of another, who may be online or away, and whose words are stored", async () => {
  const { textId, projectId } = await text();
  const { honest, hostile, hostileSocket } = await meeting(textId, projectId);
  honest.type(" one");
  expect((await honest.flush()).type).toBe("saved");
  const { clientID } = honest.doc;
  const next = Y.getState(honest.doc.store, clientID);
  send(hostileSocket, hostile, 2, collected(clientID, next, 2 ** 30));
  expect((await hostile.flush()).type).toBe("unsaved");
  honest.type(" two");
  expect((await honest.flush()).type).toBe("saved");
  expect(await storedWords(textId)).toBe("Old words one two");

  // Away: what they write now is under the same id when they are back.
  honest.provider.detach();
  honest.type(" three");
  const state = Y.getState(hostile.doc.store, clientID);
  send(hostileSocket, hostile, 2, collected(clientID, state, 50));
  expect((await hostile.flush()).type).toBe("unsaved");
  honest.provider.attach();
  await until(
    async () => (await storedWords(textId)) === "Old words one two three",
    "the words that were written while away",
  );
});

test("the id of somebody who has only shown themselves is theirs, also after the text left the memory", async () => {
  const { textId, projectId } = await text();
  const first = await meeting(textId, projectId);
  const { clientID } = first.honest.doc;
  await until(
    () => first.hostile.provider.awareness?.getStates().has(clientID) === true,
    "the other to be shown",
  );
  send(first.hostileSocket, first.hostile, 2, collected(clientID, 0, 50));
  expect((await first.hostile.flush()).type).toBe("unsaved");
  first.honest.type(" one");
  expect((await first.honest.flush()).type).toBe("saved");
  const rows = await prisma.liveWriter.findMany({ where: { textId } });
  expect(rows.map(({ client }) => Number(client))).toContain(clientID);
  for (const socket of sockets.splice(0)) socket.destroy();
  await until(
    async () => (await prisma.liveUpdate.count({ where: { textId } })) === 0,
  );
  const socket = await member(projectId);
  const hostile = openText(socket, `text:${textId}`);
  await hostile.synced();
  send(socket, hostile, 2, collected(clientID, 4, 50));
  expect((await hostile.flush()).type).toBe("unsaved");
  expect(await storedWords(textId)).toBe("Old words one");
});

test("one who passes on another's unstored words keeps their own, and is told so when the other is back", async () => {
  const { textId, projectId } = await text();
  const { honest: author, hostile: reader } = await meeting(textId, projectId);
  author.type(" one");
  expect((await author.flush()).type).toBe("saved");
  await until(() => reader.text() === "Old words one");
  author.provider.detach();
  author.type(" two");
  Y.applyUpdate(reader.doc, Y.encodeStateAsUpdate(author.doc));
  expect(await reader.flush()).toMatchObject({ reason: "unavailable" });
  author.provider.attach();
  await until(async () => (await author.flush()).type === "saved");
  await until(async () => (await reader.flush()).type === "saved");
  expect(await storedWords(textId)).toBe("Old words one two");
});

test("a reader who asks for the whole text again and again is turned away, one who comes back is not", async () => {
  const { textId, projectId } = await text();
  const socket = await member(projectId, "reader");
  const reader = openText(socket, `text:${textId}`);
  await reader.synced();
  const closed = new Promise<number>((resolve) =>
    socket.on("close", ({ event }: { event: { code: number } }) =>
      resolve(event.code),
    ),
  );
  for (let count = 0; count < STATE_REQUESTS.burst + 20; count += 1)
    send(socket, reader, 0, new Uint8Array([0]));
  expect(await closed).toBe(4429);
  await until(() => !reader.provider.synced);
  await reader.synced();
  expect(reader.text()).toBe("Old words");
});

test("an id that is nobody's is free to a device that kept words of an earlier window", async () => {
  const { textId, projectId } = await text();
  const client = openText(await member(projectId), `text:${textId}`);
  await client.synced();
  const earlier = new Y.Doc();
  Y.applyUpdate(earlier, Y.encodeStateAsUpdate(client.doc));
  const paragraph = earlier.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement;
  (paragraph.get(0) as Y.XmlText).insert(0, `${randomUUID()} `);
  Y.applyUpdate(client.doc, Y.encodeStateAsUpdate(earlier), "kept");
  expect((await client.flush()).type).toBe("saved");
  expect(await storedWords(textId)).toBe(client.text());
});
