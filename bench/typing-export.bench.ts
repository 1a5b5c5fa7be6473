import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "@/boot/embedded-postgres";
import { migrate } from "@/boot/migrate";
import { editionOfBundle } from "@/core/editions/edition-of-bundle";
import { DEFAULT_OPTIONS } from "@/core/export/options";
import { disconnect } from "@/server/db/client";
import { provideEnv } from "@/server/env";
import { packEdition } from "@/server/export/edition-pack";
import { startExportQueue } from "@/server/export/export-queue";
import { buildAccount, buildDocument, buildMembership } from "@/test/factories";
import { addNotes } from "./add-notes";
import { readSample, repeatDocument } from "./repeat-document";
import { measureTyping, WRITERS } from "./type-live";

const sample = readSample();
const [document] = sample.documents;
if (document === undefined) throw new Error("The sample holds no document.");
const edition = editionOfBundle(
  sample,
  addNotes(repeatDocument(document, 2000), 1000),
  { asOf: new Date().toISOString(), sha256: "0".repeat(64) },
);

const folder = mkdtempSync(join(tmpdir(), "duizhao-bench-"));
const postgres = await startPostgres(folder);
await migrate(postgres.url);
provideEnv({
  DATABASE_URL: postgres.url,
  NEXTAUTH_SECRET: "only for measuring, and long enough to pass",
});
const account = await buildAccount();

async function texts(): Promise<readonly string[]> {
  const paragraphs = Array.from({ length: WRITERS }, () => ({
    text: "坚持“五链”融合。",
  }));
  const { projectId, paragraphs: made } = await buildDocument({ paragraphs });
  await buildMembership({ projectId, accountId: account.id });
  return made.map(({ translations }) => `text:${translations[0]?.textId}`);
}

function describeTimes(label: string, times: readonly number[]): void {
  const sorted = times.filter(Number.isFinite).toSorted((a, b) => a - b);
  const at = (share: number) =>
    `${Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0)} ms`;
  console.log(
    `${label.padEnd(52)}${[at(0.5), at(0.95), at(0.99)].map((time) => time.padStart(10)).join("")}`,
  );
}

console.log(
  `From a key to PostgreSQL, ${WRITERS} writers at once: p50, p95, p99`,
);
describeTimes("nothing else", await measureTyping(await texts(), account.id));

const queue = startExportQueue();
let isTyping = true;
let written = 0;
const exporting = (async () => {
  while (isTyping) {
    await queue.run(packEdition(edition), {
      format: "pdf",
      options: DEFAULT_OPTIONS,
    });
    written += 1;
  }
})();
const busy = await measureTyping(await texts(), account.id);
isTyping = false;
describeTimes("while PDFs of 2,000 paragraphs are written", busy);
await exporting;
console.log(`${written} of them`);

await queue.close();
await disconnect();
await postgres.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(0);
