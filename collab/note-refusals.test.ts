import { randomUUID } from "node:crypto";
import type { HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { createCollab, type Collab } from "@/collab/server";
import type { Role } from "@/core/access/can";
import { MAX_TEXT_CHARACTERS, RichTextSchema } from "@/core/text/rich-text";
import { FRAGMENT } from "@/editor/schema";
import { prisma } from "@/server/db/client";
import {
  buildDocument,
  buildMembership,
  buildNote,
  buildTerm,
  buildTermNote,
} from "@/test/factories";
import {
  listen,
  openSocket,
  openText,
  sessionCookie,
  until,
  type LiveClient,
} from "@/test/live-client";
import { LIMITS } from "./limits";

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

async function member(projectId: string, role: Role = "translator") {
  const { accountId } = await buildMembership({ projectId, role });
  const socket = openSocket(url, { cookie: await sessionCookie(accountId) });
  sockets.push(socket);
  return socket;
}

async function noted(body = "Old words") {
  const document = await buildDocument({
    paragraphs: [{ text: "坚持“五链”融合。", target: "Begin." }],
  });
  const note = await buildNote({ documentId: document.id, body });
  const textId = document.paragraphs[0]?.translations[0]?.textId ?? "";
  return { document, note, textId, name: `text:${note.textId}` };
}

const stored = (id: string) =>
  prisma.liveText.findUniqueOrThrow({ where: { id } });

/** The one text of a live text's first paragraph. */
function firstText({ doc }: LiveClient): Y.XmlText {
  const paragraph = doc.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement;
  return paragraph.get(0) as Y.XmlText;
}

test("readers and commenters read notes and write nothing into them", async () => {
  for (const role of ["reader", "commenter"] as const) {
    const { document, note, name } = await noted();
    const client = openText(await member(document.projectId, role), name);
    await client.synced();
    expect(client.text()).toBe("Old words");
    client.type(" and more");
    expect(await client.flush()).toMatchObject({
      type: "unsaved",
      reason: "read_only",
    });
    expect((await stored(note.textId)).plainText).toBe("Old words");
    expect(
      await prisma.textRevision.count({ where: { textId: note.textId } }),
    ).toBe(0);
  }
});

test("a note of another project, of a document or of a term, does not exist for a stranger", async () => {
  const { note } = await noted();
  const term = await buildTermNote({ termId: (await buildTerm()).id });
  const { document } = await noted();
  const socket = await member(document.projectId, "owner");
  for (const wanted of [note.textId, term.textId, note.id, randomUUID()]) {
    const client = openText(socket, `text:${wanted}`);
    await until(() => client.refusals.length > 0);
    expect(client.refusals).toEqual(["not_found"]);
    expect(client.text()).toBe("");
  }
});

test("a deleted note is there only for those who could bring it back", async () => {
  const { document, note, name } = await noted();
  await prisma.note.update({
    where: { id: note.id },
    data: { deletedAt: new Date() },
  });
  for (const role of ["reader", "commenter"] as const) {
    const client = openText(await member(document.projectId, role), name);
    await until(() => client.refusals.length > 0);
    expect(client.refusals).toEqual(["not_found"]);
    expect(client.text()).toBe("");
  }
  const translator = openText(await member(document.projectId), name);
  await translator.synced();
  expect(translator.text()).toBe("Old words");
});

test("a note takes no marks of notes, whatever a client puts into its text", async () => {
  const { document, note, name } = await noted("Five chains");
  const client = openText(await member(document.projectId), name);
  await client.synced();
  const mark = { noteMark: { noteId: note.id, ref: "ref001" } };
  client.doc.transact(() => firstText(client).insertEmbed(4, mark));
  expect((await client.flush()).type).toBe("saved");
  expect(await stored(note.textId)).toMatchObject({
    noteIds: [],
    plainText: "Five chains",
    richText: {
      blocks: [{ runs: [{ kind: "text", text: "Five chains", marks: [] }] }],
    },
  });
});

test("what a client embeds that is no mark is left out, and marks of other notes harm nothing", async () => {
  const { document, textId, note } = await noted();
  const { note: foreign } = await noted();
  const client = openText(await member(document.projectId), `text:${textId}`);
  await client.synced();
  const embeds: object[] = [
    { noteMark: { noteId: foreign.id.toUpperCase(), ref: "ref001" } },
    { noteMark: { noteId: foreign.id, ref: "ref001" } },
    { noteMark: { noteId: note.id, ref: "ref001" } },
    { noteMark: { noteId: note.id, ref: "'; DROP TABLE" } },
    { noteMark: { noteId: "{evil}", ref: "ref001" } },
    { noteMark: { noteId: ["a"], ref: { b: 1 } } },
    { noteMark: null },
    { __proto__: { noteMark: 1 }, image: "x".repeat(1000) },
  ];
  client.doc.transact(() => {
    for (const embed of embeds) firstText(client).insertEmbed(3, embed);
  });
  expect((await client.flush()).type).toBe("saved");
  const row = await stored(textId);
  expect(row.plainText).toBe("Begin.");
  expect([...row.noteIds].sort()).toEqual([foreign.id, note.id].sort());
  expect(RichTextSchema.safeParse(row.richText).success).toBe(true);
});

test("links to scripts lose the link, and lists deeper than anybody writes are flattened", async () => {
  const { document, note, name } = await noted();
  const client = openText(await member(document.projectId), name);
  await client.synced();
  client.doc.transact(() => {
    firstText(client).insert(0, "press here ", {
      link: { href: "javascript:alert(1)" },
    });
    let place: Y.XmlFragment = client.doc.getXmlFragment(FRAGMENT);
    for (let level = 0; level < 30; level += 1) {
      const [list, item] = [
        new Y.XmlElement("bulletList"),
        new Y.XmlElement("listItem"),
      ];
      list.insert(0, [item]);
      place.insert(place.length, [list]);
      place = item;
    }
  });
  expect((await client.flush()).type).toBe("saved");
  const row = await stored(note.textId);
  expect(row.plainText).toContain("press here Old words");
  expect(JSON.stringify(row.richText)).not.toContain("javascript");
  expect(RichTextSchema.safeParse(row.richText).success).toBe(true);
});

test("a note of 100,000 characters is written live, and one beyond what a text may hold is refused", async () => {
  const { document, note, name } = await noted("");
  const client = openText(await member(document.projectId), name);
  await client.synced();
  const long = "五链".repeat(MAX_TEXT_CHARACTERS / 2);
  client.type(long);
  expect((await client.flush()).type).toBe("saved");
  expect((await stored(note.textId)).plainText).toBe(long);
  client.type("x".repeat(LIMITS.textBytes));
  expect(await client.flush()).toMatchObject({
    type: "unsaved",
    reason: "too_large",
  });
  expect((await stored(note.textId)).plainText).toBe(long);
});
