import type { ServerMessage } from "@/core/live/messages";
import { shareLiveServer, type LiveServer } from "@/server/live";

/** What services announced to whoever has a document open. */
export type Announced = {
  readonly documentId: string;
  readonly message: ServerMessage;
};

/** Stands in for the live server of a process: keeps what is announced. Take it away with `shareLiveServer(null)`. */
export function listenLive(given: Partial<LiveServer> = {}): Announced[] {
  const announced: Announced[] = [];
  shareLiveServer({
    announce: (documentId, message) => announced.push({ documentId, message }),
    flush: async () => undefined,
    write: async () => undefined,
    disconnect: () => undefined,
    endSession: () => undefined,
    ...given,
  });
  return announced;
}
