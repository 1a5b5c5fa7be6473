import { expect, it } from "vitest";
import type { Actor } from "@/core/access/can";
import { prisma, transaction } from "@/server/db/client";
import { lockNotesOf } from "@/server/db/note-changes";
import { newId } from "@/server/ids";
import { deleteDocument } from "@/server/services/documents/delete-document";
import { updateTerm } from "@/server/services/glossary/edit-terms";
import { deleteProject } from "@/server/services/projects";
import { buildActor } from "@/test/actors";
import {
  buildAccount,
  buildDocument,
  buildNote,
  buildTerm,
  buildTermNote,
} from "@/test/factories";
import { createNote } from "./create-note";
import { explainTerm } from "./explain-term";
import { removeNotes, restoreNotes } from "./remove-notes";
import { reviewNotes } from "./review-notes";
import { suppressNote } from "./suppress-note";

async function everything() {
  const term = await buildTerm();
  const { projectId } = term;
  const owner = await buildActor(projectId, "owner");
  const document = await buildDocument({ projectId });
  const author = await buildAccount();
  const note = await buildNote({
    documentId: document.id,
    createdById: author.id,
    statusById: author.id,
  });
  const explanation = await buildTermNote({ termId: term.id });
  await prisma.noteSuppression.create({
    data: { documentId: document.id, noteId: explanation.id },
  });
  for (const textId of [note.textId, explanation.textId]) {
    await prisma.textRevision.create({
      data: {
        id: newId(),
        textId,
        richText: { version: 2, blocks: [] },
        plainText: "",
        accountId: author.id,
      },
    });
    await prisma.liveUpdate.create({
      data: { textId, update: new Uint8Array([0, 0]) },
    });
  }
  return { projectId, owner, document, note, explanation, author };
}

const count = async (projectId: string) => ({
  texts: await prisma.liveText.count({ where: { projectId } }),
  notes: await prisma.note.count({ where: { projectId } }),
  revisions: await prisma.textRevision.count({
    where: { text: { projectId } },
  }),
  updates: await prisma.liveUpdate.count({ where: { text: { projectId } } }),
  suppressions: await prisma.noteSuppression.count({
    where: { note: { projectId } },
  }),
});

const input = (documentId: string) => ({
  id: newId(),
  documentId,
  kind: "background" as const,
  anchor: null,
});

async function removeProject(actor: Actor, projectId: string) {
  const { name } = await prisma.project.findUniqueOrThrow({
    where: { id: projectId },
  });
  await deleteProject(actor, { projectId, confirmation: name });
}

it("a document that is deleted takes its notes along, and leaves those of terms", async () => {
  const { projectId, owner, document, explanation } = await everything();
  await deleteDocument(owner, { documentId: document.id });
  expect(await count(projectId)).toEqual({
    texts: 1,
    notes: 1,
    revisions: 1,
    updates: 1,
    suppressions: 0,
  });
  expect(
    await prisma.note.findUnique({ where: { id: explanation.id } }),
  ).not.toBeNull();
});

it("a project that is deleted takes all of its notes along", async () => {
  const { projectId, owner } = await everything();
  const elsewhere = await everything();
  const before = await count(elsewhere.projectId);
  await removeProject(owner, projectId);
  expect(await count(projectId)).toEqual({
    texts: 0,
    notes: 0,
    revisions: 0,
    updates: 0,
    suppressions: 0,
  });
  expect(await count(elsewhere.projectId)).toEqual(before);
});

it("an account that is deleted leaves the notes that it wrote", async () => {
  const { note, author, projectId } = await everything();
  const before = await count(projectId);
  await prisma.account.delete({ where: { id: author.id } });
  expect(
    await prisma.note.findUnique({ where: { id: note.id } }),
  ).toMatchObject({ createdById: null, statusById: null });
  expect(await count(projectId)).toEqual(before);
});

it("a note that is made while its document is being deleted leaves no text behind", async () => {
  const { projectId, owner, document } = await everything();
  const making = input(document.id);
  let deleting: Promise<unknown> = Promise.resolve();
  await transaction(async (db) => {
    await lockNotesOf(document.id, db);
    deleting = deleteDocument(owner, { documentId: document.id });
    await expectToWait();
    const text = await db.liveText.create({
      data: {
        id: newId(),
        projectId,
        kind: "note",
        richText: { version: 2, blocks: [] },
      },
    });
    await db.note.create({
      data: {
        id: making.id,
        projectId,
        documentId: document.id,
        kind: "doubt",
        textId: text.id,
        citations: { version: 1, items: [] },
      },
    });
  });
  await deleting;
  expect(await count(projectId)).toMatchObject({ texts: 1, notes: 1 });
});

it("making and changing notes and deleting their document or project end in one order or the other", async () => {
  for (const remove of [
    (owner: Actor, _: string, documentId: string) =>
      deleteDocument(owner, { documentId }),
    (owner: Actor, projectId: string) => removeProject(owner, projectId),
  ]) {
    const { projectId, owner, document, note, explanation } =
      await everything();
    const { id: termId } = await buildTerm({ projectId, source: "未来农场" });
    const documentId = document.id;
    const noteId = explanation.id;
    const changes = () => [
      createNote(owner, input(documentId)),
      explainTerm(owner, { termId }),
      suppressNote(owner, { documentId, noteId, suppressed: false }),
      suppressNote(owner, { documentId, noteId, suppressed: true }),
      reviewNotes(owner, { noteIds: [note.id], status: "draft" }),
      removeNotes(owner, { noteIds: [note.id, explanation.id] }),
      restoreNotes(owner, { noteIds: [note.id, explanation.id] }),
      updateTerm(owner, {
        termId,
        source: "未来的农场",
        target: "future farm",
        pinyin: "",
        note: "",
        status: "proposed",
        category: "term",
      }),
    ];
    const results = await Promise.allSettled([
      ...changes(),
      remove(owner, projectId, documentId),
      ...changes(),
    ]);
    for (const result of results) {
      if (result.status === "rejected")
        expect(result.reason).toMatchObject({
          message: expect.stringMatching(
            /^(not_found|note_deleted)$/,
          ) as string,
        });
    }
    const notes = await prisma.note.count({ where: { projectId } });
    expect(await count(projectId)).toMatchObject({ texts: notes });
    expect(
      await prisma.note.count({ where: { documentId: document.id } }),
    ).toBe(0);
  }
});

/** Returns when somebody waits for a lock. */
async function expectToWait(): Promise<void> {
  await expect
    .poll(async () => {
      const [row] = await prisma.$queryRaw<{ n: number }[]>`
        SELECT count(*)::int AS n FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      return row?.n;
    })
    .toBeGreaterThan(0);
}
