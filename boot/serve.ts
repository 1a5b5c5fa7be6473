import { EventEmitter } from "node:events";
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import next from "next";
import { ADDRESS_HEADER, findAddress } from "@/server/address";
import { createCollab } from "@/collab/server";
import { handleReader } from "@/reader/handle";
import { isLoopback } from "@/server/env";
import { isLocalHost, refuseHost } from "./host";
import { refuseOddRequest } from "./odd-requests";
import { logError } from "./output.mjs";
import { listen, type Place } from "./port";

/** The running server; closing it lets requests under way end and stores what was typed. */
export type Running = { close(): Promise<void> };

// How long requests under way may take to end before they are cut.
const PATIENCE = 3000;

function pathOf(url = "/"): string {
  return url.split(/[?#]/, 1)[0] ?? "/";
}

/** Serves pages and live collaboration on one port. */
export async function serve(place: Place, dev: boolean): Promise<Running> {
  // Next hangs itself on the upgrades of the server it is given: this one passes on only what is Next's.
  const upgrades = new EventEmitter();
  const pages = next({
    dev,
    quiet: !dev,
    hostname: place.host,
    port: place.port,
    httpServer: upgrades as Server,
  });
  await pages.prepare();
  const respond = pages.getRequestHandler();
  const collab = createCollab();
  const server = createServer(
    (request: IncomingMessage, response: ServerResponse) => {
      if (isLoopback() && !isLocalHost(request.headers.host))
        return refuseHost(request, response);
      if (refuseOddRequest(request, response)) return;
      // Attempts are counted by this header: ours, over whatever the client sent.
      request.headers[ADDRESS_HEADER] = findAddress(
        request.socket.remoteAddress,
        request.headers["x-forwarded-for"],
      );
      // What anyone may read is answered before Next is asked.
      const answer = async () => {
        if (await handleReader(request, response)) return;
        await respond(request, response);
      };
      answer().catch((error: unknown) => {
        logError(error);
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
    },
  );
  server.on(
    "upgrade",
    (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const path = pathOf(request.url);
      if (path === "/collab") collab.handleUpgrade(request, socket, head);
      else if (dev && path.startsWith("/_next/"))
        upgrades.emit("upgrade", request, socket, head);
      else socket.destroy();
    },
  );
  // Longer than what proxies in front keep a connection open, so that none is closed under a request.
  server.keepAliveTimeout = 75_000;
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await listen(server, place);
  server.on("error", (error) => logError(error));
  return {
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      // Upgraded connections are not the server's any more: all are cut here, whatever they have become.
      const cut = setTimeout(
        () => sockets.forEach((socket) => socket.destroy()),
        PATIENCE,
      );
      await collab.close();
      await closed;
      clearTimeout(cut);
      await pages.close();
    },
  };
}
