import { describe, expect, it } from "vitest";
import type { Actor } from "@/core/access/can";
import { NO_DETAILS } from "@/core/editions/publication";
import { editionsVersion } from "@/server/editions-version";
import { lockDocument } from "@/server/db/documents";
import { updatePublication } from "@/server/db/publications";
import { prisma, transaction } from "@/server/db/client";
import { newId } from "@/server/ids";
import { hashSecret } from "@/server/secrets";
import { deleteDocument } from "@/server/services/documents/delete-document";
import { buildDocument, buildNote } from "@/test/factories";
import { buildReady, newSlug, publish, rewrite } from "@/test/publishing";
import { findDraft, readDraft } from "./public-draft";
import { setDetails } from "./set-details";
import { revokeDraft, shareDraft } from "./share-draft";
import { viewPublishing } from "./view-publishing";
import { withdrawEdition } from "./withdraw-edition";

type Ready = Awaited<ReturnType<typeof buildReady>>;

const tokenOf = (link: string) => link.split("/d/")[1] ?? "";

async function share({ actors, document }: Ready, days: 7 | 30 = 7) {
  const input = { documentId: document.id, label: "For the reviewer", days };
  const { link } = await shareDraft(actors.reviewer, input);
  const { id } = await prisma.draftLink.findUniqueOrThrow({
    where: { tokenHash: hashSecret(tokenOf(link)) },
  });
  return { link, token: tokenOf(link), id };
}

describe("what the editions of a document say", () => {
  it("is kept, and shown to whoever prepares them", async () => {
    const { document, actors, details } = await buildReady();
    const view = await viewPublishing(actors.translator, document.id);
    expect(view).toMatchObject({
      documentId: document.id,
      details,
      suggestedSlug: "recommendations-15th-five-year-plan",
      nextNumber: 1,
      editions: [],
      can: { prepare: true, share: false, publish: false, withdraw: false },
    });
    expect(view.introductionTextId).not.toBe(view.conventionsTextId);
    expect(view.findings.map(({ check }) => check)).toContain(
      "missing_metadata",
    );
  });

  it("leaves one entry in the log for a change, and none for none", async () => {
    const { document, actors, details, projectId } = await buildReady();
    const count = () =>
      prisma.activity.count({
        where: { projectId, action: "edition.prepare" },
      });
    await setDetails(actors.translator, { documentId: document.id, details });
    expect(await count()).toBe(1);
    const statement = "The Chinese text alone is binding.";
    await setDetails(actors.translator, {
      documentId: document.id,
      details: { ...details, statement },
    });
    expect(await count()).toBe(2);
    const view = await viewPublishing(actors.reader, document.id);
    expect(view.details.statement).toBe(statement);
  });

  it("has an address of its own, which never changes once there is an edition", async () => {
    const one = await buildReady();
    const other = await buildReady();
    const move = (ready: Ready, slug: string) =>
      setDetails(ready.actors.owner, {
        documentId: ready.document.id,
        details: { ...ready.details, slug },
      });
    await expect(move(other, one.details.slug)).rejects.toMatchObject({
      code: "conflict",
      message: "slug_taken",
      fields: { "details.slug": "slug_taken" },
    });
    const slug = newSlug();
    await move(one, slug);
    await move(other, one.details.slug);
    await publish(one.actors, one.document.id);
    for (const another of [newSlug(), ""])
      await expect(move(one, another)).rejects.toMatchObject({
        code: "conflict",
        message: "slug_fixed",
      });
    await move(one, slug);
  });

  it("gives an address to one of two who choose it at the same moment", async () => {
    const slug = newSlug();
    const outcomes = await Promise.allSettled(
      [await buildReady(), await buildReady()].map(({ actors, document }) =>
        setDetails(actors.owner, {
          documentId: document.id,
          details: { ...NO_DETAILS, slug },
        }),
      ),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual([
      "fulfilled",
      "rejected",
    ]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "conflict", message: "slug_taken" },
    });
  });

  it("is never frozen as it was before a change that was under way", async () => {
    const { document, actors, details } = await buildReady();
    let publishing: Promise<unknown> = Promise.resolve();
    await transaction(async (db) => {
      await lockDocument(document.id, db);
      publishing = publish(actors, document.id).catch(
        (error: unknown) => error,
      );
      // Until it waits for us it has not read what we are about to change.
      await expect
        .poll(
          async () => {
            const waiting = await prisma.$queryRaw<unknown[]>`
            SELECT 1 FROM pg_locks l JOIN pg_stat_activity a ON a."pid" = l."pid"
            WHERE NOT l."granted" AND a."datname" = current_database()`;
            return waiting.length;
          },
          { timeout: 20_000 },
        )
        .toBeGreaterThan(0);
      await updatePublication(document.id, { ...details, slug: newSlug() }, db);
    });
    expect(await publishing).toMatchObject({
      code: "conflict",
      message: "changed_meanwhile",
    });
  });
});

describe("withdrawing an edition", () => {
  it("is done once, with a reason, and leaves the others", async () => {
    const { document, actors } = await buildReady();
    const { editionId } = await publish(actors, document.id);
    const before = editionsVersion();
    const reason = "The source was retracted.";
    await withdrawEdition(actors.reviewer, { editionId, reason });
    expect(editionsVersion()).toBe(before + 1);
    await expect(
      withdrawEdition(actors.owner, { editionId, reason: "Another." }),
    ).rejects.toMatchObject({ code: "conflict", message: "edition_withdrawn" });
    await publish(actors, document.id, 2);
    const { editions } = await viewPublishing(actors.reader, document.id);
    expect(editions).toMatchObject([
      { number: 2, withdrawn: null, publishedBy: actors.reviewer.name },
      { number: 1, withdrawn: { reason, by: actors.reviewer.name } },
    ]);
  });

  it("cannot be undone in the database", async () => {
    const { document, actors } = await buildReady();
    const { editionId: id } = await publish(actors, document.id);
    await withdrawEdition(actors.owner, { editionId: id, reason: "Wrong." });
    for (const data of [
      { withdrawnAt: null },
      { withdrawnReason: "Right after all." },
    ])
      await expect(
        prisma.edition.update({ where: { id }, data }),
      ).rejects.toThrow(/never changed/);
  });
});

describe("a secret link to a draft", () => {
  it("leads to the document as it is now, without what the team says to itself", async () => {
    const ready = await buildReady();
    const { document } = ready;
    await buildNote({
      documentId: document.id,
      kind: "doubt",
      body: "Is it so?",
    });
    const { token, link } = await share(ready);
    expect(link).toBe(`http://localhost:3000/d/${token}`);
    await rewrite(
      document.paragraphs[2]!.translations[0]!.textId,
      "As of now.",
    );
    const found = await findDraft(token);
    const draft = found && (await readDraft(found));
    expect(draft?.publication).toBeNull();
    expect(draft?.remarks).toEqual([]);
    expect(JSON.stringify(draft)).toContain("As of now.");
    expect(JSON.stringify(draft)).not.toContain("Is it so?");
  });

  it("is kept as a hash alone", async () => {
    const ready = await buildReady();
    const { token, id } = await share(ready);
    const { draftLinks } = await viewPublishing(
      ready.actors.owner,
      ready.document.id,
    );
    expect(draftLinks).toMatchObject([{ id, label: "For the reviewer" }]);
    const rows = await prisma.$queryRaw<{ all: string }[]>`
      SELECT (SELECT string_agg(l::text, '') FROM "DraftLink" l) || coalesce((SELECT string_agg(a::text, '') FROM "Activity" a), '') AS "all"`;
    expect(rows[0]?.all).not.toContain(token);
    const reader = await viewPublishing(
      ready.actors.translator,
      ready.document.id,
    );
    expect(reader.draftLinks).toEqual([]);
  });

  it("does not work once it is revoked, or expired, or the document is gone", async () => {
    const ready = await buildReady();
    const [revoked, expired, kept] = [
      await share(ready),
      await share(ready),
      await share(ready, 30),
    ];
    await revokeDraft(ready.actors.owner, { linkId: revoked.id });
    // A second time: as wanted.
    await revokeDraft(ready.actors.owner, { linkId: revoked.id });
    await prisma.draftLink.update({
      where: { id: expired.id },
      data: { expiresAt: new Date(Date.now() - 1000) },
    });
    expect(await findDraft(revoked.token)).toBeNull();
    expect(await findDraft(expired.token)).toBeNull();
    expect(await findDraft(kept.token)).not.toBeNull();
    const { draftLinks } = await viewPublishing(
      ready.actors.owner,
      ready.document.id,
    );
    expect(draftLinks.map(({ id }) => id)).toEqual([kept.id]);
    await deleteDocument(ready.actors.owner, { documentId: ready.document.id });
    expect(await findDraft(kept.token)).toBeNull();
  });

  it("is found by nothing but its whole token", async () => {
    const ready = await buildReady();
    const { token, id } = await share(ready);
    for (const guess of [
      "",
      id,
      hashSecret(token),
      token.slice(0, -1),
      `${token}A`,
      token.toLowerCase(),
      "%",
      "../../x",
      "A".repeat(43),
    ])
      expect(await findDraft(guess)).toBeNull();
  });
});

describe("who may not", () => {
  const REFUSED: readonly {
    readonly what: string;
    readonly call: (
      actor: Actor,
      ready: Ready,
      made: { editionId: string; linkId: string },
    ) => Promise<unknown>;
    /** Roles that may read the project, but not do this. */
    readonly forbidden: readonly ("translator" | "commenter" | "reader")[];
  }[] = [
    {
      what: "see the page for publishing",
      call: (actor, { document }) => viewPublishing(actor, document.id),
      forbidden: [],
    },
    {
      what: "say what editions say",
      call: (actor, { document, details }) =>
        setDetails(actor, { documentId: document.id, details }),
      forbidden: ["commenter", "reader"],
    },
    {
      what: "share a draft",
      call: (actor, { document }) =>
        shareDraft(actor, { documentId: document.id, label: "", days: 7 }),
      forbidden: ["translator", "commenter", "reader"],
    },
    {
      what: "revoke a link",
      call: (actor, _ready, { linkId }) => revokeDraft(actor, { linkId }),
      forbidden: ["translator", "commenter", "reader"],
    },
    {
      what: "withdraw an edition",
      call: (actor, _ready, { editionId }) =>
        withdrawEdition(actor, { editionId, reason: "Because." }),
      forbidden: ["translator", "commenter", "reader"],
    },
  ];

  it.each(REFUSED)("$what is refused", async ({ call, forbidden }) => {
    const ready = await buildReady();
    const { editionId } = await publish(ready.actors, ready.document.id);
    const { id: linkId, token } = await share(ready);
    const made = { editionId, linkId };
    for (const role of forbidden)
      await expect(
        call(ready.actors[role], ready, made),
        role,
      ).rejects.toMatchObject({ code: "forbidden" });
    const foreign = await buildReady();
    for (const actor of [ready.actors.stranger, foreign.actors.owner])
      await expect(call(actor, ready, made)).rejects.toMatchObject({
        code: "not_found",
      });
    const gone = { ...ready, document: { ...ready.document, id: newId() } };
    const unknown = { editionId: newId(), linkId: newId() };
    await expect(call(ready.actors.owner, gone, unknown)).rejects.toMatchObject(
      { code: "not_found" },
    );
    expect(await findDraft(token)).not.toBeNull();
    const { withdrawnAt } = await prisma.edition.findUniqueOrThrow({
      where: { id: editionId },
    });
    expect(withdrawnAt).toBeNull();
  });

  it("a document without a present source is not there", async () => {
    const { actors, projectId } = await buildReady();
    const { id } = await buildDocument({ projectId });
    await prisma.document.update({
      where: { id },
      data: { currentVersionId: null },
    });
    await expect(viewPublishing(actors.owner, id)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
