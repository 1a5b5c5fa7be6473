import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { readBundle } from "@/core/bundle/read-bundle";
import { assembleEdition } from "@/core/editions/assemble-edition";
import { listUnplaced } from "@/core/editions/count-edition";
import {
  editionOfBundle,
  inputOfBundle,
} from "@/core/editions/edition-of-bundle";
import { buildSample } from "@/samples/build-sample";
import { listActivities } from "@/server/db/activities";
import { prisma, transaction } from "@/server/db/client";
import { deleteProject } from "@/server/db/projects";
import { claimSamples, loadSamples } from "@/server/services/samples";
import { exportBundle } from "@/server/services/bundles/export-bundle";
import { buildAccount } from "@/test/factories";

const FOLDER = "samples/quzhou-15th-fyp";

describe("the sample that ships", () => {
  it("is what its source, English and glossary make", async () => {
    const built = await buildSample(FOLDER, "Quzhou: 15th Five-Year Plan");
    expect(await readFile(`${FOLDER}/bundle.json`, "utf8")).toBe(built);
  });

  it("holds the whole document, its opening in English, and a glossary", async () => {
    const bundle = readBundle(await readFile(`${FOLDER}/bundle.json`, "utf8"));
    expect(bundle.terms.length).toBeGreaterThanOrEqual(60);
    const paragraphs = bundle.documents[0]?.paragraphs ?? [];
    const count = (kind: string) =>
      paragraphs.filter((each) => each.kind === kind).length;
    expect(
      ["title", "meta", "heading", "numbered", "item", "body"].map(count),
    ).toEqual([1, 3, 12, 52, 7, 14]);
    const isDone = ({ translations }: (typeof paragraphs)[number]) =>
      translations.every(
        ({ status }) => status === "translated" || status === "approved",
      );
    const first = paragraphs.filter(
      ({ kind, marker }) =>
        ["title", "meta", "heading", "item"].includes(kind) ||
        (kind === "numbered" && Number.parseInt(marker ?? "", 10) <= 5),
    );
    expect(first).toHaveLength(28);
    expect(first.filter((paragraph) => !isDone(paragraph))).toEqual([]);
    expect(
      paragraphs.flatMap(({ translations }) =>
        translations.map(({ status }) => status),
      ),
    ).toContain("approved");
  });
});

describe("the edition of the sample", () => {
  it("says what it is, opens with an introduction and conventions, and has names of all kinds", async () => {
    const bundle = readBundle(await readFile(`${FOLDER}/bundle.json`, "utf8"));
    const [document] = bundle.documents;
    if (document === undefined) throw new Error("The sample has no document.");
    expect(document.details).toMatchObject({
      slug: "quzhou-15th-fyp",
      licence: { name: "CC BY 4.0" },
    });
    const edition = editionOfBundle(bundle, document, {
      asOf: "2026-11-22T08:00:00.000Z",
      sha256: "0".repeat(64),
    });
    expect(edition.language.target).toBe("en-US");
    expect(edition.introduction?.blocks.length).toBeGreaterThanOrEqual(3);
    expect(edition.conventions?.blocks.map(({ kind }) => kind)).toEqual([
      "paragraph",
      "list",
    ]);
    expect(new Set(edition.names.map(({ category }) => category))).toEqual(
      new Set(["person", "place", "organization"]),
    );
  });
});

describe("the notes of the sample", () => {
  it("stand in both texts, with one number, and those of terms at first use", async () => {
    const bundle = readBundle(await readFile(`${FOLDER}/bundle.json`, "utf8"));
    const [document] = bundle.documents;
    if (document === undefined) throw new Error("The sample has no document.");
    const input = inputOfBundle(bundle, document, {
      asOf: new Date().toISOString(),
      sha256: "0".repeat(64),
    });
    const edition = assembleEdition(input);
    expect(listUnplaced(edition, input.notes)).toEqual([]);
    expect(document.notes.map(({ anchor }) => anchor?.position)).not.toContain(
      null,
    );
    const doubts = document.notes.filter(({ kind }) => kind === "doubt");
    expect(doubts).toHaveLength(1);
    const explanations = bundle.terms.flatMap(
      ({ explanation }) => explanation ?? [],
    );
    expect(explanations).toHaveLength(4);
    expect(edition.notes).toHaveLength(
      document.notes.length - doubts.length + explanations.length,
    );
    const inSource = edition.paragraphs.flatMap(({ source }) =>
      source.notes.map(({ noteId }) => noteId),
    );
    expect(new Set(inSource)).toEqual(
      new Set(edition.notes.map(({ id }) => id)),
    );
  });
});

describe("loading the samples", () => {
  it("happens once, belongs to nobody, and goes to the first account", async () => {
    await Promise.all([loadSamples(), loadSamples()]);
    await loadSamples();
    const [project, ...others] = await prisma.project.findMany({
      include: { memberships: true },
    });
    expect(others).toEqual([]);
    expect(project).toMatchObject({
      sampleKey: "quzhou-15th-fyp",
      memberships: [],
      createdById: null,
    });

    const account = await buildAccount();
    const place = await transaction((db) => claimSamples(account.id, db));
    expect(place?.projectId).toBe(project?.id);
    expect((await listActivities(place?.projectId ?? "", 1))[0]).toMatchObject({
      action: "members.join",
      accountId: account.id,
      data: { role: "owner" },
    });
    const actor = {
      accountId: account.id,
      name: account.name,
      instanceRole: "owner" as const,
    };
    const { body } = await exportBundle(actor, place?.projectId ?? "");
    expect(Buffer.from(body).toString("utf8")).toBe(
      await readFile(`${FOLDER}/bundle.json`, "utf8"),
    );

    const second = await buildAccount();
    expect(await transaction((db) => claimSamples(second.id, db))).toBeNull();

    await deleteProject(place?.projectId ?? "");
    await loadSamples();
    expect(await prisma.project.count()).toBe(0);
  });
});
