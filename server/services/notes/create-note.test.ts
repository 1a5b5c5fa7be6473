import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CreateNoteInput } from "@/core/notes/note";
import { listActivities } from "@/server/db/activities";
import { prisma } from "@/server/db/client";
import { newId } from "@/server/ids";
import { shareLiveServer } from "@/server/live";
import { LIMITS } from "@/server/rate-limit";
import { buildActor, buildActors, type Actors } from "@/test/actors";
import { buildDocument, buildNote, buildTermNote } from "@/test/factories";
import { listenLive } from "@/test/listen-live";
import { createNote } from "./create-note";

const SOURCE = "2. 深入践行“八八战略”，打造𠮷祥之地。";

type Built = Awaited<ReturnType<typeof buildDocument>>;

let document: Built;
let actors: Actors;

beforeEach(async () => {
  document = await buildDocument({
    paragraphs: [
      { text: SOURCE, kind: "numbered", marker: "2." },
      {
        text: "发布时间:2025-12-08 浏览次数:10",
        kind: "meta",
        fields: [
          {
            key: "date",
            label: "发布时间",
            value: "2025-12-08",
            from: 5,
            to: 15,
          },
          { key: "views", label: "浏览次数", value: "10", from: 21, to: 23 },
        ],
      },
    ],
  });
  actors = await buildActors(document.projectId);
});

afterEach(() => shareLiveServer(null));

function input(given: Partial<CreateNoteInput> = {}): CreateNoteInput {
  return {
    id: newId(),
    documentId: document.id,
    kind: "background",
    anchor: null,
    ...given,
  };
}

function at(from: number, to: number, index = 0, field = "") {
  const paragraphId = document.paragraphs[index]?.id ?? "";
  return { paragraphId, field, from, to };
}

async function expectNothing(work: () => Promise<unknown>, refusal: object) {
  const count = () =>
    Promise.all([prisma.note.count(), prisma.liveText.count()]);
  const before = await count();
  await expect(work()).rejects.toMatchObject({ name: "AppError", ...refusal });
  expect(await count()).toEqual(before);
  expect(await listActivities(document.projectId, 5)).toEqual([]);
}

describe("making a note", () => {
  it("anchors it in the server's own words, says who did, and tells everyone who has the document open", async () => {
    const announced = listenLive();
    const given = input({ anchor: at(7, 11) });
    const note = await createNote(actors.translator, given);
    expect(note).toMatchObject({
      id: given.id,
      documentId: document.id,
      term: null,
      kind: "background",
      status: "draft",
      body: { version: 2, blocks: [] },
      citations: [],
      author: { id: actors.translator.accountId },
      reviewer: null,
      deletedAt: null,
      anchor: {
        paragraphId: document.paragraphs[0]?.id,
        field: "",
        quote: { exact: "“八八战", prefix: "2. 深入践行" },
        position: { from: 7, to: 11 },
      },
    });
    expect(announced).toEqual([
      { documentId: document.id, message: { type: "note", note } },
    ]);
    expect((await listActivities(document.projectId, 2))[0]).toMatchObject({
      action: "note.add",
      subjectId: note.id,
      accountId: actors.translator.accountId,
      data: { kind: "background" },
    });
    expect(
      await prisma.liveText.findUnique({ where: { id: note.textId } }),
    ).toMatchObject({ kind: "note", state: null, plainText: "" });
  });

  it("counts in the field where the place is in one", async () => {
    const note = await createNote(
      actors.owner,
      input({ anchor: at(5, 7, 1, "date") }),
    );
    expect(note.anchor).toMatchObject({
      field: "date",
      quote: { exact: "12", prefix: "2025-", suffix: "-08" },
    });
  });

  it("keeps no half of a character beside the words", async () => {
    const around = "𠮷".repeat(40);
    const { id, paragraphs } = await buildDocument({
      projectId: document.projectId,
      paragraphs: [`${around}吉${around}甲祥乙${around}`],
    });
    const paragraphId = paragraphs[0]?.id ?? "";
    const place = { paragraphId, field: "", from: 162, to: 163 };
    const note = await createNote(
      actors.owner,
      input({ documentId: id, anchor: place }),
    );
    expect(note.anchor?.quote).toEqual({
      exact: "祥",
      prefix: `${"𠮷".repeat(31)}甲`,
      suffix: `乙${"𠮷".repeat(31)}`,
    });
  });

  it.each([
    ["behind the end", () => at(0, SOURCE.length + 1)],
    ["with nothing in it", () => at(3, 3)],
    ["the wrong way round", () => at(5, 3)],
    ["that cuts a character in two", () => at(18, SOURCE.indexOf("𠮷") + 1)],
    [
      "in a paragraph that is not there",
      () => ({ ...at(0, 2), paragraphId: newId() }),
    ],
    ["in a field that is not there", () => at(0, 2, 1, "publisher\0")],
    ["in a field that is not translated", () => at(0, 2, 1, "views")],
    ["in the whole of a paragraph that is only its fields", () => at(0, 2, 1)],
  ])("refuses a place %s", async (_where, anchor) => {
    await expectNothing(
      () => createNote(actors.owner, input({ anchor: anchor() })),
      {
        code: "invalid",
        message: "note_anchor_gone",
      },
    );
  });

  it("refuses a place in another document, also of the same project", async () => {
    const sister = await buildDocument({ projectId: document.projectId });
    const anchor = { ...at(0, 2), paragraphId: sister.paragraphs[0]?.id ?? "" };
    await expectNothing(() => createNote(actors.owner, input({ anchor })), {
      code: "invalid",
      message: "note_anchor_gone",
    });
  });

  it("never overwrites or tells of a note that has the id already", async () => {
    const own = await buildNote({ documentId: document.id, body: "Mine" });
    const { id } = await buildNote({ body: "Elsewhere" });
    const ofTerm = await buildTermNote({ body: "A term's" });
    const stored = () => prisma.note.findMany({ orderBy: { id: "asc" } });
    const before = await stored();
    for (const taken of [own.id, id, ofTerm.id]) {
      await expectNothing(
        () => createNote(actors.owner, input({ id: taken })),
        {
          code: "conflict",
          message: "note_exists",
        },
      );
    }
    expect(await stored()).toEqual(before);
  });

  it("makes one note where the same call comes several times at once", async () => {
    const given = input();
    const results = await Promise.allSettled(
      [1, 2, 3, 4].map(() => createNote(actors.owner, given)),
    );
    expect(results.map(({ status }) => status).sort()).toEqual([
      "fulfilled",
      "rejected",
      "rejected",
      "rejected",
    ]);
    expect(await prisma.note.count({ where: { id: given.id } })).toBe(1);
    const where = { projectId: document.projectId, kind: "note" as const };
    expect(await prisma.liveText.count({ where })).toBe(1);
  });

  it("is for owners, reviewers and translators of the document's own project", async () => {
    for (const role of ["commenter", "reader"] as const)
      await expectNothing(() => createNote(actors[role], input()), {
        code: "forbidden",
      });
    await expectNothing(() => createNote(actors.stranger, input()), {
      code: "not_found",
    });
    const elsewhere = await buildDocument();
    const neighbour = await buildActor(elsewhere.projectId, "owner");
    await expectNothing(() => createNote(neighbour, input()), {
      code: "not_found",
    });
    await expectNothing(
      () => createNote(actors.owner, input({ documentId: newId() })),
      { code: "not_found" },
    );
    for (const role of ["owner", "reviewer", "translator"] as const)
      expect(await createNote(actors[role], input())).toMatchObject({
        author: { id: actors[role].accountId },
      });
  });

  it("has an end: for one account in an hour, and for one document", async () => {
    const { max } = LIMITS.createNote;
    await createNote(actors.owner, input());
    await prisma.attempt.updateMany({ data: { count: max } });
    await expect(createNote(actors.owner, input())).rejects.toMatchObject({
      code: "rate_limited",
    });
    await createNote(actors.reviewer, input());
    await prisma.$executeRaw`
      WITH text AS (
        INSERT INTO "LiveText" ("id", "projectId", "kind", "richText")
        SELECT gen_random_uuid(), ${document.projectId}::uuid, 'note', '{"version":2,"blocks":[]}'
        FROM generate_series(1, 19998) RETURNING "id"
      )
      INSERT INTO "Note" ("id", "projectId", "documentId", "kind", "textId", "citations", "deletedAt")
      SELECT gen_random_uuid(), ${document.projectId}::uuid, ${document.id}::uuid, 'doubt', "id",
        '{"version":1,"items":[]}', now() FROM text`;
    await expect(createNote(actors.reviewer, input())).rejects.toMatchObject({
      code: "too_large",
      message: "notes_full",
    });
  });
});
