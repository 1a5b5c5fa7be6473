import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listActivities } from "@/server/db/activities";
import { prisma, transaction } from "@/server/db/client";
import { lockTexts } from "@/server/db/translations";
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
import { removeNotes } from "./remove-notes";
import { reviewNotes } from "./review-notes";

let document: Awaited<ReturnType<typeof buildDocument>>;
let first: string;
let second: string;
let actors: Actors;

beforeEach(async () => {
  document = await buildDocument({ paragraphs: ["深入践行“八八战略”"] });
  first = await noteSaying("A strategy of 2003.");
  second = await noteSaying("Eight of each.");
  actors = await buildActors(document.projectId);
});

afterEach(() => shareLiveServer(null));

async function noteSaying(body: string): Promise<string> {
  return (await buildNote({ documentId: document.id, body })).id;
}

async function statuses(): Promise<readonly string[]> {
  const notes = await prisma.note.findMany({
    where: { projectId: document.projectId },
    orderBy: { createdAt: "asc" },
  });
  return notes.map(({ status }) => status);
}

const review = (
  noteIds: readonly string[],
  status: "draft" | "reviewed" = "reviewed",
  actor = actors.reviewer,
) => reviewNotes(actor, { noteIds: [...noteIds], status });

const log = async () =>
  (await listActivities(document.projectId, 20)).map(
    ({ action, subjectId, data }) => ({ action, subjectId, data }),
  );

describe("reviewing notes", () => {
  it("reviews one: says who, and tells everyone who has the document open", async () => {
    const announced = listenLive();
    expect(await review([first.toUpperCase()])).toEqual({ changed: 1 });
    expect(announced).toMatchObject([
      {
        documentId: document.id,
        message: {
          type: "note",
          note: {
            id: first,
            status: "reviewed",
            reviewer: { id: actors.reviewer.accountId },
          },
        },
      },
    ]);
    expect(await log()).toEqual([
      {
        action: "note.status",
        subjectId: first,
        data: { count: 1, to: "reviewed" },
      },
    ]);
  });

  it("reviews many at once, in one entry, and tells of them in one message", async () => {
    const announced = listenLive();
    await review([first]);
    expect(await review([first, second, second])).toEqual({ changed: 1 });
    const third = await noteSaying("Third.");
    await review([first, second], "draft");
    expect(await review([first, second, third])).toEqual({ changed: 3 });
    expect(announced.at(-1)).toEqual({
      documentId: document.id,
      message: { type: "notes" },
    });
    expect((await log())[0]).toEqual({
      action: "note.status",
      subjectId: null,
      data: { count: 3, to: "reviewed" },
    });
    expect(await statuses()).toEqual(["reviewed", "reviewed", "reviewed"]);
  });

  it("asks for what was typed just before", async () => {
    const empty = await noteSaying("");
    const { textId } = await prisma.note.findUniqueOrThrow({
      where: { id: empty },
    });
    const flushed: string[] = [];
    listenLive({
      flush: async (textIds) => {
        flushed.push(...textIds);
        await prisma.liveText.update({
          where: { id: textId },
          data: { plainText: "Typed a moment ago." },
        });
      },
    });
    expect(await review([empty])).toEqual({ changed: 1 });
    expect(flushed).toEqual([textId]);
  });

  it.each([
    ["has no words", async () => noteSaying(""), "note_empty"],
    ["has blanks alone", async () => noteSaying("\u3000\u00a0 "), "note_empty"],
    [
      "is deleted",
      async () => {
        const id = await noteSaying("Gone.");
        await removeNotes(actors.owner, { noteIds: [id] });
        return id;
      },
      "note_deleted",
    ],
    ["is not there", async () => newId(), "not_found"],
    [
      "is of another project",
      async () => (await buildNote({ body: "Elsewhere." })).id,
      "not_found",
    ],
  ])("refuses all of them where one %s", async (_what, build, message) => {
    const other = await build();
    const before = { statuses: await statuses(), log: await log() };
    await expect(review([first, other, second])).rejects.toMatchObject({
      message,
    });
    expect({ statuses: await statuses(), log: await log() }).toEqual(before);
  });

  it("refuses notes of two projects together, also to who may review in both", async () => {
    const elsewhere = await buildNote({ body: "Elsewhere." });
    await prisma.membership.create({
      data: {
        projectId: elsewhere.projectId,
        accountId: actors.reviewer.accountId,
        role: "reviewer",
      },
    });
    await expect(review([first, elsewhere.id])).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await statuses()).toEqual(["draft", "draft"]);
  });

  it("can take a review back, also of a note whose words were taken out", async () => {
    await review([first]);
    const { textId } = await prisma.note.findUniqueOrThrow({
      where: { id: first },
    });
    await prisma.liveText.update({
      where: { id: textId },
      data: { plainText: "" },
    });
    expect(await review([first], "draft")).toEqual({ changed: 1 });
  });

  it("tells every document of the project when it reviews a term's note", async () => {
    const sister = await buildDocument({ projectId: document.projectId });
    const term = await buildTerm({ projectId: document.projectId });
    const { id } = await buildTermNote({ termId: term.id, body: "Five." });
    const announced = listenLive();
    await review([id]);
    expect(new Set(announced.map(({ documentId }) => documentId))).toEqual(
      new Set([document.id, sister.id]),
    );
  });

  it("is for owners and reviewers of the notes' own project", async () => {
    for (const role of ["translator", "commenter", "reader"] as const) {
      for (const status of ["reviewed", "draft"] as const)
        await expect(
          review([first], status, actors[role]),
        ).rejects.toMatchObject({ code: "forbidden" });
    }
    const { projectId } = await buildDocument();
    for (const actor of [actors.stranger, await buildActor(projectId, "owner")])
      await expect(review([first], "reviewed", actor)).rejects.toMatchObject({
        code: "not_found",
      });
    expect(await statuses()).toEqual(["draft", "draft"]);
    expect(await log()).toEqual([]);
    expect(await review([first], "reviewed", actors.owner)).toEqual({
      changed: 1,
    });
  });
});

describe("two at once", () => {
  it("lets two reviewers who review the same notes change each of them once", async () => {
    const notes = [first, second];
    const others = [...notes].reverse();
    const done = await Promise.all([review(notes), review(others)]);
    expect(done.map(({ changed }) => changed).sort()).toEqual([0, 2]);
    expect(await log()).toHaveLength(1);
  });

  it("never leaves a review on notes that were deleted first", async () => {
    const { textId } = await prisma.note.findUniqueOrThrow({
      where: { id: second },
    });
    let reviewing: Promise<unknown> = Promise.resolve();
    await transaction(async (db) => {
      // Whoever types holds the text; deleting happens while the review waits for it.
      await lockTexts([textId], db);
      reviewing = review([first, second]).catch((error: unknown) => error);
      await expectToWait(1);
      await db.note.update({
        where: { id: second },
        data: { deletedAt: new Date() },
      });
    });
    expect(await reviewing).toMatchObject({ message: "note_deleted" });
    expect(await statuses()).toEqual(["draft", "draft"]);
  });

  it("lets deleting and reviewing the same notes end in one order or the other", async () => {
    const many = await Promise.all(
      Array.from({ length: 20 }, (_, index) => noteSaying(`Note ${index}`)),
    );
    const [deleted, reviewed] = await Promise.allSettled([
      removeNotes(actors.owner, { noteIds: [...many] }),
      review(many.toReversed()),
    ]);
    expect(deleted.status).toBe("fulfilled");
    const count = await prisma.note.count({
      where: { id: { in: many }, status: "reviewed" },
    });
    expect(count).toBe(reviewed.status === "fulfilled" ? 20 : 0);
    if (reviewed.status === "rejected")
      expect(reviewed.reason).toMatchObject({ message: "note_deleted" });
  });
});

/** Returns when so many connections of this database wait for a lock. */
async function expectToWait(count: number): Promise<void> {
  await expect
    .poll(async () => {
      const [row] = await prisma.$queryRaw<{ n: number }[]>`
        SELECT count(*)::int AS n FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      return row?.n;
    })
    .toBeGreaterThanOrEqual(count);
}
