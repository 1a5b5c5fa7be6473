import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listActivities } from "@/server/db/activities";
import { prisma } from "@/server/db/client";
import { listTermNotes } from "@/server/db/notes";
import { newId } from "@/server/ids";
import { shareLiveServer } from "@/server/live";
import {
  addTerm,
  removeTerm,
  updateTerm,
} from "@/server/services/glossary/edit-terms";
import { buildActor, buildActors, type Actors } from "@/test/actors";
import { buildDocument, buildNote, buildProject } from "@/test/factories";
import { listenLive } from "@/test/listen-live";
import { explainTerm } from "./explain-term";
import { removeNotes } from "./remove-notes";
import { suppressNote } from "./suppress-note";
import { viewNotes } from "./view-notes";

let projectId: string;
let actors: Actors;

beforeEach(async () => {
  projectId = (await buildProject()).id;
  actors = await buildActors(projectId);
});

afterEach(() => shareLiveServer(null));

const entry = (source: string, target = "English") => ({
  source,
  target,
  pinyin: "",
  note: "",
  status: "approved" as const,
  category: "term" as const,
});

const add = (source: string, target?: string) =>
  addTerm(actors.owner, { projectId, ...entry(source, target) });

const explain = (termId: string, actor = actors.translator) =>
  explainTerm(actor, { termId });

/** The terms that have a note now. */
const explained = async () =>
  (await listTermNotes(projectId)).flatMap(({ term, deletedAt }) =>
    deletedAt === null && term !== null && term.id !== null ? [term.id] : [],
  );

const noteOf = async (id: string) =>
  prisma.note.findUniqueOrThrow({ where: { id } });

describe("explaining a term", () => {
  it("makes its note once, says so, and tells every document of the project", async () => {
    const term = await add("五链融合", "Five-Chain Integration");
    const documents = [
      await buildDocument({ projectId }),
      await buildDocument({ projectId }),
    ].map(({ id }) => id);
    const announced = listenLive();
    const note = await explain(term.id);
    expect(note).toMatchObject({
      documentId: null,
      term: {
        id: term.id,
        source: "五链融合",
        target: "Five-Chain Integration",
      },
      kind: "term",
      status: "draft",
      anchor: null,
    });
    expect(await explain(term.id, actors.owner)).toEqual(note);
    expect(await explained()).toEqual([term.id]);
    expect(announced).toHaveLength(documents.length);
    for (const documentId of documents)
      expect(announced).toContainEqual({
        documentId,
        message: { type: "note", note },
      });
    const log = await listActivities(projectId, 5);
    expect(log.filter(({ action }) => action === "note.add")).toMatchObject([
      { subjectId: note.id, data: { kind: "term", source: "五链融合" } },
    ]);
  });

  it("makes one note where several ask for it at once", async () => {
    const term = await add("五链融合");
    const notes = await Promise.all([
      explain(term.id),
      explain(term.id, actors.owner),
      explain(term.id, actors.reviewer),
      explain(term.id),
    ]);
    expect(new Set(notes.map(({ id }) => id)).size).toBe(1);
    expect(await prisma.note.count({ where: { projectId } })).toBe(1);
    const where = { projectId, kind: "note" as const };
    expect(await prisma.liveText.count({ where })).toBe(1);
  });

  it("brings one back that was deleted", async () => {
    const term = await add("五链融合");
    const note = await explain(term.id);
    await removeNotes(actors.owner, { noteIds: [note.id] });
    expect(await explained()).toEqual([]);
    expect(await explain(term.id)).toEqual(note);
    expect(await explained()).toEqual([term.id]);
    const [last] = await listActivities(projectId, 1);
    expect(last).toMatchObject({ action: "note.restore", subjectId: note.id });
  });

  it("is for owners, reviewers and translators of the term's own project", async () => {
    const term = await add("五链融合");
    const { id } = await buildProject();
    for (const [actor, code] of [
      [actors.commenter, "forbidden"],
      [actors.reader, "forbidden"],
      [actors.stranger, "not_found"],
      [await buildActor(id, "owner"), "not_found"],
    ] as const)
      await expect(explain(term.id, actor)).rejects.toMatchObject({ code });
    await expect(explain(newId())).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await prisma.note.count({ where: { projectId } })).toBe(0);
  });
});

describe("a term's note through the life of the term", () => {
  it("waits unseen when the term is removed, and is there again with it", async () => {
    const term = await add("“五链”融合");
    const note = await explain(term.id);
    await removeTerm(actors.owner, { termId: term.id });
    expect(await explained()).toEqual([]);
    expect(await noteOf(note.id)).toMatchObject({ deletedAt: null });
    // As written elsewhere: other quotation marks are the same term.
    const again = await add("五链融合", "Five Chains");
    expect(await explained()).toEqual([again.id]);
    expect(await explain(again.id)).toMatchObject({
      id: note.id,
      term: { id: again.id, source: "五链融合", target: "Five Chains" },
    });
  });

  it("goes along when the term's source changes", async () => {
    const term = await add("五链融合");
    const note = await explain(term.id);
    const { id: termId } = term;
    await updateTerm(actors.owner, { termId, ...entry("五链融合发展") });
    expect(await explained()).toEqual([termId]);
    expect(await explain(termId)).toMatchObject({
      id: note.id,
      term: { id: termId, source: "五链融合发展" },
    });
    await removeTerm(actors.owner, { termId });
    expect(await noteOf(note.id)).toMatchObject({
      termSource: "五链融合发展",
    });
    const other = await add("五链融合");
    expect(await explained()).toEqual([]);
    expect((await explain(other.id)).id).not.toBe(note.id);
  });

  it("changes places with a note that waits where it goes, and back", async () => {
    const gone = await add("四省边际");
    const waiting = await explain(gone.id);
    await removeTerm(actors.owner, { termId: gone.id });
    const term = await add("五链融合");
    const note = await explain(term.id);
    const { id: termId } = term;
    await updateTerm(actors.owner, { termId, ...entry("四省边际") });
    expect((await explain(termId)).id).toBe(note.id);
    await updateTerm(actors.owner, { termId, ...entry("五链融合") });
    expect((await explain(termId)).id).toBe(note.id);
    const again = await add("四省边际");
    expect((await explain(again.id)).id).toBe(waiting.id);
  });
});

describe("a document that does not want a term's note", () => {
  async function placed() {
    const term = await add("五链融合", "Five-Chain Integration");
    const note = await explain(term.id);
    const document = await buildDocument({
      projectId,
      paragraphs: [
        { text: "坚持五链融合。", target: "Uphold Five-Chain Integration." },
      ],
    });
    return { note, document };
  }

  const marks = async (documentId: string) =>
    (await viewNotes(actors.reader, documentId)).rows.flatMap((row) =>
      row.marks.map(({ noteId }) => noteId),
    );

  it("has it nowhere, tells everyone who has it open, and can take it again", async () => {
    const { note, document } = await placed();
    expect(await marks(document.id)).toEqual([note.id]);
    const announced = listenLive();
    const place = { documentId: document.id, noteId: note.id };
    const off = { ...place, suppressed: true };
    await suppressNote(actors.translator, off);
    await suppressNote(actors.translator, off);
    expect(await marks(document.id)).toEqual([]);
    expect(await viewNotes(actors.reader, document.id)).toMatchObject({
      suppressed: [note.id],
    });
    await suppressNote(actors.translator, { ...place, suppressed: false });
    expect(await marks(document.id)).toEqual([note.id]);
    expect(announced).toEqual([
      { documentId: document.id, message: { type: "notes" } },
      { documentId: document.id, message: { type: "notes" } },
    ]);
    const log = await listActivities(projectId, 2);
    expect(log.map(({ action }) => action)).toEqual([
      "note.admit",
      "note.suppress",
    ]);
    expect(log[0]?.data).toMatchObject({ source: "五链融合" });
  });

  it("is of the note's own project, and the note is a term's", async () => {
    const { note, document } = await placed();
    const foreign = await buildDocument();
    const mine = await buildActor(foreign.projectId, "owner");
    const own = await buildNote({ documentId: document.id });
    const base = { documentId: document.id, suppressed: true };
    for (const [actor, input, code] of [
      [actors.commenter, { ...base, noteId: note.id }, "forbidden"],
      [actors.reader, { ...base, noteId: note.id }, "forbidden"],
      [actors.stranger, { ...base, noteId: note.id }, "not_found"],
      [mine, { ...base, noteId: note.id }, "not_found"],
      [mine, { ...base, documentId: foreign.id, noteId: note.id }, "not_found"],
      [
        actors.owner,
        { ...base, documentId: foreign.id, noteId: note.id },
        "not_found",
      ],
      [actors.owner, { ...base, noteId: own.id }, "not_found"],
      [actors.owner, { ...base, noteId: newId() }, "not_found"],
    ] as const)
      await expect(suppressNote(actor, input)).rejects.toMatchObject({ code });
    await prisma.membership.create({
      data: {
        projectId: foreign.projectId,
        accountId: actors.owner.accountId,
        role: "owner",
      },
    });
    await expect(
      suppressNote(actors.owner, {
        ...base,
        documentId: foreign.id,
        noteId: note.id,
      }),
    ).rejects.toMatchObject({ code: "not_found" });
    expect(await prisma.noteSuppression.count()).toBe(0);
  });
});
