import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  UpdateNoteInput,
  type Citation,
  type UpdateNoteInput as Input,
} from "@/core/notes/note";
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
import { updateNote } from "./update-note";

const CITATION: Citation = {
  title: "八八战略",
  publisher: "浙江日报",
  date: "2003-07-11",
  address: "https://example.org/88",
  archivedAddress: "",
};

let document: Awaited<ReturnType<typeof buildDocument>>;
let note: Awaited<ReturnType<typeof buildNote>>;
let actors: Actors;

beforeEach(async () => {
  document = await buildDocument({ paragraphs: ["深入践行“八八战略”"] });
  note = await buildNote({
    documentId: document.id,
    body: "A strategy of 2003.",
    status: "reviewed",
  });
  actors = await buildActors(document.projectId);
});

afterEach(() => shareLiveServer(null));

function input(given: Partial<Input> = {}): Input {
  return {
    noteId: note.id,
    kind: null,
    citations: null,
    anchor: null,
    ...given,
  };
}

const place = () => ({
  paragraphId: document.paragraphs[0]?.id ?? "",
  field: "",
  from: 5,
  to: 9,
});

const stored = () => prisma.note.findUniqueOrThrow({ where: { id: note.id } });

describe("changing a note", () => {
  it("changes its citations, makes it a draft again, and says so", async () => {
    const announced = listenLive();
    const view = await updateNote(
      actors.translator,
      input({ citations: [CITATION] }),
    );
    expect(view).toMatchObject({
      citations: [CITATION],
      status: "draft",
      kind: "translator",
      reviewer: { id: actors.translator.accountId },
    });
    expect(announced).toEqual([
      { documentId: document.id, message: { type: "note", note: view } },
    ]);
    const log = await listActivities(document.projectId, 5);
    expect(log.map(({ action, subjectId }) => [action, subjectId])).toEqual([
      ["note.status", note.id],
      ["note.edit", note.id],
    ]);
    expect(log[0]?.data).toEqual({
      from: "reviewed",
      to: "draft",
      byEditing: true,
    });
  });

  it("moves it in the Chinese, and takes it out, without touching the review", async () => {
    const moved = await updateNote(actors.owner, input({ anchor: place() }));
    expect(moved).toMatchObject({
      status: "reviewed",
      anchor: { quote: { exact: "八八战略" }, position: { from: 5, to: 9 } },
    });
    const out = await updateNote(actors.owner, input({ anchor: "none" }));
    expect(out).toMatchObject({ status: "reviewed", anchor: null });
    expect((await stored()).anchor).toBeNull();
  });

  it("changes nothing and says nothing where nothing is different", async () => {
    const announced = listenLive();
    const before = await stored();
    await updateNote(
      actors.owner,
      input({ kind: "translator", citations: [], anchor: "none" }),
    );
    expect(await stored()).toEqual(before);
    expect(announced).toEqual([]);
    expect(await listActivities(document.projectId, 5)).toEqual([]);
  });

  it("tells every document of the project when it explains a term, which has no place of its own", async () => {
    const term = await buildTerm({ projectId: document.projectId });
    const explanation = await buildTermNote({ termId: term.id });
    const sister = await buildDocument({ projectId: document.projectId });
    const announced = listenLive();
    const noteId = explanation.id;
    await updateNote(actors.owner, input({ noteId, kind: "background" }));
    expect(new Set(announced.map(({ documentId }) => documentId))).toEqual(
      new Set([document.id, sister.id]),
    );
    await expect(
      updateNote(actors.owner, input({ noteId, anchor: place() })),
    ).rejects.toMatchObject({ code: "invalid", message: "note_anchor_gone" });
  });

  it("refuses a place in another document", async () => {
    const sister = await buildDocument({ projectId: document.projectId });
    const paragraphId = sister.paragraphs[0]?.id ?? "";
    const before = await stored();
    await expect(
      updateNote(
        actors.owner,
        input({ anchor: { ...place(), paragraphId }, kind: "doubt" }),
      ),
    ).rejects.toMatchObject({ code: "invalid", message: "note_anchor_gone" });
    expect(await stored()).toEqual(before);
  });

  it("refuses one that was deleted", async () => {
    await prisma.note.update({
      where: { id: note.id },
      data: { deletedAt: new Date() },
    });
    await expect(
      updateNote(actors.owner, input({ kind: "doubt" })),
    ).rejects.toMatchObject({ code: "conflict", message: "note_deleted" });
    await expect(
      updateNote(actors.reader, input({ kind: "doubt" })),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  it("is for owners, reviewers and translators of its own project", async () => {
    const before = await stored();
    const change = input({ kind: "doubt", citations: [CITATION] });
    for (const role of ["commenter", "reader"] as const)
      await expect(updateNote(actors[role], change)).rejects.toMatchObject({
        code: "forbidden",
      });
    const { projectId } = await buildDocument();
    const neighbour = await buildActor(projectId, "owner");
    for (const stranger of [actors.stranger, neighbour])
      await expect(updateNote(stranger, change)).rejects.toMatchObject({
        code: "not_found",
      });
    await expect(
      updateNote(actors.owner, { ...change, noteId: newId() }),
    ).rejects.toMatchObject({ code: "not_found" });
    expect(await stored()).toEqual(before);
    expect(await listActivities(document.projectId, 5)).toEqual([]);
  });
});

describe("what a citation may be", () => {
  const reads = (given: Partial<Citation>) =>
    UpdateNoteInput.safeParse(
      input({ citations: [{ ...CITATION, ...given }] }),
    );

  it.each([
    ["an address that runs", { address: "javascript:alert(1)" }],
    ["an archive that runs", { archivedAddress: " JavaScript:alert(1)" }],
    ["a page of data", { address: "data:text/html,<script>" }],
    ["an address with a blank", { address: "https://example.org/a b" }],
    ["NUL", { title: "八八\0战略" }],
    ["half of a character", { publisher: "浙\ud842江" }],
    ["text that turns around", { title: "\u202egnp.exe" }],
    ["a title without end", { title: "长".repeat(501) }],
    [
      "100,000 characters of address",
      { address: `https://${"a".repeat(100_000)}` },
    ],
  ])("refuses %s", (_what, given) => {
    expect(reads(given).success).toBe(false);
  });

  it("takes what a person writes, as one line", () => {
    const read = reads({ title: "  The 𠮷 “Double\n Eight” " });
    expect(read.data?.citations?.[0]?.title).toBe("The 𠮷 “Double Eight”");
  });
});
