import { EventEmitter } from "node:events";
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import next from "next";
import { createCollab } from "@/collab/server";
import { handleReader } from "@/reader/handle";
import { createDoor } from "./door";
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
  const { server, sockets } = createDoor(async (request, response) => {
    // What anyone may read is answered before Next is asked.
    if (await handleReader(request, response)) return;
    await respond(request, response);
  });
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
  await listen(server, place);
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
