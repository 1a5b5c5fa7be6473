import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/server/ids";
import { buildActors, type Actors } from "@/test/actors";
import {
  buildDocument,
  buildNote,
  buildProject,
  buildTerm,
  buildTermNote,
} from "@/test/factories";
import { listExplanations } from "./list-explanations";
import { listNotes } from "./list-notes";

let projectId: string;
let actors: Actors;

beforeEach(async () => {
  projectId = (await buildProject()).id;
  actors = await buildActors(projectId);
});

async function explained(target: string, body: string) {
  const term = await buildTerm({ projectId, source: "五链融合", target });
  return { term, note: await buildTermNote({ termId: term.id, body }) };
}

describe("the page of all notes of a document", () => {
  it("gives each note the words around its place, also where a term is used first", async () => {
    const [placed, unplaced] = [newId(), newId()];
    const { note } = await explained("five-chain integration", "Five chains.");
    const document = await buildDocument({
      projectId,
      paragraphs: [
        "没有注释",
        {
          text: "推进五链融合。",
          target: "We press on with five-chain integration.",
        },
        { text: "乙", target: "The second.", notes: [placed] },
      ],
    });
    const documentId = document.id;
    await buildNote({ id: unplaced, documentId, body: "Nowhere yet" });
    await buildNote({ id: placed, documentId, body: "Here" });
    await buildNote({ documentId, body: "Gone", deletedAt: new Date() });
    const view = await listNotes(actors.translator, documentId);
    expect(
      view.items.map((item) => [item.words, item.place, item.number]),
    ).toEqual([
      ["Five chains.", "placed", 1],
      ["Here", "placed", 2],
      ["Nowhere yet", "unplaced", null],
      ["Gone", "deleted", null],
    ]);
    expect(view.items[0]).toMatchObject({
      id: note.id,
      paragraph: 2,
      around: { before: "We press on with five-chain integration", after: "." },
      term: { source: "五链融合", target: "five-chain integration" },
    });
    expect(view.items[1]).toMatchObject({
      paragraph: 3,
      around: { before: "The second.", after: "" },
    });
    expect(view.can).toEqual({ edit: true, review: false });
  });

  it("keeps deleted notes from readers, and everything from strangers", async () => {
    const document = await buildDocument({ projectId, paragraphs: ["甲"] });
    await buildNote({ documentId: document.id, deletedAt: new Date() });
    expect((await listNotes(actors.reader, document.id)).items).toEqual([]);
    const refusal = { code: "not_found" };
    await expect(listNotes(actors.stranger, document.id)).rejects.toMatchObject(
      refusal,
    );
    await expect(listNotes(actors.owner, newId())).rejects.toMatchObject(
      refusal,
    );
  });
});

describe("which terms of a glossary are explained", () => {
  it("is told with how far each note is, and what the actor may", async () => {
    const { term } = await explained("five-chain integration", "");
    const other = await buildTerm({ projectId, source: "数字经济" });
    await buildTermNote({ termId: other.id, deletedAt: new Date() });
    expect(await listExplanations(actors.reviewer, projectId)).toEqual({
      explanations: [{ termId: term.id, status: "draft", isEmpty: true }],
      can: { edit: true, review: true },
    });
    expect((await listExplanations(actors.reader, projectId)).can).toEqual({
      edit: false,
      review: false,
    });
  });

  it("is nothing to strangers", async () => {
    await expect(
      listExplanations(actors.stranger, projectId),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});
