import { afterEach, describe, expect, it } from "vitest";
import type { Actor } from "@/core/access/can";
import { EXPORT_FORMATS } from "@/core/editions/edition";
import { prisma } from "@/server/db/client";
import { newId } from "@/server/ids";
import { shareLiveServer } from "@/server/live";
import { exportDocument, viewExport } from "@/server/services/editions";
import {
  buildAccount,
  buildDocument,
  buildMembership,
  buildProject,
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

const CHOICE = { format: "markdown", layout: "english" } as const;

afterEach(() => shareLiveServer(null));

describe("exporting a document", () => {
  it("tells a reader how much is translated and approved", async () => {
    const { document, reader } = await setUp();
    expect(await viewExport(reader, document.id)).toEqual({
      paragraphs: 3,
      untranslated: 1,
      unapproved: 1,
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
