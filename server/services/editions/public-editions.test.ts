import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_OPTIONS, type ExportChoice } from "@/core/export/options";
import type { Edition } from "@/core/editions/edition";
import { prisma } from "@/server/db/client";
import { shareExportQueue, type ExportQueue } from "@/server/export/queue";
import { buildReady, newSlug, publish, rewrite } from "@/test/publishing";
import {
  findPublicEdition,
  listPublicDocuments,
  listPublicEditions,
  listRecentEditions,
} from "./public-editions";
import { unpackEdition } from "@/server/export/edition-pack";
import { publicFile } from "./public-file";
import { searchEditions } from "./public-search";
import { withdrawEdition } from "./withdraw-edition";

const SECRET = "Words that only the withdrawn edition has.";
const REASON = "The source was retracted.";

/** A queue that writes a new file whenever it is asked, after a while. */
function queueOf(written: { edition: Edition; choice: ExportChoice }[]) {
  const run: ExportQueue["run"] = async (edition, choice) => {
    written.push({ edition: unpackEdition(edition), choice });
    await new Promise((resolve) => setImmediate(resolve));
    const body = `${choice.options.layout} ${randomUUID()}`;
    return { filename: `plan.${choice.format}`, mediaType: "text/plain", body };
  };
  const never = () => {
    throw new Error("Nobody asked for this.");
  };
  return {
    run,
    start: never,
    find: never,
    take: never,
    cancel: never,
    preview: never,
    drawCard: never,
    close: never,
  } satisfies ExportQueue;
}

let written: { edition: Edition; choice: ExportChoice }[] = [];

beforeEach(() => {
  written = [];
  shareExportQueue(queueOf(written));
});
afterEach(() => shareExportQueue(null));

/** Two editions of a document, of which the second was withdrawn. */
async function buildWithdrawn() {
  const ready = await buildReady();
  const { document, actors, details } = ready;
  const first = await publish(actors, document.id);
  await rewrite(document.paragraphs[2]!.translations[0]!.textId, SECRET);
  const second = await publish(actors, document.id, 2, `Added: ${SECRET}`);
  await publicFile(details.slug, 2, {
    format: "md",
    layout: "english",
    paper: "a4",
  });
  await withdrawEdition(actors.owner, {
    editionId: second.editionId,
    reason: REASON,
  });
  return { ...ready, first, second, slug: details.slug };
}

describe("what anyone may read", () => {
  it("is an edition as it was frozen, and the newest that stands of each", async () => {
    const { document, actors, details } = await buildReady();
    const { slug } = details;
    await publish(actors, document.id);
    await publish(actors, document.id, 2);
    const found = await findPublicEdition(slug, 1);
    expect(found).toMatchObject({
      kind: "edition",
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      edition: { publication: { slug, number: 1 } },
    });
    expect(
      (await listPublicEditions(slug)).map(({ number, changes }) => [
        number,
        changes,
      ]),
    ).toEqual([
      [2, "Corrected throughout."],
      [1, ""],
    ]);
    const documents = await listPublicDocuments();
    expect(documents.filter((each) => each.slug === slug)).toMatchObject([
      {
        number: 2,
        title: "Recommendations for the 15th Five-Year Plan",
        translators: ["Wang Fang"],
      },
    ]);
    const recent = await listRecentEditions(2);
    expect(recent.map((each) => [each.slug, each.number])).toEqual([
      [slug, 2],
      [slug, 1],
    ]);
  });

  it("is nothing at addresses where there never was an edition", async () => {
    const { document, actors, details } = await buildReady();
    await publish(actors, document.id);
    const { slug } = details;
    const places: readonly (readonly [string, number])[] = [
      [slug, 2],
      [slug, 0],
      [slug, -1],
      [slug, 1.5],
      [slug, NaN],
      [slug, 2 ** 40],
      [newSlug(), 1],
      ["", 1],
      ["../etc", 1],
      [slug.toUpperCase(), 1],
      ["a".repeat(500), 1],
      ["%", 1],
    ];
    for (const [at, number] of places) {
      expect(await findPublicEdition(at, number)).toBeNull();
      expect(
        await publicFile(at, number, {
          format: "md",
          layout: "english",
          paper: "a4",
        }),
      ).toBeNull();
    }
    expect(await listPublicEditions("../etc")).toEqual([]);
  });

  it("is nothing of a draft", async () => {
    const { document, details } = await buildReady();
    const words = "Nothing but a draft has these.";
    await rewrite(document.paragraphs[2]!.translations[0]!.textId, words);
    expect(await findPublicEdition(details.slug, 1)).toBeNull();
    expect(await listPublicEditions(details.slug)).toEqual([]);
    expect(await searchEditions(words)).toEqual([]);
  });

  it("of a withdrawn edition is its tombstone, by whichever way", async () => {
    const { slug, first } = await buildWithdrawn();
    const withdrawn = {
      kind: "withdrawn",
      tombstone: { slug, number: 2, reason: REASON },
    };
    const answers = [
      await findPublicEdition(slug, 2),
      await publicFile(slug, 2, {
        format: "md",
        layout: "english",
        paper: "a4",
      }),
      await publicFile(slug, 2, {
        format: "bundle",
        layout: "english",
        paper: "a4",
      }),
    ];
    for (const answer of answers) expect(answer).toMatchObject(withdrawn);
    const lists = [
      await listPublicEditions(slug),
      await listRecentEditions(100),
      await listPublicDocuments(),
      await searchEditions("only the withdrawn edition has"),
    ];
    expect(JSON.stringify([...answers, ...lists])).not.toContain(SECRET);
    expect(
      (await listPublicDocuments()).find((each) => each.slug === slug),
    ).toMatchObject({ number: 1 });
    expect(
      (await listRecentEditions(100)).filter((each) => each.slug === slug),
    ).toHaveLength(1);
    expect(first.number).toBe(1);
  });

  it("is no list of a document whose editions were all withdrawn, but its tombstones", async () => {
    const { document, actors, details } = await buildReady();
    const { editionId } = await publish(actors, document.id);
    await withdrawEdition(actors.owner, { editionId, reason: REASON });
    expect((await listPublicDocuments()).map(({ slug }) => slug)).not.toContain(
      details.slug,
    );
    expect(await listPublicEditions(details.slug)).toMatchObject([
      { number: 1, withdrawn: { reason: REASON } },
    ]);
  });
});

describe("a file of an edition", () => {
  const WORD = { format: "docx", layout: "parallel", paper: "a4" } as const;

  async function buildPublished() {
    const { document, actors, details } = await buildReady();
    const { editionId } = await publish(actors, document.id);
    return { slug: details.slug, editionId };
  }

  it("is written when it is first asked for, and is the same for ever", async () => {
    const { slug, editionId } = await buildPublished();
    const read = async () => {
      const found = await publicFile(slug, 1, WORD);
      if (found?.kind !== "file") throw new Error("No file.");
      return Buffer.from(found.file.body).toString("utf8");
    };
    const first = await read();
    expect(first).toMatch(/^parallel /);
    expect(await read()).toBe(first);
    expect(written).toHaveLength(1);
    expect(written[0]?.choice).toEqual({
      format: "docx",
      options: { ...DEFAULT_OPTIONS, layout: "parallel" },
    });
    await expect(
      prisma.editionFile.updateMany({
        where: { editionId },
        data: { filename: "x" },
      }),
    ).rejects.toThrow(/never changed/);
  });

  it("is written once for all who come at the same moment", async () => {
    const { slug } = await buildPublished();
    const files = await Promise.all(
      Array.from({ length: 20 }, () => publicFile(slug, 1, WORD)),
    );
    expect(written).toHaveLength(1);
    const bodies = files.map(
      (found) =>
        found?.kind === "file" && Buffer.from(found.file.body).toString(),
    );
    expect(new Set(bodies).size).toBe(1);
  });

  it("is another for another layout or paper, where the format looks at it", async () => {
    const { slug } = await buildPublished();
    const english = { layout: "english", paper: "a4" } as const;
    const letter = { layout: "english", paper: "letter" } as const;
    await publicFile(slug, 1, { format: "pdf", ...english });
    await publicFile(slug, 1, { format: "pdf", ...letter });
    expect(written).toHaveLength(2);
    await publicFile(slug, 1, { format: "md", ...english });
    await publicFile(slug, 1, { format: "md", ...letter });
    await publicFile(slug, 1, { format: "tmx", ...english });
    await publicFile(slug, 1, { format: "tmx", ...letter, layout: "parallel" });
    expect(written).toHaveLength(4);
  });

  it("is found again under the same names by every later version", async () => {
    const { slug, editionId } = await buildPublished();
    const usual = { layout: "english", paper: "a4" } as const;
    await publicFile(slug, 1, { format: "pdf", ...usual });
    await publicFile(slug, 1, {
      format: "pdf",
      layout: "parallel",
      paper: "letter",
    });
    await publicFile(slug, 1, { format: "tei", ...usual });
    const rows = await prisma.editionFile.findMany({ where: { editionId } });
    expect(rows.map(({ key }) => key).sort()).toEqual([
      '{"format":"pdf","layout":"parallel","paper":"letter"}',
      '{"format":"pdf"}',
      '{"format":"tei"}',
    ]);
  });

  it("is the frozen bundle, which no queue writes", async () => {
    const { slug, editionId } = await buildPublished();
    shareExportQueue(null);
    const { bundle } = await prisma.edition.findUniqueOrThrow({
      where: { id: editionId },
    });
    expect(
      await publicFile(slug, 1, {
        format: "bundle",
        layout: "english",
        paper: "a4",
      }),
    ).toEqual({
      kind: "file",
      file: {
        filename: `${slug}-1.duizhao.json`,
        mediaType: "application/json; charset=utf-8",
        body: new TextEncoder().encode(bundle),
      },
    });
  });

  it("is not tried again at once where it takes more than there is", async () => {
    const { slug } = await buildPublished();
    let tries = 0;
    shareExportQueue({
      ...queueOf(written),
      run: () => {
        tries += 1;
        return Promise.reject(new Error("export_timeout"));
      },
    });
    for (let time = 0; time < 3; time += 1)
      await expect(publicFile(slug, 1, WORD)).rejects.toMatchObject({
        code: "unavailable",
      });
    expect(tries).toBe(1);
  });

  it("is asked for again after it could not be written", async () => {
    const { slug } = await buildPublished();
    shareExportQueue(null);
    await expect(publicFile(slug, 1, WORD)).rejects.toMatchObject({
      code: "unavailable",
    });
    shareExportQueue(queueOf(written));
    expect(await publicFile(slug, 1, WORD)).toMatchObject({ kind: "file" });
  });
});
