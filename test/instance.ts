import { createCollab } from "@/collab/server";
import type { Actor, Role } from "@/core/access/can";
import { NO_DETAILS } from "@/core/editions/publication";
import type { ExportFormat } from "@/core/export/options";
import { DEFAULT_STYLE } from "@/core/projects/style";
import { prisma } from "@/server/db/client";
import { startExportQueue } from "@/server/export/export-queue";
import { shareExportQueue } from "@/server/export/queue";
import { newId } from "@/server/ids";
import { signUp } from "@/server/services/accounts/sign-up";
import { findDocumentFor } from "@/server/services/documents/find-document";
import { findDocumentTexts } from "@/server/services/documents/document-texts";
import { publicFile } from "@/server/services/editions/public-file";
import { publishEdition } from "@/server/services/editions/publish-edition";
import { setDetails } from "@/server/services/editions/set-details";
import { shareDraft } from "@/server/services/editions/share-draft";
import { withdrawEdition } from "@/server/services/editions/withdraw-edition";
import { addMember } from "@/server/services/members";
import { createNote } from "@/server/services/notes/create-note";
import { loadSamples } from "@/server/services/samples";
import {
  listen,
  openSocket,
  openText,
  sessionCookie,
  type LiveClient,
} from "./live-client";

/** The password of every account of a built instance. */
export const PASSWORD = "side by side on one page";

/** The formats in which a file of its edition is stored. */
export const STORED_FORMATS = [
  "md",
  "html",
  "docx",
  "epub",
  "tei",
] as const satisfies readonly ExportFormat[];

/** An instance as people have left it, with its live server still running. */
export type Instance = {
  readonly owner: Actor;
  readonly translator: Actor;
  readonly projectId: string;
  readonly documentId: string;
  readonly slug: string;
  /** The token of a secret link to the draft. */
  readonly draftToken: string;
  /** A live text of the sample that people have written in. */
  readonly textId: string;
  /** Opens a live text in a window of the translator. */
  open(textId: string): Promise<LiveClient>;
  close(): Promise<void>;
};

async function register(name: string, email: string): Promise<Actor> {
  const links = { invitation: null, setup: null, locale: "en" } as const;
  await signUp(
    { name, email, password: PASSWORD, ...links },
    { address: "192.0.2.1", device: null },
  );
  const account = await prisma.account.findUniqueOrThrow({ where: { email } });
  const { id: accountId, instanceRole } = account;
  return { accountId, name, instanceRole };
}

async function write(client: LiveClient, words: string): Promise<void> {
  await client.synced();
  client.type(words);
  const { type } = await client.flush();
  if (type !== "saved") throw new Error(`Not saved: ${type}`);
}

/** Publishes the document twice, withdraws the first edition, and has files of the second stored. */
async function publishTwice(
  owner: Actor,
  documentId: string,
  slug: string,
): Promise<void> {
  const details = {
    ...NO_DETAILS,
    slug,
    credits: [{ name: "Wang Fang 王芳", role: "translator" as const }],
    licence: { name: "CC BY 4.0", address: "" },
    issuingBody: "CPC Quzhou Municipal Committee",
  };
  // The sample's English is not approved.
  await prisma.project.updateMany({
    data: { style: { ...DEFAULT_STYLE, blocking: [] } },
  });
  await setDetails(owner, { documentId, details });
  await publishEdition(owner, { documentId, number: 1, changes: "" });
  const changes = "Corrected\tthroughout: 全文校订 \\. \\N.";
  await publishEdition(owner, { documentId, number: 2, changes });
  const first = await prisma.edition.findFirstOrThrow({
    where: { slug, number: 1 },
  });
  const reason = "A wrong date.";
  await withdrawEdition(owner, { editionId: first.id, reason });
  for (const format of STORED_FORMATS)
    await publicFile(slug, 2, { format, layout: "parallel", paper: "a4" });
}

/** The live texts of the document's first paragraphs. */
async function listTexts(documentId: string): Promise<readonly string[]> {
  const rows = await prisma.versionParagraph.findMany({
    where: { version: { currentOf: { id: documentId } } },
    orderBy: { position: "asc" },
    take: 12,
    select: { paragraph: { select: { translations: true } } },
  });
  return rows.flatMap(({ paragraph }) =>
    paragraph.translations.map(({ textId }) => textId),
  );
}

/**
 * Fills the empty database of this process through the product's own doors: the sample, accounts and members, an
 * invitation, terms, notes with their history, words typed into live texts (not folded yet), two editions, stored
 * files and a secret link.
 */
export async function buildInstance(): Promise<Instance> {
  await loadSamples();
  const owner = await register("Owner 主人", "owner@example.org");
  const { id: documentId, projectId } =
    await prisma.document.findFirstOrThrow();
  const people: readonly [string, string, Role][] = [
    ["Wang Fang 王芳", "wang@example.org", "translator"],
    ["Zhou Yi", "zhou@example.org", "reader"],
  ];
  const actors: Actor[] = [];
  for (const [name, email, role] of people) {
    actors.push(await register(name, email));
    await addMember(owner, { projectId, email, role });
  }
  const [translator] = actors;
  if (translator === undefined) throw new Error("There is no translator.");
  const email = "new@example.org";
  await addMember(owner, { projectId, email, role: "reviewer" });

  const collab = createCollab();
  const { url, server } = await listen(collab);
  const cookie = await sessionCookie(translator.accountId);
  const socket = openSocket(url, { cookie });
  const open = async (textId: string) => {
    const client = openText(socket, `text:${textId}`);
    await client.synced();
    return client;
  };

  const noteId = newId();
  await createNote(translator, {
    id: noteId,
    documentId,
    kind: "background",
    anchor: null,
  });
  const note = await prisma.note.findUniqueOrThrow({ where: { id: noteId } });
  const front = await findDocumentTexts(
    await findDocumentFor(translator, documentId),
  );
  const [textId = "", ...others] = await listTexts(documentId);
  for (const id of [textId, ...others, note.textId, front.introductionTextId])
    await write(await open(id), " – added by hand 五链\u{20000}");

  const queue = startExportQueue();
  shareExportQueue(queue);
  const slug = "quzhou-plan";
  await publishTwice(owner, documentId, slug);
  const { link } = await shareDraft(owner, {
    documentId,
    label: "For the reviewer",
    days: 30,
  });
  return {
    owner,
    translator,
    projectId,
    documentId,
    slug,
    draftToken: link.split("/").at(-1) ?? "",
    textId,
    open,
    async close() {
      socket.destroy();
      await collab.close();
      server.close();
      await queue.close();
      shareExportQueue(null);
    },
  };
}
