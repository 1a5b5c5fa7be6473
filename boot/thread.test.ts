import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { handleReader } from "@/reader/handle";
import { prisma } from "@/server/db/client";
import {
  viewExport,
  viewEdition,
} from "@/server/services/editions/view-export";
import { viewPublishing } from "@/server/services/editions/view-publishing";
import { shareDraft } from "@/server/services/editions/share-draft";
import { withdrawEdition } from "@/server/services/editions/withdraw-edition";
import { startThreads } from "@/server/threads/start-threads";
import { taskNames } from "@/server/threads/task";
import { shareThreads } from "@/server/threads/thread-pool";
import { buildReady, publish } from "@/test/publishing";
import "./thread-tasks";

// The real program of the threads, on the database of this test: what it answers is what would be answered without.

let threads: ReturnType<typeof startThreads>;
let server: Server;
let origin = "";

beforeAll(async () => {
  threads = startThreads();
  server = createServer((request, response) => {
    void handleReader(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  shareThreads(null);
  await threads.close();
  server.close();
});

const ask = async (path: string) => {
  const answer = await fetch(`${origin}${path}`);
  return { status: answer.status, body: await answer.text() };
};

it("publishes, checks and writes pages in threads as without them, byte for byte", async () => {
  expect(taskNames().length).toBeGreaterThan(10);
  const { actors, document } = await buildReady();
  const { link } = await shareDraft(actors.reviewer, {
    documentId: document.id,
    label: "",
    days: 7,
  });
  const draft = new URL(link).pathname;
  const read = async () => [
    await viewPublishing(actors.owner, document.id),
    await viewExport(actors.owner, document.id),
    await ask(draft),
    Buffer.from(await viewEdition(actors.owner, document.id))
      .toString()
      .replace(/"asOf":"[^"]*"/, ""),
  ];
  const without = await read();
  shareThreads(threads);
  expect(await read()).toEqual(without);

  const { editionId } = await publish(actors, document.id);
  const { slug, body } = await prisma.edition.findUniqueOrThrow({
    where: { id: editionId },
  });
  expect(body).toContain("The city stands as one");
  const path = `/e/${slug}/1`;
  const inThread = await ask(path);
  expect(inThread.status).toBe(200);
  shareThreads(null);
  // Another address of the same page, which nobody has asked for yet.
  const other = await ask(`${path}?mode=english`);
  shareThreads(threads);
  const again = await ask(`${path}?mode=english&lang=zh-CN`);
  expect([other.status, again.status]).toEqual([200, 200]);
  expect(inThread.body).toContain("The city stands as one");

  await withdrawEdition(actors.owner, { editionId, reason: "Wrong." });
  for (const mode of ["parallel", "english", "chinese"])
    expect((await ask(`${path}?mode=${mode}`)).status).toBe(410);
}, 90_000);
