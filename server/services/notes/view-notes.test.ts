import { readFile } from "node:fs/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { readBundle } from "@/core/bundle/read-bundle";
import { NoteViewSchema } from "@/core/notes/note";
import { numberNotes } from "@/core/notes/numbers";
import { richTextFromPlain } from "@/core/text/rich-text";
import { prisma, transaction } from "@/server/db/client";
import { insertNotes } from "@/server/db/notes";
import { newId } from "@/server/ids";
import { storeBundle } from "@/server/services/bundles/store-bundle";
import type { Edition } from "@/core/editions/edition";
import { viewEdition } from "@/server/services/editions/view-export";
import { buildActors, type Actors } from "@/test/actors";
import {
  buildDocument,
  buildNote,
  buildProject,
  buildTerm,
  buildTermNote,
  type GivenParagraph,
} from "@/test/factories";
import { viewNotes } from "./view-notes";

let projectId: string;
let actors: Actors;

beforeEach(async () => {
  projectId = (await buildProject()).id;
  actors = await buildActors(projectId);
});

const build = (paragraphs: readonly (string | GivenParagraph)[]) =>
  buildDocument({ projectId, paragraphs });

async function explained(source: string, target: string, status = "approved") {
  const term = await buildTerm({
    projectId,
    source,
    target,
    status: status as "approved" | "proposed",
  });
  return buildTermNote({ termId: term.id, body: `What ${target} is.` });
}

type Built = Awaited<ReturnType<typeof buildDocument>>;

/** The marks by the number of their paragraph; one that nobody set has a star. */
async function marksOf(document: Built) {
  const { rows } = await viewNotes(actors.reader, document.id);
  const places = new Map(
    document.paragraphs.flatMap(({ translations, position }) =>
      translations.map(({ id }) => [id, position]),
    ),
  );
  return rows.map(({ rowId, marks }) => [
    places.get(rowId),
    marks.map(({ noteId, isFirstUse }) => (isFirstUse ? `${noteId}*` : noteId)),
  ]);
}

describe("all notes of a document", () => {
  it("are what the contract says, with their rows in order and what the actor may", async () => {
    const [first, second] = [newId(), newId()];
    const document = await build([
      { text: "甲", target: "A", notes: [second] },
      "乙",
      { text: "丙", target: "C", notes: [first, second, newId()] },
    ]);
    const documentId = document.id;
    await buildNote({ id: first, documentId, body: "One" });
    await buildNote({ id: second, documentId, kind: "doubt" });
    await buildNote();
    const view = await viewNotes(actors.reviewer, documentId);
    expect(view).toMatchObject({
      documentId,
      projectId,
      suppressed: [],
      can: { edit: true, review: true },
    });
    expect(view.notes.map(({ id }) => id)).toEqual([first, second]);
    for (const note of view.notes) NoteViewSchema.parse(note);
    expect(await marksOf(document)).toEqual([
      [0, [second]],
      [2, [first, second, expect.any(String)]],
    ]);
    expect(numberNotes(view.rows, view.notes)).toEqual(new Map([[first, 1]]));
  });

  it("are for whoever may read the project", async () => {
    const document = await build(["甲"]);
    const can = async (role: keyof Actors) =>
      (await viewNotes(actors[role], document.id)).can;
    expect(await can("translator")).toEqual({ edit: true, review: false });
    expect(await can("commenter")).toEqual({ edit: false, review: false });
    expect(await can("reader")).toEqual({ edit: false, review: false });
    for (const id of [document.id, newId(), "no-id"])
      await expect(viewNotes(actors.stranger, id)).rejects.toMatchObject({
        code: "not_found",
      });
  });
});

describe("notes of terms", () => {
  it("stand at the first use in running English, behind the marks before it", async () => {
    const five = await explained("五链融合", "Five-Chain Integration");
    const own = newId();
    const document = await build([
      { text: "五链融合", kind: "title", target: "Five-Chain Integration" },
      {
        text: "一、五链融合",
        kind: "heading",
        target: "I. Five-Chain Integration",
      },
      { text: "推进五链融合。", target: "Nothing of the kind." },
      {
        text: "坚持五链融合。",
        target: "Uphold Five-Chain Integration.",
        notes: [own],
      },
      { text: "再谈五链融合。", target: "Five-Chain Integration again." },
    ]);
    await buildNote({ id: own, documentId: document.id });
    expect(await marksOf(document)).toEqual([[3, [`${five.id}*`, own]]]);
  });

  it("stand in rows without other marks, in the order of the document", async () => {
    const five = await explained("五链融合", "Five-Chain Integration");
    const farm = await explained("未来农场", "future farm");
    const own = newId();
    const document = await build([
      { text: "建设未来农场。", target: "Build the future farm." },
      { text: "甲", target: "A", notes: [own] },
      { text: "坚持五链融合。", target: "Five-Chain Integration it is." },
    ]);
    await buildNote({ id: own, documentId: document.id });
    expect(await marksOf(document)).toEqual([
      [0, [`${farm.id}*`]],
      [1, [own]],
      [2, [`${five.id}*`]],
    ]);
  });

  it("stand where someone set them, and nowhere else", async () => {
    const term = await buildTerm({ projectId, source: "甲", target: "A" });
    const id = newId();
    const document = await build([
      { text: "甲", target: "A" },
      { text: "乙", target: "B", notes: [id] },
    ]);
    await buildTermNote({ id, termId: term.id });
    expect(await marksOf(document)).toEqual([[1, [id]]]);
  });

  it("stand at no term that is proposed, inside a longer one, or deleted", async () => {
    await explained("融合", "integration");
    await buildTerm({ projectId, source: "五链融合", target: "Five Chains" });
    await explained("链主", "chain leader", "proposed");
    const gone = await explained("未来农场", "future farm");
    await prisma.note.update({
      where: { id: gone.id },
      data: { deletedAt: new Date() },
    });
    const document = await build([
      {
        text: "五链融合、链主、未来农场。",
        target: "The integration of Five Chains, chain leader, future farm.",
      },
    ]);
    expect(await marksOf(document)).toEqual([]);
  });

  it("follow what the English says now", async () => {
    const five = await explained("五链融合", "Five-Chain Integration");
    const document = await build([
      { text: "五链融合", target: "Something else" },
      { text: "五链融合", target: "Five-Chain Integration" },
    ]);
    expect(await marksOf(document)).toEqual([[1, [`${five.id}*`]]]);
    const textId = document.paragraphs[0]?.translations[0]?.textId ?? "";
    await prisma.liveText.update({
      where: { id: textId },
      data: {
        richText: richTextFromPlain("Five-Chain Integration"),
        plainText: "Five-Chain Integration",
      },
    });
    expect(await marksOf(document)).toEqual([[0, [`${five.id}*`]]]);
  });
});

describe("the numbers of notes", () => {
  it("are those of the edition, in the sample with all its terms and notes", async () => {
    const bundle = readBundle(
      await readFile("samples/quzhou-15th-fyp/bundle.json", "utf8"),
    );
    const { accountId } = actors.owner;
    const { documentIds } = await transaction((db) =>
      storeBundle(bundle, accountId, db),
    );
    const [documentId = ""] = documentIds;
    const numbers = async () => {
      const { notes, rows } = await viewNotes(actors.owner, documentId);
      return [...numberNotes(rows, notes)];
    };
    const printed = async () =>
      readBytes(await viewEdition(actors.owner, documentId)).notes.map(
        ({ id, number }) => [id, number],
      );
    const readBytes = (bytes: Uint8Array) =>
      JSON.parse(Buffer.from(bytes).toString()) as Edition;
    expect((await numbers()).length).toBeGreaterThan(5);
    expect(await printed()).toEqual(await numbers());

    // A doubt, a deleted note, and one that a document does not want.
    const { notes } = await viewNotes(actors.owner, documentId);
    const [first, second] = notes.filter(({ term }) => term === null);
    const unwanted = notes.find(({ term }) => term !== null);
    await prisma.note.update({
      where: { id: first?.id },
      data: { kind: "doubt" },
    });
    await prisma.note.update({
      where: { id: second?.id },
      data: { deletedAt: new Date() },
    });
    await prisma.noteSuppression.create({
      data: { documentId, noteId: unwanted?.id ?? "" },
    });
    // A mark at the foot of the page, which is printed at the head of an edition.
    const anchored = notes.filter(({ term }) => term === null)[2];
    const places = await prisma.translation.findMany({
      where: { paragraph: { documentId } },
      orderBy: { paragraph: { id: "asc" } },
      select: { field: true, textId: true },
    });
    for (const field of ["source", "column"]) {
      const place = places.find((row) => row.field === field);
      const words = { kind: "text", text: "Words", marks: [], href: null };
      const noteId = anchored?.id ?? "";
      const mark = { kind: "note", noteId, ref: "foot01" };
      await prisma.liveText.update({
        where: { id: place?.textId },
        data: {
          noteIds: [noteId],
          plainText: "Words",
          richText: {
            version: 2,
            blocks: [{ kind: "paragraph", runs: [words, mark] }],
          },
        },
      });
      await prisma.translation.update({
        where: { textId: place?.textId },
        data: { status: "draft" },
      });
      expect((await numbers())[0]).toEqual([noteId, 1]);
    }
    const before = await numbers();
    expect(await printed()).toEqual(before);
    const ids = before.map(([id]) => id);
    for (const note of [first, second, unwanted])
      expect(ids).not.toContain(note?.id);
  });
});

describe("5,000 notes", () => {
  it("come with their places for well under a second of work, terms' notes among them", async () => {
    const paragraphs = 25;
    const ids = Array.from({ length: 5000 }, () => newId());
    const document = await build(
      Array.from({ length: paragraphs }, (_, index) => ({
        text: `坚持五链融合。${"推动创新链产业链深度融合。".repeat(15)}${index}`,
        target: `Uphold integration. ${"Deepen the integration of chains. ".repeat(15)}`,
        notes: ids.slice(index * 200, index * 200 + 200),
      })),
    );
    const stored = ids.map((id, index) => ({
      id,
      textId: newId(),
      documentId: document.id,
      termHash: null,
      termSource: null,
      kind: "background" as const,
      status: "draft" as const,
      body: richTextFromPlain(`Note ${index}. ${"It explains. ".repeat(20)}`),
      anchor: null,
      citations: [],
      createdById: actors.owner.accountId,
      createdAt: new Date(Date.UTC(2026, 0, 1) + index),
    }));
    expect(await insertNotes(projectId, stored)).toBe(5000);
    await explained("五链融合", "deepen the integration");
    await viewNotes(actors.owner, document.id);
    // Time spent, not time passed: others may be busy on this machine.
    const before = process.cpuUsage();
    const view = await viewNotes(actors.owner, document.id);
    const { user, system } = process.cpuUsage(before);
    expect(view.notes).toHaveLength(5001);
    expect(numberNotes(view.rows, view.notes).size).toBe(5001);
    expect((user + system) / 1000).toBeLessThan(1000);
  });
});
