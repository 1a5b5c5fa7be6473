import { describe, expect, it } from "vitest";
import { richTextFromPlain } from "@/core/text/rich-text";
import { prisma } from "@/server/db/client";
import { newId } from "@/server/ids";
import {
  buildAccount,
  buildDocument,
  buildNote,
  buildProject,
  buildTerm,
  buildTermNote,
} from "@/test/factories";
import {
  findNoteSeenBy,
  insertNotes,
  listMarkedRows,
  listNotes,
  listNoteTextIds,
  listTakenNoteIds,
  listTermNotes,
  type NewNote,
} from "./notes";

function newNote(given: Partial<NewNote>): NewNote {
  return {
    id: newId(),
    textId: newId(),
    documentId: null,
    termHash: null,
    termSource: null,
    kind: "background",
    status: "draft",
    body: richTextFromPlain("The “Double Eight” Strategy of 2003."),
    anchor: null,
    citations: [],
    createdById: null,
    createdAt: new Date("2026-03-01T08:00:00Z"),
    ...given,
  };
}

describe("storing notes", () => {
  it("keeps all of a note, and gives it back as it was", async () => {
    const document = await buildDocument();
    const author = await buildAccount({ name: "王芳" });
    const [paragraph] = document.paragraphs;
    const note = newNote({
      documentId: document.id,
      createdById: author.id,
      anchor: {
        version: 1,
        paragraphId: paragraph?.id ?? "",
        field: "",
        quote: { exact: "衢州市委", prefix: "中共", suffix: "关于制定" },
        position: { from: 2, to: 6 },
      },
      citations: [
        {
          title: "八八战略",
          publisher: "浙江日报",
          date: "2003-07",
          address: "https://example.org/八八",
          archivedAddress: "",
        },
      ],
    });
    expect(await insertNotes(document.projectId, [note])).toBe(1);
    const { createdById: _, termHash, termSource, ...kept } = note;
    expect({ termHash, termSource }).toEqual({
      termHash: null,
      termSource: null,
    });
    const at = note.createdAt.toISOString();
    expect(await listNotes({ documentId: document.id })).toEqual([
      {
        ...kept,
        term: null,
        author: { id: author.id, name: "王芳" },
        reviewer: null,
        createdAt: at,
        updatedAt: at,
        deletedAt: null,
      },
    ]);
    expect(await listNoteTextIds(document.id)).toEqual([note.textId]);
  });

  it("leaves out one whose id or term is taken, with its text", async () => {
    const term = await buildTerm();
    const taken = await buildTermNote({ termId: term.id, body: "First" });
    const { projectId } = term;
    const texts = () => prisma.liveText.count({ where: { projectId } });
    const before = await texts();
    const again = newNote({ termHash: term.hash, termSource: term.source });
    const document = await buildDocument({ projectId });
    const stolen = newNote({ id: taken.id, documentId: document.id });
    const given = [again, stolen, newNote({ documentId: document.id })];
    expect(await insertNotes(projectId, given)).toBe(1);
    expect(await texts()).toBe(before + document.paragraphs.length + 1);
    expect(await listTermNotes(projectId)).toHaveLength(1);
    expect(await listTakenNoteIds([taken.id, again.id])).toEqual(
      new Set([taken.id]),
    );
  });

  it("refuses one that belongs to nothing, and one without a text", async () => {
    const project = await buildProject();
    await expect(insertNotes(project.id, [newNote({})])).rejects.toThrow(
      "Note_belongs_check",
    );
    const note = await buildNote();
    await expect(
      prisma.note.update({
        where: { id: note.id },
        data: { textId: newId() },
      }),
    ).rejects.toThrow();
  });

  it("stores 5,000 notes, and lists them in the order of their making", async () => {
    const document = await buildDocument({ paragraphs: ["甲"] });
    const start = Date.UTC(2026, 0, 1);
    const notes = Array.from({ length: 5000 }, (_, index) =>
      newNote({
        documentId: document.id,
        createdAt: new Date(start + index * 1000),
      }),
    );
    expect(await insertNotes(document.projectId, notes.toReversed())).toBe(
      5000,
    );
    const listed = await listNotes({ documentId: document.id });
    expect(listed.map(({ id }) => id)).toEqual(notes.map(({ id }) => id));
  });
});

describe("finding notes", () => {
  it("says what a term's note explains, also when the term is gone", async () => {
    const term = await buildTerm({ source: "“五链”融合", target: "Five" });
    const { id } = await buildTermNote({ termId: term.id });
    const find = async () => (await listTermNotes(term.projectId))[0]?.term;
    expect(await find()).toEqual({
      id: term.id,
      source: "“五链”融合",
      target: "Five",
    });
    await prisma.term.delete({ where: { id: term.id } });
    expect(await find()).toEqual({
      id: null,
      source: "“五链”融合",
      target: "",
    });
    const owner = await prisma.membership.findFirstOrThrow({
      where: { projectId: term.projectId },
    });
    expect(await findNoteSeenBy(id, owner.accountId)).toMatchObject({
      note: { id, documentId: null },
      projectId: term.projectId,
      termHash: term.hash,
      role: "owner",
    });
  });

  it("gives a document its own notes and those of its project's terms only", async () => {
    const term = await buildTerm();
    const { projectId } = term;
    const document = await buildDocument({ projectId });
    const own = await buildNote({ documentId: document.id });
    const ofTerm = await buildTermNote({ termId: term.id });
    const sister = await buildDocument({ projectId });
    await buildNote({ documentId: sister.id });
    await buildTermNote();
    const ids = await listNotes({ documentId: document.id });
    expect(new Set(ids.map(({ id }) => id))).toEqual(
      new Set([own.id, ofTerm.id]),
    );
    expect(await listNoteTextIds(document.id)).toEqual([own.textId]);
    const stranger = await buildAccount();
    expect(await findNoteSeenBy(own.id, stranger.id)).toMatchObject({
      role: null,
    });
    expect(await findNoteSeenBy(newId(), stranger.id)).toBeNull();
  });

  it("lists the rows with marks in the order of the document", async () => {
    const [first, second] = [newId(), newId()];
    const document = await buildDocument({
      paragraphs: [
        { text: "甲", target: "A", notes: [second, first, second] },
        { text: "乙", target: "B" },
        { text: "丙", target: "C", notes: [first] },
      ],
    });
    const [a, , c] = document.paragraphs.map(
      ({ translations }) => translations[0]?.id,
    );
    expect(await listMarkedRows(document.versionId)).toEqual([
      { rowId: a, noteIds: [second, first, second] },
      { rowId: c, noteIds: [first] },
    ]);
  });
});
