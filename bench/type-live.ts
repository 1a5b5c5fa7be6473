import { createCollab } from "@/collab/server";
import {
  listen,
  openSocket,
  openText,
  sessionCookie,
  type LiveClient,
} from "@/test/live-client";

/** Each writer types so many keys, as fast as a good typist. */
export const KEYS = 120;
export const KEY_MS = 90;
export const WRITERS = 5;

export const pause = (milliseconds: number) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Types and notes for each key when it was made; `isKept` says how many keys of it are in the database. */
export async function typeKeys(
  client: LiveClient,
  onKey: (number: number) => void,
): Promise<number[]> {
  const made: number[] = [];
  for (let number = 1; number <= KEYS; number += 1) {
    made[number] = performance.now();
    client.type("x");
    onKey(number);
    await pause(KEY_MS);
  }
  return made;
}

/** Until each key was in PostgreSQL, where every change is appended and acknowledged. */
export async function measureTyping(
  names: readonly string[],
  accountId: string,
): Promise<number[]> {
  const collab = createCollab();
  const { url, server } = await listen(collab);
  const socket = openSocket(url, { cookie: await sessionCookie(accountId) });
  const times = await Promise.all(
    names.map(async (name) => {
      const client = openText(socket, name);
      await client.synced();
      const saved: number[] = [];
      let known = 0;
      client.provider.on("stateless", ({ payload }: { payload: string }) => {
        const message = JSON.parse(payload) as { type: string; n: number };
        if (message.type !== "saved") return;
        for (; known < message.n; known += 1)
          saved[known + 1] = performance.now();
      });
      const made = await typeKeys(client, (n) =>
        client.provider.sendStateless(JSON.stringify({ type: "flush", n })),
      );
      while (known < KEYS) await pause(10);
      return made.map((at, number) => (saved[number] ?? Infinity) - at);
    }),
  );
  socket.destroy();
  await collab.close();
  server.close();
  return times.flat();
}
