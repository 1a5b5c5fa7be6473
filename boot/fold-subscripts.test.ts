import { createHash, randomUUID } from "node:crypto";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { expect, test } from "vitest";
import { fold } from "@/core/text/fold";
import { createDatabase } from "@/test/database";
import { migrate } from "./migrate";

const MIGRATIONS = path.resolve("prisma/migrations");
const EARLIER = [
  "20261122082955_first",
  "20261122110827_notes",
  "20261122141503_editions",
];
/** As they were folded before. */
const OLD = [
  "减少co₂排放",
  "二进制101₂",
  "a₁101₁₆b₃\tpm₂.₅",
  "蓄水10⁸立方米",
  "ₘₐₓ",
];

test("what was folded before subscripts were is folded anew, and no term is lost", async () => {
  const database = await createDatabase("empty");
  const folder = await mkdtemp(path.join(tmpdir(), "duizhao-migrations-"));
  const client = new Client({ connectionString: database.url });
  try {
    for (const name of EARLIER)
      await cp(path.join(MIGRATIONS, name), path.join(folder, name), {
        recursive: true,
      });
    await migrate(database.url, folder);
    await client.connect();
    // Only the folded columns matter here; what the rows refer to is left out.
    await client.query("SET session_replication_role = replica");
    const [edition, project] = [randomUUID(), randomUUID()];
    for (const [number, text] of OLD.entries())
      await client.query(
        `INSERT INTO "EditionParagraph" ("editionId", "number", "kind", "source", "target", "sourceFolded", "targetFolded")
         VALUES ($1, $2, 'body', $3, $3, $3, $3)`,
        [edition, number + 1, text],
      );
    for (const text of [...OLD, "co₂", "co2"])
      await client.query(
        `INSERT INTO "Term" ("id", "projectId", "source", "normalized", "hash", "pinyin", "target", "updatedAt")
         VALUES ($1, $2, $3, $3, $4, '', 'x', now())`,
        [randomUUID(), project, text, hashOf(text)],
      );
    await client.query("SET session_replication_role = origin");
    await migrate(database.url);
    const { rows: paragraphs } = await client.query<{
      sourceFolded: string;
      targetFolded: string;
    }>(
      `SELECT "sourceFolded", "targetFolded" FROM "EditionParagraph" ORDER BY "number"`,
    );
    const folded = OLD.map((text) => fold(text).text);
    expect(paragraphs.map((row) => row.sourceFolded)).toEqual(folded);
    expect(paragraphs.map((row) => row.targetFolded)).toEqual(folded);
    const { rows: terms } = await client.query<{
      source: string;
      normalized: string;
      hash: string;
    }>(`SELECT "source", "normalized", "hash" FROM "Term"`);
    for (const { source, normalized, hash } of terms) {
      const isKept = source === "co₂";
      expect(normalized).toBe(isKept ? source : fold(source).text);
      expect(hash).toBe(hashOf(normalized));
    }
    expect(terms).toHaveLength(OLD.length + 2);
    await expect(
      client.query(`UPDATE "EditionParagraph" SET "source" = 'x'`),
    ).rejects.toThrow("An edition is never changed");
  } finally {
    await client.end();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  }
});

function hashOf(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
