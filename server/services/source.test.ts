import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor, Role } from "@/core/access/can";
import { ImportDocumentInput } from "@/core/documents/inputs";
import { correct } from "@/core/source/corrections";
import { PreviewSourceInput } from "@/core/source/inputs";
import { prisma } from "@/server/db/client";
import { newId } from "@/server/ids";
import { importDocument } from "@/server/services/documents/import-document";
import { previewSource } from "@/server/services/source";
import { buildAccount, buildMembership, buildProject } from "@/test/factories";

const SAMPLE = readFileSync("samples/quzhou-15th-fyp/source.zh.txt");
let projectId: string;
let owner: Actor;

async function actorWith(role: Role | null): Promise<Actor> {
  const { id, name } = await buildAccount();
  if (role !== null) await buildMembership({ projectId, accountId: id, role });
  return { accountId: id, name, instanceRole: "member" };
}

const pasted = (text: string) => ({ projectId, text, file: null });
const file = (bytes: Uint8Array, name = "source.zh.txt") => ({
  projectId,
  text: null,
  file: { name, bytes },
});

beforeEach(async () => {
  const project = await buildProject();
  projectId = project.id;
  owner = { accountId: project.ownerId, name: "主人", instanceRole: "member" };
});

describe("a preview", () => {
  it("shows what was understood of a file, and stores nothing", async () => {
    const preview = await previewSource(owner, file(SAMPLE));
    expect(preview).toMatchObject({
      fileName: "source.zh.txt",
      mediaType: "text/plain",
      encoding: "utf-8",
      text: SAMPLE.toString(),
    });
    expect(preview.parsed.paragraphs).toHaveLength(89);
    expect(await prisma.document.count({ where: { projectId } })).toBe(0);
  });

  it("is the same for a paste", async () => {
    const preview = await previewSource(owner, pasted(SAMPLE.toString()));
    expect(preview).toMatchObject({ fileName: null, encoding: null });
    expect(preview.parsed).toEqual(
      (await previewSource(owner, file(SAMPLE))).parsed,
    );
  });

  it("can be stored as it is, and as it was corrected", async () => {
    const { parsed, ...preview } = await previewSource(owner, file(SAMPLE));
    const corrected = correct(correct(parsed, { kind: "merge", index: 5 }), {
      kind: "set-kind",
      index: 2,
      to: "body",
    });
    for (const { metadata, paragraphs } of [parsed, corrected]) {
      const input = ImportDocumentInput.parse({
        projectId,
        ...preview,
        metadata,
        paragraphs,
      });
      const { documentId } = await importDocument(owner, input);
      expect(await prisma.paragraph.count({ where: { documentId } })).toBe(
        paragraphs.length,
      );
    }
  });

  it("is given to those who may import, and to nobody else", async () => {
    for (const role of ["reviewer", "translator"] as const) {
      await expect(
        previewSource(await actorWith(role), pasted("正文。")),
      ).resolves.toBeDefined();
    }
    for (const role of ["commenter", "reader"] as const) {
      await expect(
        previewSource(await actorWith(role), pasted("正文。")),
      ).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(
      previewSource(await actorWith(null), pasted("正文。")),
    ).rejects.toMatchObject({ code: "not_found" });
    await expect(
      previewSource(owner, { ...pasted("正文。"), projectId: newId() }),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  it("says what is wrong with a source that cannot be read or kept", async () => {
    await expect(
      previewSource(owner, pasted(" \n\u3000")),
    ).rejects.toMatchObject({ message: "source_empty" });
    await expect(
      previewSource(owner, file(Buffer.from("%PDF-1.7"), "a.pdf")),
    ).rejects.toMatchObject({ message: "source_pdf" });
    await expect(
      previewSource(owner, pasted("正文。\n".repeat(50_001))),
    ).rejects.toMatchObject({
      message: "source_too_many_paragraphs",
      values: { count: 50_001 },
    });
    await expect(
      previewSource(owner, pasted(`${"字".repeat(900)}\n`.repeat(8000))),
    ).rejects.toMatchObject({ code: "too_large", message: "source_too_large" });
  });

  it("can be stored whatever was pasted", async () => {
    const { parsed, ...preview } = await previewSource(
      owner,
      pasted("标题\0一\n正文\ud800到此。\x07"),
    );
    expect(preview.text).toBe("标题\ufffd一\n正文\ufffd到此。\t");
    const { metadata, paragraphs } = parsed;
    await expect(
      importDocument(
        owner,
        ImportDocumentInput.parse({
          projectId,
          ...preview,
          metadata,
          paragraphs,
        }),
      ),
    ).resolves.toBeDefined();
  });

  it("takes a text or a file, not both and not neither", () => {
    const bytes = new Uint8Array([65]);
    const accepted = (input: object) =>
      PreviewSourceInput.safeParse({ projectId, ...input }).success;
    expect(accepted({ text: "甲", file: null })).toBe(true);
    expect(accepted({ text: null, file: { name: "a.txt", bytes } })).toBe(true);
    expect(accepted({ text: null, file: null })).toBe(false);
    expect(accepted({ text: "甲", file: { name: "a.txt", bytes } })).toBe(
      false,
    );
    expect(
      accepted({ text: null, file: { name: "a.txt", bytes: "QUE=" } }),
    ).toBe(false);
  });
});
