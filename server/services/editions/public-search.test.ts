import { beforeAll, describe, expect, it } from "vitest";
import type { SearchHit } from "@/core/editions/views";
import { prisma } from "@/server/db/client";
import { searchQuery } from "@/server/db/edition-search";
import { Prisma } from "@/server/db/generated/client";
import { buildReady, publish, rewrite } from "@/test/publishing";
import type { GivenParagraph } from "@/test/factories";
import { searchEditions } from "./public-search";

const paragraph = (
  text: string,
  target: string,
  kind: GivenParagraph["kind"] = "body",
): GivenParagraph => ({
  text,
  target,
  kind,
  status: "approved",
  ...(kind === "heading" && { level: 1 }),
});

const PLAN = [
  paragraph(
    "衢州数字经济规划",
    "Plan for the Digital Economy of Quzhou",
    "title",
  ),
  paragraph("一、发展数字经济", "I. Developing the Digital Economy", "heading"),
  paragraph(
    "坚持“五链”融合,做强数字经济核心产业,数字经济增加值占比达到百分之十二。",
    "The five chains are to be integrated; the digital economy is to grow by 100% of its parties.",
  ),
  paragraph("数字经济综合试点。", "Pilot of the digital economy."),
  paragraph("全面推进乡村振兴。", "Rural art is revived; an_underscore stays."),
];

let slug = "";

beforeAll(async () => {
  const { document, actors, details } = await buildReady({ paragraphs: PLAN });
  slug = details.slug;
  await publish(actors, document.id);
  // An older edition is not searched: what it says is not what is said now.
  await rewrite(
    document.paragraphs[4]!.translations[0]!.textId,
    "Rural art is revived; an_underscore stays. Now new.",
  );
  await publish(actors, document.id, 2);
});

const numbersOf = (hits: readonly SearchHit[]) =>
  hits.map(({ number }) => number);
const foundIn = ({ parts }: SearchHit) =>
  parts.filter(({ found }) => found).map(({ text }) => text);

describe("searching editions", () => {
  it("finds Chinese by any part of it: titles first, then headings, then where it stands most", async () => {
    const hits = await searchEditions("数字经济");
    expect(numbersOf(hits)).toEqual([1, 2, 3, 4]);
    expect(hits[0]).toMatchObject({
      slug,
      edition: 2,
      title: "Plan for the Digital Economy of Quzhou",
      sourceTitle: "衢州数字经济规划",
      language: "zh",
    });
    expect(foundIn(hits[2]!)).toEqual(["数字经济", "数字经济"]);
  });

  it("finds one and two characters as well as three", async () => {
    expect(numbersOf(await searchEditions("乡"))).toEqual([5]);
    expect(numbersOf(await searchEditions("振兴"))).toEqual([5]);
  });

  it("finds what stands in quotation marks, whichever are typed", async () => {
    for (const query of ["五链融合", "“五链”融合", "「五链」融合"]) {
      const [hit] = await searchEditions(query);
      expect(hit, query).toMatchObject({ number: 3 });
    }
    expect(foundIn((await searchEditions("五链融合"))[0]!)).toEqual([
      "“五链”融合",
    ]);
  });

  it("finds English by words, whatever their case, and those that begin one first", async () => {
    expect(numbersOf(await searchEditions("DIGITAL economy"))).toEqual([
      1, 2, 4, 3,
    ]);
    expect(numbersOf(await searchEditions("art"))).toEqual([5, 3]);
    expect(numbersOf(await searchEditions('"to be integrated"'))).toEqual([3]);
    expect(await searchEditions("digital nowhere")).toEqual([]);
  });

  it("takes nothing that is typed for a pattern", async () => {
    expect(numbersOf(await searchEditions("100%"))).toEqual([3]);
    expect(numbersOf(await searchEditions("an_under"))).toEqual([5]);
    for (const query of [
      "a%t",
      "a_t",
      "\\\\",
      "%%",
      "__",
      "(.*)",
      '\'; DROP TABLE "Edition"; --',
      "\u0000\u0000",
      "\ud800\ud800",
      "[[",
      "\\m",
    ])
      expect(await searchEditions(query), query).toEqual([]);
    expect(await searchEditions("art")).toHaveLength(2);
  });

  it("finds nothing for nothing, and looks at the beginning of what is too long", async () => {
    for (const query of ["", "  ", "a", "“”"])
      expect(await searchEditions(query)).toEqual([]);
    expect(await searchEditions("数字经济".repeat(5000))).toEqual([]);
    expect(
      numbersOf(await searchEditions(`振兴${" ".repeat(100_000)}x y z`)),
    ).toEqual([5]);
  });

  it("marks what was found, and gives the passage as it stands", async () => {
    const [hit] = await searchEditions("Pilot");
    expect(hit?.parts).toEqual([
      { text: "Pilot", found: true },
      { text: " of the digital economy.", found: false },
    ]);
  });

  it("refuses more at once than the database should bear", async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 12 }, () => searchEditions("数字经济")),
    );
    const refused = outcomes.filter(({ status }) => status === "rejected");
    expect(refused.length).toBe(8);
    for (const outcome of refused)
      expect(outcome).toMatchObject({
        reason: { code: "unavailable", message: "search_busy" },
      });
    expect(await searchEditions("数字经济")).toHaveLength(4);
  });

  it("is answered from the trigram indexes where there is much to search", async () => {
    const { id } = await prisma.edition.findFirstOrThrow({
      where: { slug, number: 2 },
    });
    await prisma.$executeRaw`
      INSERT INTO "EditionParagraph" ("editionId", "number", "kind", "source", "target", "sourceFolded", "targetFolded")
      SELECT ${id}::uuid, n, 'body', '', '', md5(n::text), md5((-n)::text) FROM generate_series(1000, 30000) AS n`;
    await prisma.$executeRaw`VACUUM ANALYZE "EditionParagraph"`;
    const [plan] = await prisma.$queryRaw<{ "QUERY PLAN": unknown }[]>(
      Prisma.sql`EXPLAIN (ANALYZE, FORMAT JSON) ${searchQuery(["五链融合"], 50)}`,
    );
    const text = JSON.stringify(plan);
    expect(text).toContain("EditionParagraph_sourceFolded_trigrams");
    expect(text).toContain("EditionParagraph_targetFolded_trigrams");
    expect(numbersOf(await searchEditions("五链融合"))).toEqual([3]);
  });
});
