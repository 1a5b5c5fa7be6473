import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listActivities } from "@/server/db/activities";
import { prisma } from "@/server/db/client";
import { newId } from "@/server/ids";
import { shareLiveServer } from "@/server/live";
import { buildActor, buildActors, type Actors } from "@/test/actors";
import {
  buildDocument,
  buildNote,
  buildTerm,
  buildTermNote,
} from "@/test/factories";
import { listenLive } from "@/test/listen-live";
import { removeNotes, restoreNotes } from "./remove-notes";
import { viewNotes } from "./view-notes";

let document: Awaited<ReturnType<typeof buildDocument>>;
let first: string;
let second: string;
let actors: Actors;

beforeEach(async () => {
  first = newId();
  document = await buildDocument({
    paragraphs: [{ text: "八八战略", target: "Double Eight", notes: [first] }],
  });
  const documentId = document.id;
  await buildNote({ id: first, documentId, body: "A strategy of 2003." });
  second = (await buildNote({ documentId })).id;
  actors = await buildActors(document.projectId);
});

afterEach(() => shareLiveServer(null));

async function deletedIds(): Promise<readonly string[]> {
  const { notes } = await viewNotes(actors.translator, document.id);
  return notes.flatMap(({ id, deletedAt }) => (deletedAt === null ? [] : [id]));
}

describe("deleting notes and bringing them back", () => {
  it("keeps the note with its words and its marks for whoever may bring it back", async () => {
    const announced = listenLive();
    const before = await viewNotes(actors.reader, document.id);
    expect(await removeNotes(actors.translator, { noteIds: [first] })).toEqual({
      noteIds: [first],
    });
    const note = { id: first, deletedAt: expect.any(String) as string };
    expect(announced).toMatchObject([
      { documentId: document.id, message: { type: "note", note } },
    ]);
    expect(await deletedIds()).toEqual([first]);
    const reader = await viewNotes(actors.reader, document.id);
    expect(reader.notes.map(({ id }) => id)).toEqual([second]);
    await restoreNotes(actors.translator, { noteIds: [first] });
    expect(await viewNotes(actors.reader, document.id)).toEqual(before);
    const log = await listActivities(document.projectId, 5);
    expect(log.map(({ action, subjectId }) => [action, subjectId])).toEqual([
      ["note.restore", first],
      ["note.delete", first],
    ]);
  });

  it("says which of many it really deleted, so that undoing brings back no others", async () => {
    await removeNotes(actors.owner, { noteIds: [first] });
    const announced = listenLive();
    const both = { noteIds: [first, second] };
    expect(await removeNotes(actors.owner, both)).toEqual({
      noteIds: [second],
    });
    expect(await removeNotes(actors.owner, both)).toEqual({ noteIds: [] });
    expect(announced).toHaveLength(1);
    const back = await restoreNotes(actors.owner, both);
    expect(new Set(back.noteIds)).toEqual(new Set([first, second]));
    expect(announced.at(-1)).toEqual({
      documentId: document.id,
      message: { type: "notes" },
    });
    expect((await listActivities(document.projectId, 1))[0]).toMatchObject({
      action: "note.restore",
      subjectId: null,
      data: { count: 2 },
    });
  });

  it("tells every document of the project when the note explains a term", async () => {
    const term = await buildTerm({ projectId: document.projectId });
    const { id } = await buildTermNote({ termId: term.id });
    const sister = await buildDocument({ projectId: document.projectId });
    const announced = listenLive();
    await removeNotes(actors.owner, { noteIds: [id, second] });
    const message = { type: "notes" };
    expect(announced).toHaveLength(2);
    expect(announced).toEqual(
      expect.arrayContaining([
        { documentId: document.id, message },
        { documentId: sister.id, message },
      ]),
    );
  });

  it("deletes all or none", async () => {
    const elsewhere = await buildNote();
    for (const other of [newId(), elsewhere.id])
      await expect(
        removeNotes(actors.owner, { noteIds: [first, other] }),
      ).rejects.toMatchObject({ code: "not_found" });
    expect(await deletedIds()).toEqual([]);
    expect(
      await prisma.note.findUnique({ where: { id: elsewhere.id } }),
    ).toMatchObject({ deletedAt: null });
  });

  it("is for owners, reviewers and translators of the notes' own project", async () => {
    await removeNotes(actors.owner, { noteIds: [second] });
    const neighbour = await buildActor(
      (await buildDocument()).projectId,
      "owner",
    );
    for (const [actor, code] of [
      [actors.commenter, "forbidden"],
      [actors.reader, "forbidden"],
      [actors.stranger, "not_found"],
      [neighbour, "not_found"],
    ] as const) {
      await expect(
        removeNotes(actor, { noteIds: [first] }),
      ).rejects.toMatchObject({ code });
      await expect(
        restoreNotes(actor, { noteIds: [second] }),
      ).rejects.toMatchObject({ code });
    }
    expect(await deletedIds()).toEqual([second]);
    expect(await listActivities(document.projectId, 5)).toHaveLength(1);
  });

  it("lets two people who delete the same notes at once delete each of them once", async () => {
    const noteIds = [first, second];
    const done = await Promise.all([
      removeNotes(actors.owner, { noteIds }),
      removeNotes(actors.translator, { noteIds: noteIds.toReversed() }),
    ]);
    expect(done.flatMap((each) => each.noteIds).sort()).toEqual(
      noteIds.toSorted(),
    );
  });
});
