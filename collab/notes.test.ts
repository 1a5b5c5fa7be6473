import type { HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { TextSelection } from "@tiptap/pm/state";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createCollab, type Collab } from "@/collab/server";
import type { Role } from "@/core/access/can";
import { richTextFromPlain, type RichText } from "@/core/text/rich-text";
import { insertNote, removeNote } from "@/editor/commands/insert-note";
import { richTextFromDoc } from "@/editor/convert";
import { prisma } from "@/server/db/client";
import { liveServer } from "@/server/live";
import {
  buildDocument,
  buildMembership,
  buildNote,
  buildTerm,
  buildTermNote,
} from "@/test/factories";
import {
  openHeadlessEditor,
  type HeadlessEditor,
} from "@/test/headless-editor";
import {
  listen,
  openSocket,
  openText,
  sessionCookie,
  until,
  type LiveClient,
} from "@/test/live-client";

let collab: Collab;
let url: string;
let close: () => void;
const sockets: HocuspocusProviderWebsocket[] = [];
const editors: HeadlessEditor[] = [];

beforeAll(async () => {
  collab = createCollab();
  const listening = await listen(collab);
  url = listening.url;
  close = () => listening.server.close();
});

afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy();
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
  return { accountId, socket };
}

/** A document whose one row is approved, with a note of it. */
async function noted(body = "") {
  const document = await buildDocument({
    paragraphs: [
      {
        text: "坚持“五链”融合。",
        target: "Integrate the five chains.",
        status: "approved",
      },
    ],
  });
  const translation = document.paragraphs[0]?.translations[0];
  if (translation === undefined)
    throw new Error("The factory built no translation.");
  const note = await buildNote({ documentId: document.id, body });
  return { document, translation, note, name: `text:${translation.textId}` };
}

function edit(client: LiveClient): HeadlessEditor {
  const editor = openHeadlessEditor(client.doc);
  editors.push(editor);
  return editor;
}

/** Puts a note's mark behind this many letters of the first paragraph. */
function mark(editor: HeadlessEditor, noteId: string, at: number) {
  const { tr, doc } = editor.state();
  editor.dispatch(tr.setSelection(TextSelection.create(doc, at + 1)));
  insertNote(noteId, "ref001")(editor.state(), (change) =>
    editor.dispatch(change),
  );
}

const drawn = (richText: RichText) =>
  richText.blocks
    .flatMap((block) => (block.kind === "paragraph" ? block.runs : []))
    .map((run) => (run.kind === "text" ? run.text : "*"))
    .join("");

const storedText = (id: string) =>
  prisma.liveText.findUniqueOrThrow({ where: { id } });

test("a mark travels to others and into the database, and leaves the paragraph approved", async () => {
  const { document, translation, note, name } = await noted();
  const one = await member(document.projectId);
  const two = await member(document.projectId);
  const [first, second] = [
    openText(one.socket, name),
    openText(two.socket, name),
  ];
  const channel = openText(two.socket, `document:${document.id}`);
  await Promise.all([first.synced(), second.synced(), channel.synced()]);
  const editor = edit(first);
  mark(editor, note.id, 25);
  expect((await first.flush()).type).toBe("saved");
  const marked = "Integrate the five chains*.";
  await until(() => drawn(richTextFromDoc(second.doc)) === marked);
  await until(() => channel.messages.length > 0);
  expect(channel.messages.at(-1)).toMatchObject({
    type: "translation",
    id: translation.id,
    status: "approved",
    target: { blocks: [{ runs: [{}, { kind: "note", noteId: note.id }, {}] }] },
  });
  const stored = await storedText(translation.textId);
  expect(stored.noteIds).toEqual([note.id]);
  expect(stored.plainText).toBe("Integrate the five chains.");
  const statusNow = async () =>
    (
      await prisma.translation.findUniqueOrThrow({
        where: { id: translation.id },
      })
    ).status;
  expect(await statusNow()).toBe("approved");

  removeNote(note.id)(editor.state(), (tr) => editor.dispatch(tr));
  expect((await first.flush()).type).toBe("saved");
  expect((await storedText(translation.textId)).noteIds).toEqual([]);
  expect(await statusNow()).toBe("approved");

  // Words are what was approved.
  second.type(" Truly.");
  expect((await second.flush()).type).toBe("saved");
  expect(await statusNow()).toBe("translated");
});

test("a mark and a word behind it that two people write at once are both where they were written", async () => {
  const { document, translation, note, name } = await noted();
  const one = await member(document.projectId);
  const two = await member(document.projectId);
  const [first, second] = [
    openText(one.socket, name),
    openText(two.socket, name),
  ];
  await Promise.all([first.synced(), second.synced()]);
  const [left, right] = [edit(first), edit(second)];
  mark(left, note.id, 18);
  right.dispatch(right.state().tr.insertText(" and more", 26));
  await Promise.all([first.flush(), second.flush()]);
  const wanted = "Integrate the five* chains and more.";
  await until(() => drawn(richTextFromDoc(first.doc)) === wanted);
  await until(() => drawn(richTextFromDoc(second.doc)) === wanted);
  await until(
    async () =>
      (await storedText(translation.textId)).plainText ===
      "Integrate the five chains and more.",
  );
});

test("two people write in one note, which is a draft again, and everyone in the document hears of it", async () => {
  const { document, note } = await noted("Five chains");
  await prisma.note.update({
    where: { id: note.id },
    data: { status: "reviewed" },
  });
  const one = await member(document.projectId);
  const two = await member(document.projectId, "reviewer");
  const reader = await member(document.projectId, "reader");
  const name = `text:${note.textId}`;
  const [first, second] = [
    openText(one.socket, name),
    openText(two.socket, name),
  ];
  const channel = openText(reader.socket, `document:${document.id}`);
  await Promise.all([first.synced(), second.synced(), channel.synced()]);
  expect((await first.flush()).type).toBe("saved");
  const noteNow = () =>
    prisma.note.findUniqueOrThrow({ where: { id: note.id } });
  // Looking at it changes nothing.
  expect((await noteNow()).status).toBe("reviewed");

  first.type(" of innovation");
  await first.flush();
  await until(() => second.text().includes("innovation"));
  second.type(" and industry");
  await second.flush();
  const body = "Five chains of innovation and industry";
  expect((await storedText(note.textId)).plainText).toBe(body);
  const { status, updatedAt } = await noteNow();
  expect(status).toBe("draft");
  expect(updatedAt.getTime()).toBeGreaterThan(note.updatedAt.getTime());
  const isHeard = () =>
    channel.messages.some(
      (message) => message.type === "note_text" && drawn(message.body) === body,
    );
  await until(isHeard);
  expect(channel.messages.at(-1)).toMatchObject({
    id: note.id,
    status: "draft",
  });
  const activities = await prisma.activity.findMany({
    where: { subjectId: note.id },
    orderBy: { id: "asc" },
  });
  expect(
    activities.map(({ action, accountId, data }) => ({
      action,
      accountId,
      data,
    })),
  ).toEqual(
    expect.arrayContaining([
      { action: "note.edit", accountId: one.accountId, data: null },
      { action: "note.edit", accountId: two.accountId, data: null },
      {
        action: "note.status",
        accountId: one.accountId,
        data: { from: "reviewed", to: "draft", byEditing: true },
      },
    ]),
  );
  expect(activities).toHaveLength(3);
});

test("a stretch of writing is one revision; another writer and a state put in as a whole begin new ones", async () => {
  const { document, note } = await noted();
  const one = await member(document.projectId);
  const two = await member(document.projectId);
  const name = `text:${note.textId}`;
  const [first, second] = [
    openText(one.socket, name),
    openText(two.socket, name),
  ];
  await Promise.all([first.synced(), second.synced()]);
  const revisions = async () => {
    const rows = await prisma.textRevision.findMany({
      where: { textId: note.textId },
      orderBy: [{ updatedAt: "asc" }],
    });
    return rows.map(({ plainText, accountId }) => [plainText, accountId]);
  };
  for (const words of ["Five", " chains", " linked"]) {
    first.type(words);
    await first.flush();
  }
  expect(await revisions()).toEqual([["Five chains linked", one.accountId]]);
  await until(() => second.text() === "Five chains linked");
  second.type("!");
  await second.flush();
  expect(await revisions()).toEqual([
    ["Five chains linked", one.accountId],
    ["Five chains linked!", two.accountId],
  ]);
  await liveServer()?.write(
    note.textId,
    richTextFromPlain("Five chains linked"),
    two.accountId,
  );
  expect(await revisions()).toEqual([
    ["Five chains linked", one.accountId],
    ["Five chains linked!", two.accountId],
    ["Five chains linked", two.accountId],
  ]);
  // After a rest the same writer begins anew.
  await prisma.textRevision.updateMany({
    where: { textId: note.textId },
    data: { updatedAt: new Date(Date.now() - 11 * 60_000) },
  });
  await until(() => second.text() === "Five chains linked");
  second.type(".");
  await second.flush();
  expect(await revisions()).toHaveLength(4);
});

test("a note that is deleted while someone writes in it keeps every word, can be read, and is written in again once it is back", async () => {
  const { document, note } = await noted("Five");
  const writer = await member(document.projectId);
  const name = `text:${note.textId}`;
  const client = openText(writer.socket, name);
  await client.synced();
  client.type(" chains");
  await prisma.note.update({
    where: { id: note.id },
    data: { deletedAt: new Date() },
  });
  client.type(" and more");
  expect((await client.flush()).type).toBe("saved");
  expect((await storedText(note.textId)).plainText).toBe(
    "Five chains and more",
  );

  const late = await member(document.projectId);
  const reading = openText(late.socket, name);
  await reading.synced();
  expect(reading.text()).toBe("Five chains and more");
  reading.type(" smuggled");
  expect(await reading.flush()).toMatchObject({
    type: "unsaved",
    reason: "read_only",
  });
  expect((await storedText(note.textId)).plainText).toBe(
    "Five chains and more",
  );

  await prisma.note.update({
    where: { id: note.id },
    data: { deletedAt: null },
  });
  const again = openText((await member(document.projectId)).socket, name);
  await again.synced();
  again.type(".");
  expect((await again.flush()).type).toBe("saved");
  expect((await storedText(note.textId)).plainText).toBe(
    "Five chains and more.",
  );
});

test("the note of a term is heard of in every document of its project, and in no other", async () => {
  const { document } = await noted();
  const { projectId } = document;
  const elsewhere = await buildDocument({ projectId });
  const foreign = await buildDocument();
  const term = await buildTerm({ projectId });
  const note = await buildTermNote({ termId: term.id });
  const writer = await member(projectId);
  const stranger = await member(foreign.projectId);
  const channels = [document, elsewhere].map(({ id }) =>
    openText(writer.socket, `document:${id}`),
  );
  const other = openText(stranger.socket, `document:${foreign.id}`);
  const client = openText(writer.socket, `text:${note.textId}`);
  await Promise.all([...channels, other, client].map((each) => each.synced()));
  client.type("Five chains");
  await client.flush();
  for (const channel of channels) {
    await until(() => channel.messages.length > 0);
    expect(channel.messages).toMatchObject([
      { type: "note_text", id: note.id, status: "draft" },
    ]);
  }
  expect(other.messages).toEqual([]);
});

test("folding keeps what is derived: the marks, and the words that were approved", async () => {
  const { document, translation, note, name } = await noted();
  const { socket } = await member(document.projectId);
  const client = openText(socket, name);
  await client.synced();
  mark(edit(client), note.id, 9);
  expect((await client.flush()).type).toBe("saved");
  const before = await storedText(translation.textId);
  for (const editor of editors.splice(0)) editor.destroy();
  client.close();
  const where = { textId: translation.textId };
  await until(async () => (await prisma.liveUpdate.count({ where })) === 0);
  const after = await storedText(translation.textId);
  expect(after.noteIds).toEqual([note.id]);
  expect(after.wordsHash).toBe(before.wordsHash);
  expect(after.richText).toEqual(before.richText);
});
