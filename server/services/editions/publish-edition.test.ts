import { afterEach, describe, expect, it } from "vitest";
import { readBundle } from "@/core/bundle/read-bundle";
import { thawEdition } from "@/core/editions/frozen";
import { plainText } from "@/core/text/rich-text";
import { prisma } from "@/server/db/client";
import { editionsVersion } from "@/server/editions-version";
import { sha256 } from "@/server/hash";
import { newId } from "@/server/ids";
import { shareLiveServer, type LiveServer } from "@/server/live";
import { deleteDocument } from "@/server/services/documents/delete-document";
import { deleteProject, findProject } from "@/server/services/projects";
import { buildNote, buildTerm } from "@/test/factories";
import { buildReady, publish, rewrite } from "@/test/publishing";
import { findPublicEdition } from "./public-editions";
import { publishEdition } from "./publish-edition";
import { setDetails } from "./set-details";

const storedOf = (id: string) =>
  prisma.edition.findUniqueOrThrow({
    where: { id },
    include: { paragraphs: { orderBy: { number: "asc" } } },
  });

const liveServer = (flush: LiveServer["flush"]): LiveServer => ({
  announce: () => undefined,
  write: async () => undefined,
  disconnect: () => undefined,
  endSession: () => undefined,
  flush,
});

afterEach(() => shareLiveServer(null));

describe("publishing a document", () => {
  it("freezes it whole, with the hash of its bytes, its bundle and what is searched", async () => {
    const { document, actors, details, projectId } = await buildReady();
    const before = editionsVersion();
    const { editionId, ...published } = await publish(actors, document.id);
    expect(published).toEqual({ slug: details.slug, number: 1 });
    expect(editionsVersion()).toBe(before + 1);

    const stored = await storedOf(editionId);
    expect(stored.sha256).toBe(sha256(stored.body));
    expect(stored.title).toBe("Recommendations for the 15th Five-Year Plan");
    const edition = thawEdition(stored.body);
    expect(edition.publication).toMatchObject({
      slug: details.slug,
      number: 1,
      changes: "",
      address: `http://localhost:3000/e/${details.slug}/1`,
    });
    expect(edition.credits).toEqual(details.credits);
    expect(edition.source.sha256).toBe(
      sha256(document.paragraphs.map(({ text }) => text).join("\n")),
    );
    expect(stored.paragraphs.map((each) => [each.number, each.kind])).toEqual([
      [1, "title"],
      [2, "heading"],
      [3, "body"],
    ]);
    expect(stored.paragraphs[1]).toMatchObject({
      source: "一、坚持“五链”融合",
      sourceFolded: expect.stringContaining("五链融合") as string,
    });
    expect(
      await prisma.activity.findFirst({
        where: { projectId, action: "edition.publish" },
      }),
    ).toMatchObject({
      subjectId: editionId,
      accountId: actors.reviewer.accountId,
    });
  });

  it("keeps what is not for readers out of the edition and its bundle", async () => {
    const { document, actors } = await buildReady();
    const documentId = document.id;
    await buildNote({
      documentId,
      kind: "doubt",
      body: "Is this what they mean?",
    });
    await buildTerm({
      projectId: document.projectId,
      source: "无人机",
      target: "drones nobody mentions",
    });
    const { editionId } = await publish(actors, documentId);
    const { body, bundle } = await storedOf(editionId);
    expect(body + bundle).not.toMatch(/Is this what they mean|drones/);
    expect(readBundle(bundle).documents).toHaveLength(1);
  });

  it("takes what was typed a second ago", async () => {
    const { document, actors } = await buildReady();
    const { textId } = document.paragraphs[2]!.translations[0]!;
    shareLiveServer(
      liveServer(async (textIds) => {
        expect(textIds).toContain(textId);
        await rewrite(textId, "Typed a second ago.");
      }),
    );
    const { editionId } = await publish(actors, document.id);
    const { body } = await storedOf(editionId);
    const { target } = thawEdition(body).paragraphs.at(-1)!;
    expect(plainText(target!)).toBe("Typed a second ago.");
  });

  it("publishes again as the next number, and leaves the first as it was", async () => {
    const { document, actors, details } = await buildReady();
    const first = await publish(actors, document.id);
    const { body } = await storedOf(first.editionId);
    await rewrite(
      document.paragraphs[2]!.translations[0]!.textId,
      "All of it new.",
    );
    const second = await publish(actors, document.id, 2);
    expect((await storedOf(first.editionId)).body).toBe(body);
    const next = thawEdition((await storedOf(second.editionId)).body);
    expect(next.publication).toMatchObject({
      number: 2,
      changes: "Corrected throughout.",
    });
    expect(await findPublicEdition(details.slug, 1)).toMatchObject({
      edition: { publication: { number: 1 } },
    });
  });

  it("gives one number once when two publish at the same moment", async () => {
    const { document, actors } = await buildReady();
    const outcomes = await Promise.allSettled([
      publish(actors, document.id),
      publish(actors, document.id),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([
      "fulfilled",
      "rejected",
    ]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "conflict" },
    });
    expect(
      await prisma.edition.count({ where: { documentId: document.id } }),
    ).toBe(1);
  });

  it("is refused by what the project blocks, and nothing is stored", async () => {
    const blocked = { code: "conflict", message: "publish_blocked" };
    const { document, actors } = await buildReady({
      style: { blocking: ["unapproved"] },
    });
    await prisma.translation.update({
      where: { id: document.paragraphs[2]!.translations[0]!.id },
      data: { status: "translated" },
    });
    await expect(publish(actors, document.id)).rejects.toMatchObject(blocked);
    expect(
      await prisma.edition.count({ where: { documentId: document.id } }),
    ).toBe(0);
    // Nothing is known of date and source address: what blocks unless a project says otherwise.
    const usual = await buildReady({
      style: { blocking: ["missing_metadata"] },
    });
    await expect(
      publish(usual.actors, usual.document.id),
    ).rejects.toMatchObject(blocked);
  });

  it.each([
    [
      "a number that is not the next",
      2,
      "Why.",
      "conflict",
      "edition_number_other",
    ],
    ["no first edition", 7, "Why.", "conflict", "edition_number_other"],
  ])("is refused for %s", async (_name, number, changes, code, message) => {
    const { document, actors } = await buildReady();
    await expect(
      publish(actors, document.id, number, changes),
    ).rejects.toMatchObject({ code, message, values: { number: 1 } });
  });

  it("asks for a summary from the second on", async () => {
    const { document, actors } = await buildReady();
    await publish(actors, document.id);
    await expect(publish(actors, document.id, 2, "")).rejects.toMatchObject({
      code: "invalid",
      fields: { changes: "required" },
    });
    expect(
      await publish(actors, document.id, 2, "Nothing but the date."),
    ).toMatchObject({ number: 2 });
  });

  it("needs an address, whatever the project blocks", async () => {
    const { document, actors } = await buildReady({
      details: { slug: "" },
      style: { blocking: [] },
    });
    await expect(publish(actors, document.id)).rejects.toMatchObject({
      code: "conflict",
      message: "slug_missing",
    });
  });
});

describe("an edition", () => {
  it("can neither be changed nor deleted in the database", async () => {
    const { document, actors } = await buildReady();
    const { editionId: id } = await publish(actors, document.id);
    for (const change of [
      { body: "{}" },
      { changes: "More." },
      { number: 9 },
      { bundle: "" },
      { title: "Another" },
      { translators: ["Somebody else"] },
    ]) {
      await expect(
        prisma.edition.update({ where: { id }, data: change }),
      ).rejects.toThrow(/never changed/);
    }
    await expect(prisma.edition.delete({ where: { id } })).rejects.toThrow(
      /never changed/,
    );
  });

  it("stays when its document and its project are deleted, and keeps its address", async () => {
    const { document, actors, details, projectId } = await buildReady();
    await publish(actors, document.id);
    const view = await findProject(actors.owner, projectId);
    expect(view.editions).toBe(1);
    expect(view.documents[0]?.editions).toBe(1);
    await deleteDocument(actors.owner, { documentId: document.id });
    expect((await findProject(actors.owner, projectId)).editions).toBe(1);
    expect(await findPublicEdition(details.slug, 1)).toMatchObject({
      kind: "edition",
    });
    const { name } = await prisma.project.findUniqueOrThrow({
      where: { id: projectId },
    });
    await deleteProject(actors.owner, { projectId, confirmation: name });
    expect(await findPublicEdition(details.slug, 1)).toMatchObject({
      kind: "edition",
    });

    const other = await buildReady();
    await expect(
      setDetails(other.actors.owner, {
        documentId: other.document.id,
        details: { ...other.details, slug: details.slug },
      }),
    ).rejects.toMatchObject({ code: "conflict", message: "slug_taken" });
  });

  it("is not published for whoever may not, and nobody's typing is stored for them", async () => {
    const { document, actors } = await buildReady();
    let flushed = 0;
    shareLiveServer(
      liveServer(async () => {
        flushed += 1;
      }),
    );
    const foreign = await buildReady();
    const refused = [
      [actors.translator, "forbidden"],
      [actors.commenter, "forbidden"],
      [actors.reader, "forbidden"],
      [actors.stranger, "not_found"],
      [foreign.actors.owner, "not_found"],
    ] as const;
    for (const [actor, code] of refused)
      await expect(
        publishEdition(actor, {
          documentId: document.id,
          number: 1,
          changes: "",
        }),
      ).rejects.toMatchObject({ code });
    await expect(
      publishEdition(actors.owner, {
        documentId: newId(),
        number: 1,
        changes: "",
      }),
    ).rejects.toMatchObject({ code: "not_found" });
    expect(flushed).toBe(0);
  });
});
