import { afterEach, describe, expect, it } from "vitest";
import type { Actor } from "@/core/access/can";
import { EXPORT_FORMATS } from "@/core/editions/edition";
import { prisma } from "@/server/db/client";
import { newId } from "@/server/ids";
import { shareLiveServer } from "@/server/live";
import {
  exportDocument,
  viewEdition,
  viewExport,
} from "@/server/services/editions";
import {
  buildAccount,
  buildDocument,
  buildMembership,
  buildNote,
  buildProject,
  buildTerm,
  buildTermNote,
  type GivenParagraph,
} from "@/test/factories";

const PARAGRAPHS: readonly GivenParagraph[] = [
  {
    text: "关于制定“十五五”规划的建议",
    kind: "title",
    target: "Recommendations for the 15th Five-Year Plan",
    status: "approved",
  },
  {
    text: "一、重大意义",
    kind: "heading",
    level: 1,
    marker: "一、",
    target: "I. Significance",
    status: "translated",
  },
  { text: "全市上下同心。" },
];

async function actorOf(accountId: string): Promise<Actor> {
  return { accountId, name: "译者", instanceRole: "member" };
}

async function setUp() {
  const project = await buildProject();
  const document = await buildDocument({
    projectId: project.id,
    paragraphs: PARAGRAPHS,
  });
  const { accountId } = await buildMembership({
    projectId: project.id,
    role: "reader",
  });
  return { document, reader: await actorOf(accountId) };
}

/** Puts marks of notes behind the words of a translation. */
async function markNotes(textId: string, noteIds: readonly string[]) {
  const { plainText } = await prisma.liveText.findUniqueOrThrow({
    where: { id: textId },
  });
  const words = { kind: "text", text: plainText, marks: [], href: null };
  const marks = noteIds.map((noteId, index) => ({
    kind: "note",
    noteId,
    ref: `00000${index}`,
  }));
  const blocks = [{ kind: "paragraph", runs: [words, ...marks] }];
  await prisma.liveText.update({
    where: { id: textId },
    data: { richText: { version: 2, blocks }, noteIds: [...noteIds] },
  });
}

const CHOICE = { format: "markdown", layout: "english" } as const;

afterEach(() => shareLiveServer(null));

describe("exporting a document", () => {
  it("tells a reader how much is translated and approved", async () => {
    const { document, reader } = await setUp();
    expect(await viewExport(reader, document.id)).toEqual({
      paragraphs: 3,
      untranslated: 1,
      unapproved: 1,
      notes: 0,
      unplacedNotes: 0,
      unreviewedNotes: 0,
    });
  });

  it.each(EXPORT_FORMATS)("gives a reader the file as %s", async (format) => {
    const { document, reader } = await setUp();
    const file = await exportDocument(reader, {
      documentId: document.id,
      format,
      layout: "parallel",
    });
    expect(file.filename).toContain(
      "Recommendations for the 15th Five-Year Plan",
    );
    expect(file.body.length).toBeGreaterThan(200);
    if (format !== "docx") {
      expect(file.body).toContain("I. Significance");
      expect(file.body).toContain("全市上下同心。");
      expect(file.body).toContain("1 of 3 paragraphs is not translated yet");
    }
  });

  it("stores what is being typed before it reads", async () => {
    const { document, reader } = await setUp();
    const last = document.paragraphs[2]!.translations[0]!;
    shareLiveServer({
      announce: () => undefined,
      write: async () => undefined,
      disconnect: () => undefined,
      endSession: () => undefined,
      flush: async (textIds) => {
        expect(textIds).toContain(last.textId);
        await prisma.liveText.update({
          where: { id: last.textId },
          data: {
            plainText: "Typed a second ago.",
            richText: {
              version: 1,
              blocks: [
                {
                  kind: "paragraph",
                  runs: [
                    {
                      kind: "text",
                      text: "Typed a second ago.",
                      marks: [],
                      href: null,
                    },
                  ],
                },
              ],
            },
          },
        });
      },
    });
    const { body } = await exportDocument(reader, {
      documentId: document.id,
      ...CHOICE,
    });
    expect(body).toContain("Typed a second ago.");
  });

  it("is not there for who is no member, nor under an address that is none", async () => {
    const { document } = await setUp();
    const stranger = await actorOf((await buildAccount()).id);
    const owner = await actorOf((await buildProject()).ownerId);
    for (const actor of [stranger, owner]) {
      for (const id of [document.id, newId(), "../secret", ""]) {
        await expect(viewExport(actor, id)).rejects.toMatchObject({
          code: "not_found",
        });
        await expect(
          exportDocument(actor, { documentId: id, ...CHOICE }),
        ).rejects.toMatchObject({ code: "not_found" });
      }
    }
  });

  it("flushes nothing for who may not read it", async () => {
    const { document } = await setUp();
    const stranger = await actorOf((await buildAccount()).id);
    let flushed = 0;
    shareLiveServer({
      announce: () => undefined,
      write: async () => undefined,
      disconnect: () => undefined,
      endSession: () => undefined,
      flush: async () => {
        flushed += 1;
      },
    });
    await expect(
      exportDocument(stranger, { documentId: document.id, ...CHOICE }),
    ).rejects.toMatchObject({ code: "not_found" });
    expect(flushed).toBe(0);
  });
});

describe("the notes of an edition", () => {
  async function setUpNotes() {
    const { document, reader } = await setUp();
    const [title, heading, body] = document.paragraphs;
    const bodyText = body!.translations[0]!.textId;
    await prisma.liveText.update({
      where: { id: bodyText },
      data: {
        plainText: "The city stands as one.",
        richText: {
          version: 1,
          blocks: [
            {
              kind: "paragraph",
              runs: [
                {
                  kind: "text",
                  text: "The city stands as one.",
                  marks: [],
                  href: null,
                },
              ],
            },
          ],
        },
      },
    });
    const documentId = document.id;
    const placed = await buildNote({ documentId, body: "Placed." });
    const foreign = await buildNote({ body: "Of another document." });
    const doubt = await buildNote({
      documentId,
      kind: "doubt",
      body: "Is it so?",
    });
    await buildNote({ documentId, body: "Without a place." });
    await markNotes(heading!.translations[0]!.textId, [
      doubt.id,
      foreign.id,
      placed.id,
      newId(),
    ]);
    const { projectId } = document;
    const term = await buildTerm({
      projectId,
      source: "全市",
      target: "the city",
    });
    const explained = await buildTermNote({
      termId: term.id,
      body: "Quzhou.",
      status: "reviewed",
    });
    return { document, reader, placed, explained, title, bodyText };
  }

  it("are those of the document and of the terms it uses, none of another document and no doubts", async () => {
    const { document, reader, placed, explained } = await setUpNotes();
    const edition = await viewEdition(reader, document.id);
    expect(edition.notes.map(({ id, number }) => [id, number])).toEqual([
      [placed.id, 1],
      [explained.id, 2],
    ]);
    const { body } = await exportDocument(reader, {
      documentId: document.id,
      ...CHOICE,
    });
    expect(body).toContain("I. Significance[^1]");
    expect(body).toContain("The city[^2] stands as one.");
    expect(body).toContain("[^1]: Placed.");
    expect(body).not.toMatch(/Of another document|Is it so|Without a place/);
  });

  it("are counted with those that have no place, before anything is exported", async () => {
    const { document, reader } = await setUpNotes();
    expect(await viewExport(reader, document.id)).toMatchObject({
      notes: 3,
      unplacedNotes: 1,
      unreviewedNotes: 2,
    });
  });

  it("have first uses in the form that the project wants", async () => {
    const { document, reader } = await setUpNotes();
    await prisma.project.update({
      where: { id: document.projectId },
      data: {
        style: { version: 1, firstUse: "characters", exchangeRate: null },
      },
    });
    const { body } = await exportDocument(reader, {
      documentId: document.id,
      ...CHOICE,
    });
    expect(body).toContain("The city (全市)[^2] stands as one.");
  });

  it("leave out the note of a term that the document does not want", async () => {
    const { document, reader, placed, explained } = await setUpNotes();
    await prisma.noteSuppression.create({
      data: { documentId: document.id, noteId: explained.id },
    });
    const { notes } = await viewEdition(reader, document.id);
    expect(notes.map(({ id }) => id)).toEqual([placed.id]);
  });

  it("are stored before they are read, with the texts", async () => {
    const { document, reader, placed, explained } = await setUpNotes();
    let flushed: readonly string[] = [];
    shareLiveServer({
      announce: () => undefined,
      write: async () => undefined,
      disconnect: () => undefined,
      endSession: () => undefined,
      flush: async (textIds) => {
        flushed = textIds;
      },
    });
    await viewEdition(reader, document.id);
    expect(flushed).toContain(placed.textId);
    expect(flushed).toContain(explained.textId);
  });

  it("are for members alone", async () => {
    const { document } = await setUpNotes();
    const stranger = await actorOf((await buildAccount()).id);
    for (const id of [document.id, newId(), "../secret"])
      await expect(viewEdition(stranger, id)).rejects.toMatchObject({
        code: "not_found",
      });
  });
});
