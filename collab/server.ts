import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { Hocuspocus } from "@hocuspocus/server";
import { WebSocketServer, type WebSocket } from "ws";
import { watchEndedSessions } from "@/server/db/ended-sessions";
import { env } from "@/server/env";
import { shareLiveServer } from "@/server/live";
import { sessionFromCookies } from "@/server/session-token";
import { acknowledge } from "./acknowledge";
import { authenticate } from "./authenticate";
import { guardChanges } from "./guard-changes";
import { guardPresence } from "./guard-presence";
import { guardRequests } from "./guard-requests";
import { LIMITS, TIMES } from "./limits";
import { createLiveServer } from "./live-server";
import { isAllowedOrigin } from "./origin";
import { isReading } from "./outgoing";
import { receive } from "./receive";
import { Refusal } from "./refusal";
import { storage } from "./storage";
import { createTexts, type Texts } from "./texts";
import type { Arrival } from "./visit";
import { createVisitors, type Visitor, type Visitors } from "./visitors";

/** The live collaboration server, to be mounted on one path of the process's HTTP server. */
export type Collab = {
  /** Takes a websocket upgrade; answers and closes those that are refused. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Closes all connections and resolves when every change is stored, or the farewell time is over. */
  close(): Promise<void>;
};

/** Starts live collaboration in this process and makes it known to the services. */
export function createCollab(): Collab {
  const texts = createTexts();
  const visitors = createVisitors();
  const hocuspocus = new Hocuspocus<Arrival>({
    quiet: true,
    extensions: [
      authenticate(texts, visitors),
      storage(texts),
      guardChanges(texts, visitors),
      guardRequests(texts, visitors),
      guardPresence(texts),
      acknowledge(texts),
    ],
  });
  const webSockets = new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.messageBytes,
  });
  let isClosing = false;

  const welcome = (socket: WebSocket, visitor: Visitor, request: Request) => {
    visitors.add(visitor);
    // A frame that breaks the protocol or the limit closes its socket; unheard, it would end the process.
    socket.on("error", () => socket.terminate());
    socket.on("close", () => visitors.remove(visitor));
    receive(hocuspocus, socket, request, visitor, visitors);
    // Its session may have ended while it was on its way in: whoever ended it did not see this window yet.
    void seeOut(visitor, visitors).catch(console.error);
  };

  const handleUpgrade: Collab["handleUpgrade"] = (request, socket, head) => {
    const drop = () => socket.destroy();
    socket.on("error", drop);
    void (async () => {
      if (isClosing) return refuse(socket, "503 Service Unavailable");
      const { origin, host, cookie = "" } = request.headers;
      if (!isAllowedOrigin(origin, host, env().NEXTAUTH_URL))
        return refuse(socket, "403 Forbidden");
      const session = await sessionFromCookies(cookie);
      if (session === null) return refuse(socket, "401 Unauthorized");
      const { accountId } = session.actor;
      if (!visitors.hasRoom(accountId))
        return refuse(socket, "429 Too Many Requests");
      socket.off("error", drop);
      webSockets.handleUpgrade(request, socket, head, (webSocket) => {
        const visitor = {
          accountId,
          cookies: cookie,
          sessionId: session.id,
          socket: webSocket,
          documents: 0,
        };
        welcome(webSocket, visitor, new Request("http://localhost/collab"));
      });
    })().catch((error: unknown) => {
      console.error(error);
      refuse(socket, "503 Service Unavailable");
    });
  };

  const sweep = setInterval(() => {
    for (const visitor of visitors.all()) {
      if (!isReading(visitor, visitors)) visitor.socket.terminate();
      void seeOut(visitor, visitors).catch(console.error);
    }
    visitors.sweep();
    for (const document of hocuspocus.documents.values())
      if (document.getConnectionsCount() === 0)
        void hocuspocus.unloadDocument(document);
  }, TIMES.sweep);
  sweep.unref();
  // Sessions that end elsewhere: in another process, or by a hand in the database.
  const unwatch = watchEndedSessions((id) => visitors.closeSession(id));

  shareLiveServer(createLiveServer(hocuspocus, texts, visitors));
  return {
    handleUpgrade,
    async close() {
      isClosing = true;
      clearInterval(sweep);
      for (const { socket } of visitors.all()) socket.close(1012, "restart");
      await Promise.race([storeAll(hocuspocus, texts), pause(TIMES.farewell)]);
      const left = [...texts.logs.values()].filter((log) => !log.isSettled());
      if (left.length > 0)
        console.error(
          `${left.length} live texts could not be stored before the end; browsers keep what they typed and send it again.`,
        );
      for (const { socket } of visitors.all()) socket.terminate();
      webSockets.close();
      // A database that stands still does not keep the process.
      void unwatch();
      shareLiveServer(null);
    },
  };
}

/** Ends a visit whose session is over: expired, or ended while nobody could tell this process. */
async function seeOut(visitor: Visitor, visitors: Visitors): Promise<void> {
  const session = await sessionFromCookies(visitor.cookies);
  if (session?.id === visitor.sessionId) return;
  visitors.revoke(visitor.accountId);
  const { code, reason } = new Refusal("unauthenticated");
  visitor.socket.close(code, reason);
}

function refuse(socket: Duplex, status: string): void {
  socket.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
}

async function storeAll(
  hocuspocus: Hocuspocus<Arrival>,
  texts: Texts,
): Promise<void> {
  // What was received is in the documents once the queues of their connections are empty.
  const connections = [...hocuspocus.documents.values()].flatMap((document) =>
    document.getConnections(),
  );
  await Promise.all(
    connections.map((connection) => connection.waitForPendingMessages()),
  );
  await Promise.all(
    [...texts.logs.values()].map(async (log) => {
      await log.settled();
      await log.fold();
    }),
  );
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
