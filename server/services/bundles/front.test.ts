import { beforeEach, describe, expect, it } from "vitest";
import type { Bundle } from "@/core/bundle/bundle";
import { readBundle } from "@/core/bundle/read-bundle";
import { writeBundle } from "@/core/bundle/write-bundle";
import { NO_DETAILS } from "@/core/editions/publication";
import { richTextFromPlain } from "@/core/text/rich-text";
import { prisma, transaction } from "@/server/db/client";
import { deleteProject } from "@/server/db/projects";
import { updatePublication } from "@/server/db/publications";
import { newId } from "@/server/ids";
import { liveServer, shareLiveServer } from "@/server/live";
import { findDocumentTexts } from "@/server/services/documents/document-texts";
import { buildActor, buildActors, type Actors } from "@/test/actors";
import { buildDocument, buildProject, buildTerm } from "@/test/factories";
import { collectBundle } from "./collect-bundle";
import { exportBundle } from "./export-bundle";
import { importBundle } from "./import-bundle";
import { storeBundle } from "./store-bundle";

const slugs = (() => {
  let count = 0;
  return () => `plan-${(count += 1)}-${newId().slice(-6)}`;
})();

let projectId: string;
let actors: Actors;
let document: Awaited<ReturnType<typeof buildDocument>>;
let slug: string;

beforeEach(async () => {
  projectId = (await buildProject()).id;
  actors = await buildActors(projectId);
  document = await buildDocument({ projectId });
  slug = slugs();
  await updatePublication(document.id, {
    ...NO_DETAILS,
    slug,
    credits: [{ name: "Li Wei 李伟", role: "translator" }],
    licence: { name: "CC BY 4.0", address: "https://example.org/by" },
    issuingBody: "CPC Quzhou Municipal Committee",
  });
});

const only = ({ documents }: Bundle) => {
  const [first] = documents;
  if (first === undefined) throw new Error("The bundle has no document.");
  return first;
};

async function write(id: string, words: string) {
  const { introductionTextId } = await findDocumentTexts({ id, projectId });
  await prisma.liveText.update({
    where: { id: introductionTextId },
    data: { richText: richTextFromPlain(words), plainText: words },
  });
  return introductionTextId;
}

describe("what stands before a document, in a bundle", () => {
  it("leaves and comes back with the kinds of terms, to the same bytes", async () => {
    await write(document.id, "A text of its kind.");
    await buildTerm({ projectId, source: "衢州", category: "place" });
    const text = writeBundle(await collectBundle(projectId));
    expect(only(readBundle(text))).toMatchObject({
      details: { slug, credits: [{ name: "Li Wei 李伟" }] },
      introduction: richTextFromPlain("A text of its kind."),
      conventions: null,
    });
    await deleteProject(projectId);
    const { projectId: again } = await transaction((db) =>
      storeBundle(readBundle(text), actors.stranger.accountId, db),
    );
    const back = await collectBundle(again);
    expect(writeBundle(back)).toBe(text);
    expect(back.terms[0]?.category).toBe("place");
  });

  it("takes along what was typed a moment ago", async () => {
    const textId = await write(document.id, "Before");
    const before = liveServer();
    shareLiveServer({
      announce: () => undefined,
      flush: async (ids) => {
        if (!ids.includes(textId)) return;
        await write(document.id, "A moment ago");
      },
      write: async () => undefined,
      disconnect: () => undefined,
      endSession: () => undefined,
    });
    try {
      const { body } = await exportBundle(actors.reader, projectId);
      const bundle = readBundle(new TextDecoder().decode(Buffer.from(body)));
      expect(only(bundle).introduction).toEqual(
        richTextFromPlain("A moment ago"),
      );
    } finally {
      shareLiveServer(before);
    }
  });

  it("leaves an address to whom it belongs: a copy has none, even of what is gone with its editions", async () => {
    const text = writeBundle(await collectBundle(projectId));
    const importer = await buildActor(projectId, null);
    const copy = await importBundle(importer, { text });
    expect(only(await collectBundle(copy.projectId)).details).toMatchObject({
      slug: "",
      issuingBody: "CPC Quzhou Municipal Committee",
    });
    await prisma.edition.create({
      data: {
        id: newId(),
        documentId: document.id,
        projectId,
        slug,
        number: 1,
        title: "Plan",
        sourceTitle: "规划",
        body: "{}",
        sha256: "0".repeat(64),
        bundle: "{}",
      },
    });
    await deleteProject(projectId);
    const late = await importBundle(importer, { text });
    expect(only(await collectBundle(late.projectId)).details?.slug).toBe("");
  });

  it("goes to one of those who import it at the same moment", async () => {
    const text = writeBundle(await collectBundle(projectId)).replaceAll(
      slug,
      slugs(),
    );
    const importers = await Promise.all(
      [1, 2, 3].map(() => buildActor(projectId, null)),
    );
    const copies = await Promise.all(
      importers.map((actor) => importBundle(actor, { text })),
    );
    const taken = await Promise.all(
      copies.map(
        async (copy) =>
          only(await collectBundle(copy.projectId)).details?.slug ?? "",
      ),
    );
    expect(taken.filter((each) => each !== "")).toHaveLength(1);
  });
});
