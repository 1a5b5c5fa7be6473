import { EventEmitter } from "node:events";
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { Duplex } from "node:stream";
import next from "next";
import { ADDRESS_HEADER, findAddress } from "@/server/address";
import { createCollab } from "@/collab/server";
import { Problem } from "./problem";

/** Where the server listens. */
type Place = { readonly host: string; readonly port: number };

/** The running server; closing it lets requests under way end and stores what was typed. */
export type Running = { close(): Promise<void> };

// How long requests under way may take to end before they are cut.
const PATIENCE = 5000;

function listen(server: Server, { host, port }: Place): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const known: Readonly<Record<string, string>> = {
        EADDRINUSE: `The port ${port} is taken by another program: stop that one, or set PORT to another number.`,
        EACCES: `The port ${port} may not be used by this user: set PORT to a number from 1024 on.`,
        EADDRNOTAVAIL: `This computer has no address ${host}: set HOST to one it has, such as 127.0.0.1 or 0.0.0.0.`,
        ENOTFOUND: `The name ${host} leads nowhere: set HOST to an address of this computer, such as 127.0.0.1 or 0.0.0.0.`,
      };
      reject(
        new Problem(
          known[error.code ?? ""] ??
            `Cannot listen on ${host}:${port}: ${error.message}.`,
          { cause: error },
        ),
      );
    });
    server.listen(port, host, resolve);
  });
}

/** Fails when the port cannot be used; changes nothing. */
export async function checkPort(place: Place): Promise<void> {
  const server = createServer();
  await listen(server, place);
  await new Promise((resolve) => server.close(resolve));
}

function isCollab(url: string | undefined): boolean {
  return (
    URL.canParse(url ?? "", "http://host") &&
    new URL(url ?? "", "http://host").pathname === "/collab"
  );
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
      // Attempts are counted by this header: ours, over whatever the client sent.
      request.headers[ADDRESS_HEADER] = findAddress(
        request.socket.remoteAddress,
        request.headers["x-forwarded-for"],
      );
      respond(request, response).catch((error: unknown) => {
        console.error(error);
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
    },
  );
  server.on(
    "upgrade",
    (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (isCollab(request.url)) collab.handleUpgrade(request, socket, head);
      else if (!upgrades.emit("upgrade", request, socket, head))
        socket.destroy();
    },
  );
  // Longer than what proxies in front keep a connection open, so that none is closed under a request.
  server.keepAliveTimeout = 75_000;
  await listen(server, place);
  server.on("error", (error) => console.error(error));
  return {
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      await collab.close();
      const cut = setTimeout(() => server.closeAllConnections(), PATIENCE);
      await closed;
      clearTimeout(cut);
      await pages.close();
    },
  };
}
