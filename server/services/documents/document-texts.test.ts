import { describe, expect, it } from "vitest";
import { richTextFromPlain } from "@/core/text/rich-text";
import { prisma, transaction } from "@/server/db/client";
import { insertDocumentText } from "@/server/db/document-texts";
import { deleteDocument } from "@/server/db/documents";
import { deleteProject } from "@/server/db/projects";
import { newId } from "@/server/ids";
import { buildDocument } from "@/test/factories";
import { findDocumentTexts, readDocumentTexts } from "./document-texts";

const countTexts = (projectId: string) =>
  prisma.liveText.count({
    where: { projectId, kind: { in: ["introduction", "conventions"] } },
  });

describe("the texts before a document", () => {
  it("are made when they are first asked for, once for all who ask at that moment", async () => {
    const document = await buildDocument();
    expect(await readDocumentTexts(document.id)).toEqual({
      introduction: null,
      conventions: null,
    });
    const found = await Promise.all(
      [1, 2, 3, 4].map(() => findDocumentTexts(document)),
    );
    expect(new Set(found.map((texts) => JSON.stringify(texts))).size).toBe(1);
    expect(await findDocumentTexts(document)).toEqual(found[0]);
    expect(await countTexts(document.projectId)).toBe(2);
  });

  it("are completed where one came with a bundle", async () => {
    const document = await buildDocument();
    const place = { projectId: document.projectId, documentId: document.id };
    const textId = newId();
    const richText = richTextFromPlain("A text of its kind");
    await transaction((db) =>
      insertDocumentText(place, { kind: "introduction", textId, richText }, db),
    );
    const texts = await findDocumentTexts(document);
    expect(texts.introductionTextId).toBe(textId);
    expect(await readDocumentTexts(document.id)).toMatchObject({
      introduction: richText,
    });
  });

  it("are not made for a document that is gone, and go with document and project", async () => {
    const document = await buildDocument();
    const { projectId } = document;
    await findDocumentTexts(document);
    await transaction((db) => deleteDocument(document.id, db));
    expect(await countTexts(projectId)).toBe(0);
    await expect(findDocumentTexts(document)).rejects.toMatchObject({
      code: "not_found",
    });
    const other = await buildDocument();
    await findDocumentTexts(other);
    await deleteProject(other.projectId);
    expect(await countTexts(other.projectId)).toBe(0);
  });
});
