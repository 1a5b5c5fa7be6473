import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  plainText,
  richTextFromPlain,
  type RichText,
} from "@/core/text/rich-text";
import { listActivities } from "@/server/db/activities";
import { prisma } from "@/server/db/client";
import { insertNotes } from "@/server/db/notes";
import { newId } from "@/server/ids";
import { shareLiveServer } from "@/server/live";
import { buildActor, buildActors, type Actors } from "@/test/actors";
import { buildDocument, buildNote } from "@/test/factories";
import { listenLive } from "@/test/listen-live";
import { listRevisions, restoreRevision } from "./revisions";

let note: Awaited<ReturnType<typeof buildNote>>;
let actors: Actors;

beforeEach(async () => {
  note = await buildNote({ body: "Now." });
  actors = await buildActors(note.projectId);
});

afterEach(() => shareLiveServer(null));

async function keep(
  words: string,
  minute: number,
  textId = note.textId,
): Promise<string> {
  const at = (seconds: number) =>
    new Date(Date.UTC(2026, 2, 1, 8, minute, seconds));
  const { id } = await prisma.textRevision.create({
    data: {
      id: newId(),
      textId,
      richText: richTextFromPlain(words),
      plainText: words,
      accountId: actors.translator.accountId,
      createdAt: at(0),
      updatedAt: at(30),
    },
  });
  return id;
}

const markDeleted = () =>
  prisma.note.update({
    where: { id: note.id },
    data: { deletedAt: new Date() },
  });

describe("the revisions of a note", () => {
  it("are listed newest first, with who wrote and when", async () => {
    const first = await keep("First.", 1);
    const second = await keep("Second.", 30);
    const { accountId: id, name } = actors.translator;
    expect(await listRevisions(actors.reader, note.id)).toEqual([
      {
        id: second,
        author: { id, name },
        from: "2026-03-01T08:30:00.000Z",
        to: "2026-03-01T08:30:30.000Z",
        body: richTextFromPlain("Second."),
      },
      expect.objectContaining({ id: first }),
    ]);
  });

  it("begin with the words that a note was brought in with", async () => {
    const id = newId();
    await insertNotes(note.projectId, [
      {
        id,
        textId: newId(),
        documentId: note.documentId,
        termHash: null,
        termSource: null,
        kind: "translator",
        status: "reviewed",
        body: richTextFromPlain("As it came."),
        anchor: null,
        citations: [],
        createdById: actors.owner.accountId,
        createdAt: new Date(),
      },
    ]);
    const [only] = await listRevisions(actors.reader, id);
    expect(only).toMatchObject({ author: null });
    expect(plainText(only?.body ?? richTextFromPlain(""))).toBe("As it came.");
  });

  it("are for whoever may read the note's project; of a deleted note for whoever could bring it back", async () => {
    const neighbour = await buildActor(
      (await buildDocument()).projectId,
      "owner",
    );
    for (const actor of [actors.stranger, neighbour])
      await expect(listRevisions(actor, note.id)).rejects.toMatchObject({
        code: "not_found",
      });
    for (const id of [newId(), "no-id"])
      await expect(listRevisions(actors.owner, id)).rejects.toMatchObject({
        code: "not_found",
      });
    await markDeleted();
    expect(await listRevisions(actors.translator, note.id)).toEqual([]);
    await expect(listRevisions(actors.reader, note.id)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("taking back a revision", () => {
  type Written = readonly [string, RichText, string | null];
  const listen = () => {
    const written: Written[] = [];
    listenLive({ write: async (...given) => void written.push(given) });
    return written;
  };

  const restore = (revisionId: string, actor = actors.translator) =>
    restoreRevision(actor, { noteId: note.id, revisionId });

  it("writes it through the live text, in the name of who asked", async () => {
    const revision = await keep("As it was.", 1);
    const written = listen();
    await restore(revision);
    expect(written).toEqual([
      [
        note.textId,
        richTextFromPlain("As it was."),
        actors.translator.accountId,
      ],
    ]);
    expect((await listActivities(note.projectId, 1))[0]).toMatchObject({
      action: "note.revert",
      subjectId: note.id,
      accountId: actors.translator.accountId,
    });
  });

  it("refuses one of another note, and one that is not there", async () => {
    const other = await buildNote({ documentId: note.documentId ?? undefined });
    const written = listen();
    for (const id of [await keep("Not mine.", 1, other.textId), newId()])
      await expect(restore(id)).rejects.toMatchObject({ code: "not_found" });
    expect(written).toEqual([]);
  });

  it("refuses in a deleted note, and to whoever may not write", async () => {
    const revision = await keep("As it was.", 1);
    const written = listen();
    const neighbour = await buildActor(
      (await buildDocument()).projectId,
      "owner",
    );
    for (const [actor, code] of [
      [actors.commenter, "forbidden"],
      [actors.reader, "forbidden"],
      [actors.stranger, "not_found"],
      [neighbour, "not_found"],
    ] as const)
      await expect(restore(revision, actor)).rejects.toMatchObject({ code });
    await markDeleted();
    await expect(restore(revision)).rejects.toMatchObject({
      code: "conflict",
      message: "note_deleted",
    });
    expect(written).toEqual([]);
    expect(await listActivities(note.projectId, 5)).toEqual([]);
  });

  it("says that nothing was changed where the text could not be written", async () => {
    const revision = await keep("As it was.", 1);
    await expect(restore(revision)).rejects.toMatchObject({
      code: "unavailable",
    });
    expect(await listActivities(note.projectId, 5)).toEqual([]);
  });
});
