import { randomUUID } from "node:crypto";
import type { HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type * as Y from "yjs";
import { createCollab, type Collab } from "@/collab/server";
import type { Role } from "@/core/access/can";
import { plainText, richTextFromPlain } from "@/core/text/rich-text";
import { FRAGMENT } from "@/editor/schema";
import { listActivities } from "@/server/db/activities";
import { prisma, transaction } from "@/server/db/client";
import { deleteDocument } from "@/server/db/documents";
import { liveServer } from "@/server/live";
import {
  findDocumentTexts,
  readDocumentTexts,
} from "@/server/services/documents/document-texts";
import { buildDocument, buildMembership, buildNote } from "@/test/factories";
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

async function member(projectId: string, role: Role) {
  const { accountId } = await buildMembership({ projectId, role });
  const socket = openSocket(url, { cookie: await sessionCookie(accountId) });
  sockets.push(socket);
  return { accountId, socket };
}

async function withTexts() {
  const document = await buildDocument({ paragraphs: ["坚持“五链”融合。"] });
  return { document, ...(await findDocumentTexts(document)) };
}

const wordsOf = async (documentId: string) => {
  const { introduction, conventions } = await readDocumentTexts(documentId);
  return [introduction, conventions].map((text) => text && plainText(text));
};

test("those who prepare editions write what stands before a document; it is stored, read and logged", async () => {
  const { document, introductionTextId, conventionsTextId } = await withTexts();
  const { projectId } = document;
  for (const role of ["owner", "reviewer", "translator"] as const) {
    const { accountId, socket } = await member(projectId, role);
    const client = openText(socket, `text:${introductionTextId}`);
    await client.synced();
    client.type(`By a ${role}. `);
    expect((await client.flush()).type).toBe("saved");
    expect((await listActivities(projectId, 1))[0]).toMatchObject({
      action: "introduction.edit",
      subjectId: document.id,
      accountId,
    });
  }
  expect(await wordsOf(document.id)).toEqual([
    "By a owner. By a reviewer. By a translator. ",
    "",
  ]);
  await liveServer()?.write(
    conventionsTextId,
    richTextFromPlain("Numbers are converted."),
    null,
  );
  expect((await wordsOf(document.id))[1]).toBe("Numbers are converted.");
});

test("readers and commenters read it and write nothing into it", async () => {
  const { document, introductionTextId } = await withTexts();
  await liveServer()?.write(
    introductionTextId,
    richTextFromPlain("Old words"),
    null,
  );
  for (const role of ["reader", "commenter"] as const) {
    const { socket } = await member(document.projectId, role);
    const client = openText(socket, `text:${introductionTextId}`);
    await client.synced();
    expect(client.text()).toBe("Old words");
    client.type(" and more");
    expect(await client.flush()).toMatchObject({
      type: "unsaved",
      reason: "read_only",
    });
  }
  expect((await wordsOf(document.id))[0]).toBe("Old words");
});

test("it does not exist for members of other projects, nor do ids that are no text's", async () => {
  const { introductionTextId, conventionsTextId, document } = await withTexts();
  const other = await withTexts();
  const { socket } = await member(other.document.projectId, "owner");
  for (const wanted of [
    introductionTextId,
    conventionsTextId,
    document.id,
    randomUUID(),
  ]) {
    const client = openText(socket, `text:${wanted}`);
    await until(() => client.refusals.length > 0);
    expect(client.refusals).toEqual(["not_found"]);
    expect(client.text()).toBe("");
  }
});

test("it takes no marks of notes, whatever a client puts into it", async () => {
  const { document, introductionTextId } = await withTexts();
  const note = await buildNote({ documentId: document.id, body: "Why" });
  const { socket } = await member(document.projectId, "translator");
  const client = openText(socket, `text:${introductionTextId}`);
  await client.synced();
  client.type("Five chains");
  const paragraph = client.doc.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement;
  const mark = { noteMark: { noteId: note.id, ref: "ref001" } };
  client.doc.transact(() =>
    (paragraph.get(0) as Y.XmlText).insertEmbed(4, mark),
  );
  expect((await client.flush()).type).toBe("saved");
  const stored = await prisma.liveText.findUniqueOrThrow({
    where: { id: introductionTextId },
  });
  expect(stored).toMatchObject({
    noteIds: [],
    plainText: "Five chains",
    richText: {
      blocks: [{ runs: [{ kind: "text", text: "Five chains", marks: [] }] }],
    },
  });
});

test("it goes with its document, and whoever writes in it is told", async () => {
  const { document, introductionTextId } = await withTexts();
  const { socket } = await member(document.projectId, "translator");
  const client = openText(socket, `text:${introductionTextId}`);
  await client.synced();
  await transaction((db) => deleteDocument(document.id, db));
  client.type("Too late");
  await until(() => !client.provider.isAuthenticated);
  await client.provider.sendToken();
  await until(() => client.refusals.includes("not_found"));
  expect(
    await prisma.liveText.count({ where: { id: introductionTextId } }),
  ).toBe(0);
});
