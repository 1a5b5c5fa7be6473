import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hocuspocus } from "@hocuspocus/server";
import { WebSocketServer } from "ws";
import { encodeStateAsUpdate } from "yjs";
import { startPostgres } from "@/boot/embedded-postgres";
import { migrate } from "@/boot/migrate";
import { plainText } from "@/core/text/rich-text";
import { richTextFromDoc } from "@/editor/convert";
import { disconnect, prisma } from "@/server/db/client";
import { provideEnv } from "@/server/env";
import { buildAccount, buildDocument, buildMembership } from "@/test/factories";
import { openSocket, openText } from "@/test/live-client";
import {
  KEY_MS,
  KEYS,
  measureTyping,
  pause,
  typeKeys,
  WRITERS,
} from "./type-live";

/** The same with Hocuspocus as it comes: the whole state is stored when typing rests, at the latest after ten seconds. */
async function measureDefault(names: readonly string[]): Promise<number[]> {
  const stored = new Map<string, number[]>();
  const hocuspocus = new Hocuspocus({
    quiet: true,
    async onStoreDocument({ document, documentName }) {
      const text = plainText(richTextFromDoc(document));
      await prisma.liveText.update({
        where: { id: documentName.replace("text:", "") },
        data: {
          state: new Uint8Array(encodeStateAsUpdate(document)),
          plainText: text,
        },
      });
      const times = stored.get(documentName) ?? [];
      for (let number = times.length || 1; number <= text.length; number += 1)
        times[number] = performance.now();
      stored.set(documentName, times);
    },
  });
  const webSockets = new WebSocketServer({ noServer: true });
  const server = createServer();
  server.on("upgrade", (request, raw, head) =>
    webSockets.handleUpgrade(request, raw, head, (socket) => {
      const client = hocuspocus.handleConnection(
        socket,
        new Request("http://localhost/collab"),
      );
      socket.on("message", (data: Buffer) =>
        client.handleMessage(new Uint8Array(data)),
      );
      socket.on("close", (code, reason) =>
        client.handleClose({ code, reason: reason.toString() }),
      );
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const socket = openSocket(`ws://127.0.0.1:${port}/collab`, {});
  const times = await Promise.all(
    names.map(async (name) => {
      const client = openText(socket, name);
      await client.synced();
      const made = await typeKeys(client, () => undefined);
      while ((stored.get(name)?.length ?? 0) <= KEYS) await pause(50);
      return made.map(
        (at, number) => (stored.get(name)?.[number] ?? Infinity) - at,
      );
    }),
  );
  socket.destroy();
  server.close();
  return times.flat();
}

function row(label: string, times: readonly number[]): string {
  const sorted = times.filter(Number.isFinite).toSorted((a, b) => a - b);
  const at = (share: number) =>
    Math.round(
      sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ??
        0,
    );
  const figures = [at(0.5), at(0.95), at(0.99), at(1)];
  return `${label.padEnd(44)}${figures.map((figure) => `${figure} ms`.padStart(11)).join("")}`;
}

const folder = mkdtempSync(join(tmpdir(), "duizhao-bench-"));
const postgres = await startPostgres(folder);
await migrate(postgres.url);
provideEnv({
  DATABASE_URL: postgres.url,
  NEXTAUTH_SECRET: "only for measuring, and long enough to pass",
});
const account = await buildAccount();
const paragraphs = Array.from({ length: WRITERS }, () => ({
  text: "坚持“五链”融合。",
}));
const texts = async () => {
  const document = await buildDocument({ paragraphs });
  await buildMembership({
    projectId: document.projectId,
    accountId: account.id,
  });
  return document.paragraphs.map(
    ({ translations }) => `text:${translations[0]?.textId}`,
  );
};

console.log(
  `From a key to PostgreSQL: ${WRITERS} texts at once, ${KEYS} keys each, one every ${KEY_MS} ms`,
);
console.log(
  `${"".padEnd(44)}${["p50", "p95", "p99", "worst"].map((name) => name.padStart(11)).join("")}`,
);
console.log(
  row(
    "Duizhao: appended and acknowledged",
    await measureTyping(await texts(), account.id),
  ),
);
console.log(
  row(
    "Hocuspocus as it comes: debounced store",
    await measureDefault(await texts()),
  ),
);

await disconnect();
await postgres.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(0);
