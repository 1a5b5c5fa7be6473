import { AppError } from "@/core/errors";
import { prisma } from "./client";
import { Prisma } from "./generated/client";
import { NEWEST } from "./public-editions";

/** A paragraph that was found, whole. */
export type FoundParagraph = {
  readonly slug: string;
  readonly edition: number;
  readonly title: string;
  readonly sourceTitle: string;
  readonly number: number;
  readonly language: "zh" | "en";
  readonly text: string;
};

/** Paragraphs that are ranked; a word that more of them hold says little. */
const CANDIDATES = 1000;

/** Milliseconds: anyone may search, so that nobody may keep the database busy. */
const PATIENCE = 2000;

const escapeLike = (term: string) => term.replace(/[\\%_]/g, "\\$&");
const escapeRegExp = (term: string) =>
  term.replace(/[^\p{L}\p{N}\s]/gu, "\\$&");

/** The paragraphs whose text in one language holds all terms, with what they are ranked by. */
function branch(language: "zh" | "en", terms: readonly string[]): Prisma.Sql {
  const isChinese = language === "zh";
  const folded = isChinese
    ? Prisma.sql`p."sourceFolded"`
    : Prisma.sql`p."targetFolded"`;
  const text = isChinese ? Prisma.sql`p."source"` : Prisma.sql`p."target"`;
  const holds = terms.map(
    (term) => Prisma.sql`${folded} LIKE ${`%${escapeLike(term)}%`}`,
  );
  const hits = terms.map(
    (term) => Prisma.sql`
      (length(${folded}) - length(replace(${folded}, ${term}, ''))) / ${term.length}::int`,
  );
  // What begins a word is meant before what stands within one: "art" is no part of "party".
  const words = terms.map(
    (term) => Prisma.sql`(${folded} ~ ${`\\m${escapeRegExp(term)}`})::int`,
  );
  return Prisma.sql`(
    SELECT p."editionId", p."number", p."kind", ${language} AS "language", ${text} AS "text",
      ${isChinese ? Prisma.sql`0` : Prisma.join(words, " + ")} AS "words",
      ${Prisma.join(hits, " + ")} AS "hits",
      similarity(${folded}, ${terms.join(" ")}) AS "likeness"
    FROM "EditionParagraph" p JOIN newest ON newest."id" = p."editionId"
    WHERE ${Prisma.join(holds, " AND ")}
    LIMIT ${CANDIDATES})`;
}

/** The query of `searchParagraphs`, for it and for whoever wants to see its plan. */
export function searchQuery(
  terms: readonly string[],
  limit: number,
): Prisma.Sql {
  return Prisma.sql`
    WITH newest AS (${NEWEST}),
    found AS (${branch("zh", terms)} UNION ALL ${branch("en", terms)})
    SELECT newest."slug", newest."number" AS "edition", newest."title", newest."sourceTitle",
      found."number", found."language", found."text"
    FROM found JOIN newest ON newest."id" = found."editionId"
    ORDER BY CASE found."kind" WHEN 'title' THEN 0 WHEN 'heading' THEN 1 ELSE 2 END,
      found."words" DESC, found."hits" DESC, found."likeness" DESC, newest."slug", found."number", found."language" DESC
    LIMIT ${limit}`;
}

/**
 * Finds paragraphs of the newest standing editions that hold all of these folded terms in one language: titles first, then
 * headings, then by how often they hold them and how much of them they are. Throws `unavailable` where it takes too long.
 */
export async function searchParagraphs(
  terms: readonly string[],
  limit: number,
): Promise<readonly FoundParagraph[]> {
  try {
    return await prisma.$transaction(async (db) => {
      await db.$executeRaw`SELECT set_config('statement_timeout', ${String(PATIENCE)}, true)`;
      return db.$queryRaw<FoundParagraph[]>(searchQuery(terms, limit));
    });
  } catch (error) {
    // 57014: query_canceled.
    if (String((error as Error).message).includes("57014"))
      throw new AppError("unavailable", "search_slow", { cause: error });
    throw error;
  }
}
