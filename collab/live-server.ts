import type { Hocuspocus } from "@hocuspocus/server";
import { AppError } from "@/core/errors";
import { writeRichText } from "@/editor/convert";
import type { LiveServer } from "@/server/live";
import { textName } from "./document-name";
import { Refusal } from "./refusal";
import { announce, expectVisit, type Texts } from "./texts";
import type { Arrival, Visit } from "./visit";
import type { Visitors } from "./visitors";

/** What the services of this process may ask of the live server. */
export function createLiveServer(
  hocuspocus: Hocuspocus<Arrival>,
  texts: Texts,
  visitors: Visitors,
): LiveServer {
  const flush = async (textIds: readonly string[]) => {
    const open = textIds.flatMap((textId) => texts.logs.get(textId) ?? []);
    const results = await Promise.all(open.map((log) => log.saved()));
    if (results.includes("unavailable"))
      throw new AppError("unavailable", "live_unavailable");
  };
  return {
    announce: (documentId, message) =>
      announce(hocuspocus, documentId, message),
    flush,
    async write(textId, content, accountId) {
      const name = textName(textId);
      const leave = expectVisit(texts, name);
      try {
        // A text that is just being unloaded is gone after this turn, and is then loaded anew.
        await new Promise((resolve) => setImmediate(resolve));
        const actor = accountId === null ? undefined : { accountId };
        const connection = await hocuspocus.openDirectConnection(name, {
          actor,
        } as unknown as Arrival);
        leave();
        try {
          await connection
            .transact((doc) => writeRichText(doc, content))
            .catch((error: unknown) => {
              texts.logs.get(textId)?.giveUp();
              throw error;
            });
          await flush([textId]);
        } finally {
          await connection.disconnect({ unloadImmediately: false });
        }
      } catch (error) {
        if (error instanceof Refusal) throw toAppError(error);
        throw error;
      } finally {
        leave();
      }
    },
    disconnect(accountId, projectId) {
      visitors.revoke(accountId);
      for (const document of hocuspocus.documents.values()) {
        for (const connection of document.getConnections()) {
          const visit = connection.context as Visit;
          if (visit.actor.accountId !== accountId) continue;
          // The others of this account ask again as well: their rights were looked up before.
          connection.close(new Refusal("role_changed").event);
        }
      }
      if (projectId === null) visitors.close(accountId);
    },
    endSession: (sessionId) => visitors.closeSession(sessionId),
  };
}

function toAppError({ reason }: Refusal): AppError {
  return reason === "not_found"
    ? new AppError("not_found", "not_found")
    : new AppError("unavailable", "live_unavailable");
}
