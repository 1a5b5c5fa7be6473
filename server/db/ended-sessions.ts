import { Client } from "pg";
import { databaseUrl } from "@/server/env";

/** The channel of the trigger on the table of sessions. */
const CHANNEL = "duizhao_session_ended";

/** From a lost connection to the next attempt, in milliseconds. */
const RETRY = 2_000;

/**
 * Tells of every session that ends, in whichever process or by whatever hand, as soon as that is committed. While the
 * connection is lost nothing is told; who listens has to look for itself then. Returns what ends the listening.
 */
export function watchEndedSessions(
  onEnded: (sessionId: string) => void,
): () => Promise<void> {
  let isOver = false;
  let client: Client | null = null;
  let retry: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const next = new Client({
      connectionString: databaseUrl(),
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    client = next;
    let isLost = false;
    const lose = () => {
      if (isLost) return;
      isLost = true;
      next.end().catch(() => undefined);
      if (isOver) return;
      retry = setTimeout(() => void connect(), RETRY);
      retry.unref();
    };
    // Both come with a lost connection; unheard, an error would end the process.
    next.on("error", lose);
    next.on("end", lose);
    next.on("notification", ({ payload }) => {
      if (payload) onEnded(payload);
    });
    try {
      await next.connect();
      await next.query(`LISTEN ${CHANNEL}`);
    } catch {
      lose();
    }
  }

  const first = connect();
  return async () => {
    isOver = true;
    clearTimeout(retry);
    await first;
    await client?.end().catch(() => undefined);
  };
}
