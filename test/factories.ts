import { createHash } from "node:crypto";
import type { Role } from "@/core/access/can";
import {
  EMPTY_RICH_TEXT,
  plainText,
  richTextFromPlain,
  type RichText,
  type Run,
} from "@/core/text/rich-text";
import type { Citation, SourceAnchor } from "@/core/notes/note";
import type { MetadataField, ParagraphKind } from "@/core/source/paragraph";
import { prisma } from "@/server/db/client";
import { Prisma } from "@/server/db/generated/client";
import { newId } from "@/server/ids";

// Each factory makes the parents it is not given and returns the stored row.

let count = 0;

const sha256 = (text: string) =>
  createHash("sha256").update(text).digest("hex");

/** An account; its password cannot be signed in with unless a hash is given. */
export async function buildAccount(
  given: Partial<Prisma.AccountUncheckedCreateInput> = {},
) {
  count += 1;
  return prisma.account.create({
    data: {
      id: newId(),
      name: `译者 ${count}`,
      email: `translator-${count}@example.org`,
      passwordHash: "none",
      ...given,
    },
  });
}

/** A project with an owner; `owner` is that account's id. */
export async function buildProject({
  owner,
  ...given
}: Partial<Prisma.ProjectUncheckedCreateInput> & { owner?: string } = {}) {
  const accountId = owner ?? (await buildAccount()).id;
  const project = await prisma.project.create({
    data: {
      id: newId(),
      name: "衢州“十五五”规划建议",
      createdById: accountId,
      ...given,
    },
  });
  await prisma.membership.create({
    data: { projectId: project.id, accountId, role: "owner" },
  });
  return { ...project, ownerId: accountId };
}

/** A membership, by default of a new translator in a new project. */
export async function buildMembership(
  given: { projectId?: string; accountId?: string; role?: Role } = {},
) {
  const projectId = given.projectId ?? (await buildProject()).id;
  const accountId = given.accountId ?? (await buildAccount()).id;
  return prisma.membership.create({
    data: { projectId, accountId, role: given.role ?? "translator" },
  });
}

/** What a paragraph of a built document is; `target` is its English, for fields by their key. */
export type GivenParagraph = {
  text: string;
  kind?: ParagraphKind;
  level?: number | null;
  marker?: string | null;
  runIn?: string | null;
  fields?: MetadataField[];
  target?: string;
  /** The notes whose marks stand behind its English, in order. */
  notes?: readonly string[];
  status?: "empty" | "draft" | "translated" | "approved";
};

const PARAGRAPHS: GivenParagraph[] = [
  {
    text: "中共衢州市委关于制定衢州市国民经济和社会发展第十五个五年规划的建议",
    kind: "title",
  },
  {
    text: "一、“十五五”时期衢州发展的重大意义",
    kind: "heading",
    level: 1,
    marker: "一、",
  },
  {
    text: "1. 坚持“五链”融合。推动创新链、产业链、资金链、人才链、服务链深度融合。",
    kind: "numbered",
    marker: "1.",
    runIn: "坚持“五链”融合。",
  },
];

function withMarksBehind(
  richText: RichText,
  noteIds: readonly string[],
): RichText {
  if (noteIds.length === 0) return richText;
  const marks = noteIds.map((noteId, index): Run => ({
    kind: "note",
    noteId,
    ref: `built${index}0`,
  }));
  const [first, ...others] = richText.blocks;
  const runs = first?.kind === "paragraph" ? first.runs : [];
  const opening = { kind: "paragraph", runs: [...runs, ...marks] } as const;
  return { version: 2, blocks: [opening, ...others] };
}

async function buildTranslation(
  projectId: string,
  paragraphId: string,
  field: string,
  given: GivenParagraph,
) {
  const words = given.target
    ? richTextFromPlain(given.target, { supplied: true })
    : EMPTY_RICH_TEXT;
  const notes = given.notes ?? [];
  const richText = withMarksBehind(words, notes);
  const text = await prisma.liveText.create({
    data: {
      id: newId(),
      projectId,
      kind: "translation",
      richText,
      plainText: plainText(richText),
      noteIds: [...notes],
    },
  });
  return prisma.translation.create({
    data: {
      id: newId(),
      paragraphId,
      field,
      textId: text.id,
      status: given.status ?? (given.target ? "draft" : "empty"),
    },
  });
}

/** A document with one source version, its paragraphs and their translations, in order. */
export async function buildDocument(
  given: {
    projectId?: string;
    title?: string;
    paragraphs?: readonly (string | GivenParagraph)[];
  } = {},
) {
  const projectId = given.projectId ?? (await buildProject()).id;
  const paragraphs = (given.paragraphs ?? PARAGRAPHS).map((paragraph) =>
    typeof paragraph === "string" ? { text: paragraph } : paragraph,
  );
  const title = given.title ?? paragraphs[0]?.text ?? "无题";
  const text = paragraphs.map((paragraph) => paragraph.text).join("\n");
  const { id: documentId } = await prisma.document.create({
    data: { id: newId(), projectId, title },
  });
  const version = await prisma.sourceVersion.create({
    data: {
      id: newId(),
      documentId,
      number: 1,
      text,
      sha256: sha256(text),
      metadata: {
        version: 1,
        title,
        column: null,
        issuingBody: null,
        documentNumber: null,
        publisher: null,
        date: null,
        source: null,
        sourceAddress: null,
      },
    },
  });
  const built = [];
  for (const [position, paragraph] of paragraphs.entries()) {
    const { id } = await prisma.paragraph.create({
      data: { id: newId(), documentId },
    });
    const fields = paragraph.fields ?? [];
    await prisma.versionParagraph.create({
      data: {
        versionId: version.id,
        paragraphId: id,
        position,
        kind: paragraph.kind ?? "body",
        level: paragraph.level ?? null,
        marker: paragraph.marker ?? null,
        runIn: paragraph.runIn ?? null,
        text: paragraph.text,
        normalized: paragraph.text,
        hash: sha256(paragraph.text),
        fields: fields.length > 0 ? fields : Prisma.DbNull,
        characters: paragraph.text.match(/\p{Script=Han}/gu)?.length ?? 0,
      },
    });
    const keys = fields.length > 0 ? fields.map(({ key }) => key) : [""];
    const translations = [];
    for (const key of keys) {
      translations.push(await buildTranslation(projectId, id, key, paragraph));
    }
    built.push({ id, position, text: paragraph.text, translations });
  }
  const document = await prisma.document.update({
    where: { id: documentId },
    data: { currentVersionId: version.id },
  });
  return { ...document, versionId: version.id, paragraphs: built };
}

/** A term of a glossary. */
export async function buildTerm(
  given: Partial<Prisma.TermUncheckedCreateInput> = {},
) {
  const source = given.source ?? "五链融合";
  const normalized = given.normalized ?? source;
  return prisma.term.create({
    data: {
      id: newId(),
      projectId: given.projectId ?? (await buildProject()).id,
      source,
      normalized,
      hash: sha256(normalized),
      pinyin: "wǔ liàn róng hé",
      target: "integration of the five chains",
      status: "approved",
      ...given,
    },
  });
}

type GivenNote = Partial<
  Omit<
    Prisma.NoteUncheckedCreateInput,
    "anchor" | "citations" | "textId" | "projectId"
  >
> & {
  /** Its text; none unless given. */
  body?: string;
  anchor?: SourceAnchor | null;
  citations?: readonly Citation[];
};

async function storeNote(
  projectId: string,
  { body = "", anchor = null, citations = [], ...given }: GivenNote,
) {
  const richText = richTextFromPlain(body);
  const text = await prisma.liveText.create({
    data: {
      id: newId(),
      projectId,
      kind: "note",
      richText,
      plainText: plainText(richText),
    },
  });
  return prisma.note.create({
    data: {
      id: newId(),
      projectId,
      textId: text.id,
      kind: "translator",
      anchor: anchor ?? Prisma.DbNull,
      citations: { version: 1, items: [...citations] },
      ...given,
    },
  });
}

/** A note of a document, by default of a new one. */
export async function buildNote(given: GivenNote = {}) {
  const documentId = given.documentId ?? (await buildDocument()).id;
  const { projectId } = await prisma.document.findUniqueOrThrow({
    where: { id: documentId },
  });
  return storeNote(projectId, { ...given, documentId });
}

/** The note of a term, by default of a new one. */
export async function buildTermNote({
  termId,
  ...given
}: Omit<GivenNote, "documentId" | "termHash"> & { termId?: string } = {}) {
  const id = termId ?? (await buildTerm()).id;
  const term = await prisma.term.findUniqueOrThrow({ where: { id } });
  return storeNote(term.projectId, {
    kind: "term",
    termSource: term.source,
    ...given,
    termHash: term.hash,
  });
}
