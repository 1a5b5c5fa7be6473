import { describe, expect, it } from "vitest";
import type { Actor, Role } from "@/core/access/can";
import type { ImportDocumentInput } from "@/core/documents/inputs";
import { countProgress } from "@/core/documents/progress";
import type { SourceParagraph } from "@/core/source/paragraph";
import { plainText } from "@/core/text/rich-text";
import { listActivities } from "@/server/db/activities";
import { prisma } from "@/server/db/client";
import {
  countProjectProgress,
  listDocumentSummaries,
} from "@/server/db/documents";
import { newId } from "@/server/ids";
import {
  buildAccount,
  buildDocument,
  buildMembership,
  buildProject,
} from "@/test/factories";
import { deleteDocument } from "./delete-document";
import { importDocument } from "./import-document";
import { listRows, viewDocument } from "./view-document";

const TITLE =
  "中共衢州市委关于制定衢州市国民经济和社会发展第十五个五年规划的建议";
const META = "发布人:法务与规划发展处  发布时间:2025-12-08   浏览次数:10";
const NUMBERED =
  "1.  “十四五”时期我市发展取得重大成就。“十四五”时期是我市发展极不寻常、极不平凡的五年。";

function paragraph(
  given: Partial<SourceParagraph> & { text: string },
): SourceParagraph {
  return {
    kind: "body",
    level: null,
    marker: null,
    runIn: null,
    table: null,
    fields: [],
    ...given,
  };
}

function field(key: string, label: string, value: string) {
  const from = META.indexOf(value);
  return { key, label, value, from, to: from + value.length };
}

const PARAGRAPHS = [
  paragraph({ text: TITLE, kind: "title" }),
  paragraph({
    text: META,
    kind: "meta",
    fields: [
      field("publisher", "发布人", "法务与规划发展处"),
      field("date", "发布时间", "2025-12-08"),
      field("views", "浏览次数", "10"),
    ],
  }),
  paragraph({
    text: "一、深入践行“八八战略”。",
    kind: "heading",
    level: 1,
    marker: "一、",
  }),
  paragraph({
    text: NUMBERED,
    kind: "numbered",
    marker: "1.",
    runIn: "“十四五”时期我市发展取得重大成就。",
  }),
];

function sourceOf(
  projectId: string,
  given: Partial<ImportDocumentInput> = {},
): ImportDocumentInput {
  return {
    projectId,
    text: PARAGRAPHS.map(({ text }) => text).join("\n\n"),
    fileName: "source.zh.txt",
    mediaType: "text/plain",
    encoding: "utf-8",
    metadata: {
      version: 1,
      title: TITLE,
      column: null,
      issuingBody: null,
      documentNumber: null,
      publisher: "法务与规划发展处",
      date: "2025-12-08",
      source: null,
      sourceAddress: null,
    },
    paragraphs: PARAGRAPHS,
    ...given,
  };
}

const actorOf = (accountId: string): Actor => ({
  accountId,
  name: "译者",
  instanceRole: "member",
});

async function projectWith(role: Role) {
  const project = await buildProject();
  const member = await buildMembership({ projectId: project.id, role });
  return { project, actor: actorOf(member.accountId) };
}

describe("importing a document", () => {
  it("stores source, paragraphs and one translation for each part", async () => {
    const { project, actor } = await projectWith("translator");
    const { documentId } = await importDocument(actor, sourceOf(project.id));
    const view = await viewDocument(actor, documentId);
    expect(view.title).toBe(TITLE);
    expect(view.metadata.date).toBe("2025-12-08");
    expect(
      view.rows.map(({ number, field, label, source, status }) => [
        number,
        field,
        label,
        source,
        status,
      ]),
    ).toEqual([
      [1, "", null, TITLE, "empty"],
      [2, "publisher", "发布人", "法务与规划发展处", "empty"],
      [2, "date", "发布时间", "2025-12-08", "draft"],
      [3, "", null, "一、深入践行“八八战略”。", "empty"],
      [4, "", null, NUMBERED, "empty"],
    ]);
    expect(view.summaries.map(({ heading }) => heading)).toEqual([
      null,
      null,
      null,
      "深入践行“八八战略”",
      "“十四五”时期我市发展取得重大成就",
    ]);
    const version = await prisma.sourceVersion.findFirstOrThrow({
      where: { documentId },
      include: { paragraphs: { orderBy: { position: "asc" } } },
    });
    expect(version.text).toBe(sourceOf(project.id).text);
    expect(version.sha256).toMatch(/^[\da-f]{64}$/);
    expect(version.paragraphs.map(({ characters }) => characters)).toEqual([
      33, 8, 9, 36,
    ]);
    expect(version.paragraphs[2]?.normalized).toContain("八八战略");
    expect((await listActivities(project.id, 5))[0]).toMatchObject({
      action: "document.import",
      subjectId: documentId,
      accountId: actor.accountId,
    });
  });

  it("names a document after its title, however long, or after what else there is", async () => {
    const { project, actor } = await projectWith("owner");
    const named = async (title: string) => {
      const { metadata } = sourceOf(project.id);
      const { documentId } = await importDocument(
        actor,
        sourceOf(project.id, { metadata: { ...metadata, title } }),
      );
      return (await viewDocument(actor, documentId)).title;
    };
    expect(await named(`${"规".repeat(299)}𠮷`)).toBe("规".repeat(299));
    expect(await named("")).toBe(TITLE);
  });

  it("writes the English of a date as a draft", async () => {
    const { project, actor } = await projectWith("translator");
    const { documentId } = await importDocument(actor, sourceOf(project.id));
    const [, , date] = await listRows(actor, documentId, 0, 3);
    expect(date && plainText(date.target)).toBe("8 December 2025");
  });

  it("counts progress in the database as the workbench counts its rows", async () => {
    const { project, actor } = await projectWith("owner");
    const { documentId } = await importDocument(actor, sourceOf(project.id));
    await buildDocument({
      projectId: project.id,
      paragraphs: [
        { text: "题目", kind: "title", target: "A title", status: "approved" },
        { text: "正文", target: "Some text", status: "translated" },
        "未译",
      ],
    });
    const view = await viewDocument(actor, documentId);
    const summaries = await listDocumentSummaries(project.id);
    expect(summaries.find(({ id }) => id === documentId)?.progress).toEqual(
      countProgress(view.summaries),
    );
    expect(summaries.map(({ titleEnglish }) => titleEnglish).sort()).toEqual([
      "A title",
      null,
    ]);
    expect((await countProjectProgress([project.id])).get(project.id)).toEqual({
      paragraphs: 7,
      draft: 0,
      translated: 1,
      approved: 1,
      characters: 92,
      charactersDone: 4,
    });
  });

  it.each<[string, Partial<ImportDocumentInput>, string]>([
    ["NUL", { text: "正\0文" }, "source_unstorable"],
    ["a lone surrogate", { text: "正\ud800文" }, "source_unstorable"],
    [
      "a NUL in the name of the file",
      { fileName: "正\0文.txt" },
      "source_unstorable",
    ],
    [
      "a marker that ends within a character",
      { paragraphs: [paragraph({ text: "𠮷、正文", marker: "\ud842" })] },
      "source_unstorable",
    ],
    [
      "nothing but blanks",
      {
        text: " ",
        fileName: ".txt",
        metadata: { ...sourceOf("").metadata, title: "" },
        paragraphs: [paragraph({ text: " " })],
      },
      "source_inconsistent",
    ],
    [
      "a marker that is not in the text",
      { paragraphs: [paragraph({ text: "正文", marker: "一、" })] },
      "source_inconsistent",
    ],
    [
      "a run-in heading that is not in the text",
      { paragraphs: [paragraph({ text: "正文", runIn: "别的。" })] },
      "source_inconsistent",
    ],
    [
      "a field that does not stand where it says",
      {
        paragraphs: [
          paragraph({
            text: META,
            kind: "meta",
            fields: [
              { ...field("date", "发布时间", "2025-12-08"), from: 0, to: 10 },
            ],
          }),
        ],
      },
      "source_inconsistent",
    ],
    [
      "an unknown field",
      {
        paragraphs: [
          paragraph({
            text: "甲",
            kind: "meta",
            fields: [
              { key: "proto", label: null, value: "甲", from: 0, to: 1 },
            ],
          }),
        ],
      },
      "source_inconsistent",
    ],
  ])("refuses %s and stores nothing", async (_what, given, message) => {
    const { project, actor } = await projectWith("owner");
    await expect(
      importDocument(actor, sourceOf(project.id, given)),
    ).rejects.toMatchObject({ code: "invalid", message });
    expect(
      await prisma.document.count({ where: { projectId: project.id } }),
    ).toBe(0);
  });

  it("stores nothing at all when the last step fails", async () => {
    const { project, actor } = await projectWith("owner");
    const ghost = { ...actor, accountId: newId() };
    await expect(
      importDocument(ghost, sourceOf(project.id)),
    ).rejects.toMatchObject({ code: "not_found" });
    // Two paragraphs of 20 million characters pass no check of their own; together they are too much.
    const long = "长".repeat(11 * 1024 * 1024);
    await expect(
      importDocument(
        actor,
        sourceOf(project.id, {
          paragraphs: [paragraph({ text: long }), paragraph({ text: long })],
        }),
      ),
    ).rejects.toMatchObject({ code: "too_large" });
    expect(
      await prisma.liveText.count({ where: { projectId: project.id } }),
    ).toBe(0);
  });

  it("stores and shows 5,000 paragraphs, each at its place", async () => {
    const { project, actor } = await projectWith("owner");
    const many = Array.from({ length: 5000 }, (_, index) =>
      paragraph({
        text: `${index + 1}. 坚持“五链”融合。${"推动创新链、产业链、资金链、人才链深度融合。".repeat(8)}`,
        kind: "numbered",
        marker: `${index + 1}.`,
        runIn: "坚持“五链”融合。",
      }),
    );
    const text = many.map((each) => each.text).join("\n");
    const { documentId } = await importDocument(
      actor,
      sourceOf(project.id, {
        text,
        paragraphs: many,
      }),
    );
    const view = await viewDocument(actor, documentId);
    const rows = await listRows(actor, documentId, 2000, 2100);
    expect(view.summaries).toHaveLength(5000);
    expect(rows.map(({ number }) => number)).toEqual(
      Array.from({ length: 100 }, (_, index) => 2001 + index),
    );
  });
});

describe("who may do what with documents", () => {
  it.each(["commenter", "reader"] as const)(
    "lets a %s read but not import or delete",
    async (role) => {
      const { project, actor } = await projectWith(role);
      const document = await buildDocument({ projectId: project.id });
      await expect(
        importDocument(actor, sourceOf(project.id)),
      ).rejects.toMatchObject({ code: "forbidden" });
      await expect(
        deleteDocument(actor, { documentId: document.id }),
      ).rejects.toMatchObject({ code: "forbidden" });
      const view = await viewDocument(actor, document.id);
      expect(view.can).toEqual({
        edit: false,
        approve: false,
        editGlossary: false,
        editNotes: false,
        reviewNotes: false,
        export: true,
        delete: false,
      });
    },
  );

  it("tells a stranger that there is nothing", async () => {
    const document = await buildDocument();
    const stranger = actorOf((await buildAccount()).id);
    const missing = { code: "not_found" };
    await expect(
      importDocument(stranger, sourceOf(document.projectId)),
    ).rejects.toMatchObject(missing);
    await expect(viewDocument(stranger, document.id)).rejects.toMatchObject(
      missing,
    );
    await expect(listRows(stranger, document.id, 0, 5)).rejects.toMatchObject(
      missing,
    );
    await expect(
      deleteDocument(stranger, { documentId: document.id }),
    ).rejects.toMatchObject(missing);
    await expect(viewDocument(stranger, newId())).rejects.toMatchObject(
      missing,
    );
    await expect(viewDocument(stranger, "' OR 1=1 --")).rejects.toMatchObject(
      missing,
    );
  });

  it.each([
    [-1, 5],
    [5, 1],
    [0.5, 3],
    [Number.NaN, 3],
    [0, Number.POSITIVE_INFINITY],
  ])("refuses the window %d to %d", async (from, to) => {
    const { project, actor } = await projectWith("reader");
    const document = await buildDocument({ projectId: project.id });
    await expect(listRows(actor, document.id, from, to)).rejects.toMatchObject({
      code: "invalid",
    });
  });
});

describe("deleting a document", () => {
  it("removes its texts too and says so in the log", async () => {
    const { project, actor } = await projectWith("owner");
    const kept = await buildDocument({ projectId: project.id });
    const { documentId } = await importDocument(actor, sourceOf(project.id));
    await deleteDocument(actor, { documentId });
    expect(
      await prisma.liveText.count({ where: { projectId: project.id } }),
    ).toBe(kept.paragraphs.length);
    await expect(viewDocument(actor, documentId)).rejects.toMatchObject({
      code: "not_found",
    });
    expect((await listActivities(project.id, 1))[0]).toMatchObject({
      action: "document.delete",
      subjectId: documentId,
    });
  });
});
