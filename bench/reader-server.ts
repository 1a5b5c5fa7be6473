// The public reader alone, with the sample published in it: `PORT=… tsx bench/reader-server.ts [paragraphs]`. Beside it,
// on the next port, the same bytes from a server that does nothing else.
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { openDatabase } from "@/boot/database";
import { migrate } from "@/boot/migrate";
import { provideEnv } from "@/server/env";
import { startExportQueue } from "@/server/export/export-queue";
import { shareExportQueue } from "@/server/export/queue";
import { readSample, repeatDocument } from "./repeat-document";

const port = Number(process.env.PORT ?? 3190);
const count = Number(process.argv[2] ?? 0);
const folder = mkdtempSync(join(tmpdir(), "duizhao-reader-"));
const database = await openDatabase(undefined, folder);
await migrate(database.url);
provideEnv({
  DATABASE_URL: database.url,
  NEXTAUTH_URL: `http://localhost:${port}`,
  NEXTAUTH_SECRET: "reader bench reader bench reader bench",
});
// Only now may anything look for the database.
const { prisma, transaction, disconnect } = await import("@/server/db/client");
const { storeBundle } = await import("@/server/services/bundles/store-bundle");
const { publishEdition } =
  await import("@/server/services/editions/publish-edition");
const { handleReader } = await import("@/reader/handle");

const account = await prisma.account.create({
  data: {
    id: "00000000-0000-7000-8000-000000000001",
    name: "Bench",
    email: "bench@example.org",
    passwordHash: "none",
  },
});
const sample = readSample();
const style = { ...sample.project.style, blocking: [] };
const documents =
  count === 0
    ? sample.documents
    : sample.documents.map((document) => repeatDocument(document, count));
const project = { ...sample.project, style } as typeof sample.project;
const { documentIds } = await transaction((db) =>
  storeBundle({ ...sample, project, documents }, account.id, db),
);
const [documentId = ""] = documentIds;
const actor = { accountId: account.id } as Parameters<typeof publishEdition>[0];
await publishEdition(actor, { documentId, number: 1, changes: "" });
const text = await prisma.translation.findFirstOrThrow({
  where: { paragraph: { documentId }, status: "translated" },
  select: { text: { select: { id: true, plainText: true } } },
});
const words = text.text.plainText.replace(/\b(\w+) /, "corrected ");
await prisma.liveText.update({
  where: { id: text.text.id },
  data: {
    plainText: words,
    richText: {
      version: 2,
      blocks: [
        {
          kind: "paragraph",
          runs: [{ kind: "text", text: words, marks: [], href: null }],
        },
      ],
    },
  },
});
const { slug } = await publishEdition(actor, {
  documentId,
  number: 2,
  changes: "Corrected one paragraph.",
});

const exports = startExportQueue();
shareExportQueue(exports);
const server = createServer((request, response) => {
  handleReader(request, response)
    .then((isOurs) => {
      if (!isOurs) response.writeHead(404).end();
    })
    .catch((error: unknown) => {
      console.error(error);
      response.end();
    });
});
await new Promise<void>((resolve) => server.listen(port, resolve));

const path = `/e/${slug}/2`;
const same = await fetch(`http://localhost:${port}${path}`);
const plain = Buffer.from(await same.arrayBuffer());
const packed = brotliCompressSync(plain);
const bare = createServer((request, response) => {
  const isPacked = request.headers["accept-encoding"] === "br";
  const bytes = isPacked ? packed : plain;
  response.writeHead(200, {
    "content-type": "text/html; charset=utf-8",
    "content-length": bytes.length,
    ...(isPacked && { "content-encoding": "br" }),
  });
  response.end(bytes);
});
await new Promise<void>((resolve) => bare.listen(port + 1, resolve));
console.log(`http://localhost:${port}${path}`);

process.once("SIGTERM", () => {
  void (async () => {
    server.close();
    bare.close();
    server.closeAllConnections();
    bare.closeAllConnections();
    await exports.close();
    await disconnect();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  })();
});
