import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startPostgres } from "@/boot/embedded-postgres";
import { migrate } from "@/boot/migrate";
import { createCollab, type Collab } from "@/collab/server";
import { richTextFromPlain } from "@/core/text/rich-text";
import { disconnect, prisma } from "@/server/db/client";
import { provideEnv } from "@/server/env";
import { liveServer } from "@/server/live";
import { buildDocument, buildMembership } from "@/test/factories";
import { openRelay, type Relay } from "@/test/relay";
import {
  listen,
  openSocket,
  openText,
  sessionCookie,
  until,
} from "@/test/live-client";

// A PostgreSQL of its own, since this one is stopped and started.
let folder: string;
let postgres: Awaited<ReturnType<typeof startPostgres>>;
let relay: Relay;
let collab: Collab;
let url: string;
let closeServer: () => void;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "duizhao-outage-"));
  postgres = await startPostgres(folder);
  await migrate(postgres.url);
  await disconnect();
  relay = await openRelay();
  const address = new URL(postgres.url);
  relay.lead(Number(address.port));
  address.port = String(relay.port);
  provideEnv({ DATABASE_URL: address.href });
  collab = createCollab();
  const listening = await listen(collab);
  url = listening.url;
  closeServer = () => listening.server.close();
});

afterAll(async () => {
  await collab.close();
  closeServer();
  await disconnect();
  relay.close();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

async function restartPostgres() {
  postgres = await startPostgres(folder);
  relay.lead(Number(new URL(postgres.url).port));
}

async function openAs(
  role: "translator" | "reviewer",
  document: { projectId: string },
  name: string,
) {
  const { accountId } = await buildMembership({
    projectId: document.projectId,
    role,
  });
  const socket = openSocket(url, { cookie: await sessionCookie(accountId) });
  const client = openText(socket, name);
  await client.synced();
  return { client, socket, accountId };
}

async function text(target: string) {
  const document = await buildDocument({
    paragraphs: [{ text: "坚持“五链”融合。", target, status: "translated" }],
  });
  const textId = document.paragraphs[0]?.translations[0]?.textId ?? "";
  return { document, textId, name: `text:${textId}` };
}

const stored = async (id: string) =>
  (await prisma.liveText.findUniqueOrThrow({ where: { id } })).plainText;

test("while the database is away nothing is called saved, nothing is lost, and all is stored when it is back", async () => {
  const { document, textId, name } = await text("Begin.");
  const one = await openAs("translator", document, name);
  const two = await openAs("reviewer", document, name);
  one.client.type(" Before.");
  expect((await one.client.flush()).type).toBe("saved");
  await postgres.stop();
  one.client.type(" While away.");
  expect(await one.client.flush()).toMatchObject({
    type: "unsaved",
    reason: "unavailable",
  });
  // People go on writing together.
  await until(() => two.client.text() === "Begin. Before. While away.");
  two.client.type(" 五链");
  // A window that is closed meanwhile leaves its words to the server.
  two.socket.destroy();
  await expect(liveServer()?.flush([textId])).rejects.toMatchObject({
    code: "unavailable",
  });
  // A text that is not open cannot be opened now, and says so instead of showing nothing.
  await until(() => one.client.text().includes("五链"));
  const stranger = openText(
    one.socket,
    "text:019aa000-0000-7000-8000-000000000000",
  );
  await until(() => stranger.refusals.length > 0);
  expect(stranger.refusals).toEqual(["unavailable"]);
  await restartPostgres();
  await until(
    async () => (await one.client.flush()).type === "saved",
    "the database to be used again",
  );
  expect(await stored(textId)).toBe("Begin. Before. While away. 五链");
  one.socket.destroy();
});

test("a text that is left while its database is away stays in memory until it is stored", async () => {
  const { document, textId, name } = await text("Begin.");
  const { client, socket } = await openAs("translator", document, name);
  await postgres.stop();
  client.type(" Left behind.");
  await client.flush();
  socket.destroy();
  await restartPostgres();
  await until(
    async () => (await stored(textId)) === "Begin. Left behind.",
    "the text that was left",
  );
});

test("what the server was asked to write while the database is away is told to have failed", async () => {
  const { document, textId, name } = await text("Begin.");
  const { socket } = await openAs("translator", document, name);
  await postgres.stop();
  const written = liveServer()?.write(
    textId,
    richTextFromPlain("Written"),
    null,
  );
  await expect(written).rejects.toMatchObject({ code: "unavailable" });
  await restartPostgres();
  await until(async () => (await stored(textId)) === "Written");
  socket.destroy();
});
