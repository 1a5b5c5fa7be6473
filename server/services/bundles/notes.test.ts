import { afterEach, describe, expect, it } from "vitest";
import type { Actor } from "@/core/access/can";
import type { Bundle } from "@/core/bundle/bundle";
import { readBundle } from "@/core/bundle/read-bundle";
import { writeBundle } from "@/core/bundle/write-bundle";
import { makeAnchor } from "@/core/notes/anchor";
import { mapRuns, marksOf } from "@/core/notes/marks";
import { DEFAULT_STYLE } from "@/core/projects/style";
import {
  plainText,
  RichTextSchema,
  richTextFromPlain,
} from "@/core/text/rich-text";
import { normalizeRichText } from "@/editor/convert";
import { prisma } from "@/server/db/client";
import { deriveText } from "@/server/db/derived-text";
import { deleteProject, updateProjectStyle } from "@/server/db/projects";
import { setSuppressed } from "@/server/db/term-notes";
import { newId } from "@/server/ids";
import { shareLiveServer } from "@/server/live";
import { viewNotes } from "@/server/services/notes/view-notes";
import { exportBundle } from "./export-bundle";
import { importBundle } from "./import-bundle";
import {
  buildAccount,
  buildDocument,
  buildMembership,
  buildNote,
  buildProject,
  buildTerm,
  buildTermNote,
} from "@/test/factories";

const TEXT = "坚持“五链”融合，加快建设四省边际中心城市。";

const actorOf = (accountId: string): Actor => ({
  accountId,
  name: "译者",
  instanceRole: "member",
});

async function textOf(actor: Actor, projectId: string): Promise<string> {
  const { body } = await exportBundle(actor, projectId);
  return typeof body === "string" ? body : new TextDecoder().decode(body);
}

/** Puts a mark of a note at the end of the first paragraph's English. */
async function markNote(documentId: string, noteId: string): Promise<void> {
  const { text } = await prisma.translation.findFirstOrThrow({
    where: { paragraph: { documentId } },
    include: { text: true },
  });
  const mark = { kind: "note", noteId, ref: "aaaaaa" } as const;
  const richText = mapRuns(RichTextSchema.parse(text.richText), (runs) => [
    ...runs,
    mark,
  ]);
  await prisma.liveText.update({
    where: { id: text.id },
    data: { richText: richText, noteIds: [...text.noteIds, noteId] },
  });
}

/** A project with a document of one paragraph, a term with a note, and a note that stands in both texts. */
async function notedProject() {
  const project = await buildProject();
  const member = await buildMembership({
    projectId: project.id,
    role: "translator",
  });
  const document = await buildDocument({
    projectId: project.id,
    paragraphs: [
      { text: TEXT, target: "Five-Chain Integration, a central city" },
    ],
  });
  const [paragraph] = document.paragraphs;
  const term = await buildTerm({ projectId: project.id, status: "approved" });
  const explanation = await buildTermNote({
    termId: term.id,
    body: "The chains",
    status: "reviewed",
  });
  const from = TEXT.indexOf("四省");
  const note = await buildNote({
    documentId: document.id,
    body: "Four provinces",
    kind: "background",
    anchor: makeAnchor(TEXT, {
      paragraphId: paragraph?.id ?? "",
      field: "",
      from,
      to: from + 4,
    }),
    citations: [
      {
        title: "Report",
        publisher: "",
        date: "2025",
        address: "https://example.org/",
        archivedAddress: "",
      },
    ],
  });
  await markNote(document.id, note.id);
  const actor = actorOf(member.accountId);
  return { project, document, term, explanation, note, actor };
}

const only = (bundle: Bundle) => {
  const [document] = bundle.documents;
  if (document === undefined) throw new Error("no document");
  return document;
};

const marksIn = (bundle: Bundle) =>
  only(bundle).paragraphs.flatMap(({ translations }) =>
    translations.flatMap(({ target }) =>
      marksOf(target).map(({ noteId }) => noteId),
    ),
  );

afterEach(() => shareLiveServer(null));

describe("moving notes in a bundle", () => {
  it("stores words in the form in which a mark alone leaves them approved", async () => {
    const { project, document, actor } = await notedProject();
    const bundle = readBundle(await textOf(actor, project.id));
    const words = only(bundle).paragraphs[0]?.translations[0]?.target;
    // Another program may order marks in its own way.
    const forged = JSON.stringify(bundle).replaceAll(
      '"marks":[]',
      '"marks":["italic","bold"]',
    );
    const { documentIds } = await importBundle(actor, { text: forged });
    expect(words && plainText(words)).not.toBe("");
    expect(documentIds).not.toEqual([document.id]);
    const stored = await prisma.liveText.findFirstOrThrow({
      where: {
        translation: { paragraph: { documentId: documentIds[0] ?? "" } },
      },
    });
    const { wordsHash } = deriveText(
      normalizeRichText(RichTextSchema.parse(stored.richText)),
      "translation",
    );
    expect(stored.wordsHash).toBe(wordsHash);
  });

  it("keeps notes, explanations, style and what a document does not want, under their ids", async () => {
    const { project, document, explanation, note, actor } =
      await notedProject();
    await updateProjectStyle(project.id, {
      ...DEFAULT_STYLE,
      firstUse: "characters",
      exchangeRate: { yuanPerDollar: 7.1, date: "2025-12-08", source: "" },
    });
    await setSuppressed(
      { documentId: document.id, noteId: explanation.id },
      true,
    );
    const text = await textOf(actor, project.id);
    const bundle = readBundle(text);
    expect(bundle.project.style?.firstUse).toBe("characters");
    expect(bundle.terms[0]?.explanation).toMatchObject({
      id: explanation.id,
      kind: "term",
      status: "reviewed",
      body: richTextFromPlain("The chains"),
    });
    expect(only(bundle)).toMatchObject({
      suppressed: [explanation.id],
      notes: [
        {
          id: note.id,
          kind: "background",
          status: "draft",
          anchor: { quote: { exact: "四省边际" } },
          citations: [{ title: "Report" }],
        },
      ],
    });
    expect(marksIn(bundle)).toEqual([note.id]);

    await deleteProject(project.id);
    const { projectId, documentIds } = await importBundle(actor, { text });
    expect(await textOf(actor, projectId)).toBe(text);
    const view = await viewNotes(actor, documentIds[0] ?? "");
    expect(view.rows.map(({ marks }) => marks)).toEqual([
      [{ noteId: note.id, isFirstUse: false }],
    ]);
    expect(view.suppressed).toEqual([explanation.id]);
    expect(view.notes.map(({ id, term }) => [id, term?.source])).toEqual([
      [explanation.id, "五链融合"],
      [note.id, undefined],
    ]);
  });

  it("gives copies ids of their own, and takes marks and anchors along", async () => {
    const { project, document, explanation, note, actor } =
      await notedProject();
    await setSuppressed(
      { documentId: document.id, noteId: explanation.id },
      true,
    );
    const text = await textOf(actor, project.id);
    const stranger = actorOf((await buildAccount()).id);
    const copies = await Promise.all(
      [1, 2, 3].map(() => importBundle(stranger, { text })),
    );
    const seen = new Set([note.id]);
    for (const { projectId } of copies) {
      const copy = readBundle(await textOf(stranger, projectId));
      const [own] = only(copy).notes;
      expect(seen).not.toContain(own?.id);
      seen.add(own?.id ?? "");
      expect(marksIn(copy)).toEqual([own?.id]);
      expect(own?.anchor).toMatchObject({
        paragraphId: only(copy).paragraphs[0]?.id,
        quote: { exact: "四省边际" },
      });
      expect(own?.anchor?.position).not.toBeNull();
      expect(only(copy).suppressed).toEqual([copy.terms[0]?.explanation?.id]);
      expect(only(copy).suppressed).not.toContain(explanation.id);
    }
    expect(seen.size).toBe(4);
    expect(await textOf(actor, project.id)).toBe(text);
  });

  it("lets a forged bundle neither touch nor show a note of another project", async () => {
    const { project, explanation, note, actor } = await notedProject();
    const secret = await textOf(actor, project.id);
    const other = await notedProject();
    const intruder = other.actor;
    const bundle = readBundle(await textOf(intruder, other.project.id));
    const document = only(bundle);
    const forged = writeBundle({
      ...bundle,
      documents: [
        {
          ...document,
          id: newId(),
          notes: [
            {
              ...document.notes[0],
              id: note.id,
              kind: "translator",
              status: "draft",
              citations: [],
              body: richTextFromPlain("Forged"),
              anchor: null,
            },
          ],
          suppressed: [explanation.id],
        },
      ],
    });
    const { documentIds } = await importBundle(intruder, { text: forged });
    const view = await viewNotes(intruder, documentIds[0] ?? "");
    const own = view.notes.filter(({ documentId }) => documentId !== null);
    expect(own.map(({ body }) => plainText(body))).toEqual(["Forged"]);
    expect(own[0]?.id).not.toBe(note.id);
    expect(view.suppressed).toEqual([]);
    expect(await textOf(actor, project.id)).toBe(secret);
  });

  it("leaves out deleted notes and their marks, and changes nothing of them", async () => {
    const { project, document, note, actor } = await notedProject();
    await prisma.note.update({
      where: { id: note.id },
      data: { deletedAt: new Date() },
    });
    const bundle = readBundle(await textOf(actor, project.id));
    expect(only(bundle).notes).toEqual([]);
    expect(marksIn(bundle)).toEqual([]);
    expect((await viewNotes(actor, document.id)).rows).toHaveLength(1);
  });

  it("keeps the note of a term that is gone where a document refers to it", async () => {
    const { project, document, term, explanation, note, actor } =
      await notedProject();
    await prisma.term.delete({ where: { id: term.id } });
    expect(
      only(readBundle(await textOf(actor, project.id))).notes.map(
        ({ id }) => id,
      ),
    ).toEqual([note.id]);
    await markNote(document.id, explanation.id);
    const text = await textOf(actor, project.id);
    expect(marksIn(readBundle(text))).toEqual([note.id, explanation.id]);
    await deleteProject(project.id);
    const { projectId } = await importBundle(actor, { text });
    expect(await textOf(actor, projectId)).toBe(text);
  });

  it("takes along what was typed into notes a moment ago", async () => {
    const { project, explanation, note, actor } = await notedProject();
    const flushed: string[] = [];
    shareLiveServer({
      announce: () => undefined,
      flush: (ids) => {
        flushed.push(...ids);
        return Promise.resolve();
      },
      write: () => Promise.resolve(),
      disconnect: () => undefined,
      endSession: () => undefined,
    });
    await textOf(actor, project.id);
    expect(flushed).toContain(note.textId);
    expect(flushed).toContain(explanation.textId);
  });
});
