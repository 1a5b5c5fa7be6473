import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { Socket } from "node:net";
import { securityHeaders } from "@/reader/policy";
import { ADDRESS_HEADER, findAddress, isTrustedProxy } from "@/server/address";
import { env, isLoopback } from "@/server/env";
import { admitBodies, type Admitted } from "./admit-body";
import { checkRequest, type Refused } from "./check-request";
import { countConnections, makeCounter } from "./count-connections";
import { isLocalHost, refuseHost } from "./host";
import { DOOR_LIMITS, DOOR_TIMES } from "./limits";
import { logError } from "./output.mjs";

type Respond = (
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<void>;

/** Answers a request that gets no further, and ends its connection: what may still come of its body is not wanted. */
function answerRefused(
  request: IncomingMessage,
  response: ServerResponse,
  { status, message, headers }: Refused,
): void {
  request.resume();
  response.writeHead(status, {
    ...(status !== 204 && { "content-type": "text/plain; charset=utf-8" }),
    ...headers,
    connection: "close",
  });
  response.end(message && `${message}\n`);
}

/** What the parser of HTTP refuses, by its code. */
const PARSER_REFUSALS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  HPE_CHUNK_EXTENSIONS_OVERFLOW: "413 Content Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

/** Answers on a connection that carries no request that could be read. */
function answerRaw(
  socket: Pick<Socket, "writable" | "end" | "destroy">,
  status: string,
): void {
  if (!socket.writable) return void socket.destroy();
  const headers = Object.entries(securityHeaders()).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  socket.end(
    `HTTP/1.1 ${status}\r\n${headers.join("")}connection: close\r\ncontent-length: 0\r\n\r\n`,
  );
}

/** Hears what is no request: malformed heads, tunnels, connections that break. */
function hearOthers(server: Server): void {
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (error.code === "ECONNRESET") return void socket.destroy();
    answerRaw(
      socket as Socket,
      PARSER_REFUSALS[error.code ?? ""] ?? "400 Bad Request",
    );
  });
  server.on("connect", (_, socket) =>
    answerRaw(socket as Socket, "405 Method Not Allowed"),
  );
  server.on("error", logError);
}

/**
 * Makes the server that stands before everything else: it counts connections, refuses heads that cannot be right and bodies nobody asked
 * for, notes the network address, and gives every answer the headers that all have. `respond` gets what passes.
 */
export function createDoor(respond: Respond): {
  readonly server: Server;
  readonly sockets: ReadonlySet<Socket>;
} {
  const home = new URL(env().NEXTAUTH_URL);
  const admit = admitBodies();
  const underWay = makeCounter(DOOR_LIMITS.requestsPerAddress);

  const check = (request: IncomingMessage): Refused | null => {
    const refused = checkRequest(request, home);
    if (refused !== null) return refused;
    const { remoteAddress } = request.socket;
    const address = findAddress(
      remoteAddress,
      request.headers["x-forwarded-for"],
    );
    // Attempts are counted by this header: ours, over whatever the client sent.
    request.headers[ADDRESS_HEADER] = address;
    return null;
  };

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const admitted: Admitted = await admit(request);
    if (admitted.refused !== null)
      return answerRefused(request, response, admitted.refused);
    response.once("close", admitted.release);
    await respond(request, response);
  };

  const server = createServer(
    {
      headersTimeout: DOOR_TIMES.head,
      requestTimeout: DOOR_TIMES.largeBody,
      connectionsCheckingInterval: DOOR_TIMES.look,
      // Longer than what proxies in front keep a connection open, so that none is closed under a request.
      keepAliveTimeout: 75_000,
      // The head is checked here, and the answer has the headers that all have.
      requireHostHeader: false,
    },
    (request, response) => {
      // Pages bring a policy of their own, which takes this one's place.
      for (const [name, value] of Object.entries(securityHeaders()))
        response.setHeader(name, value);
      const refused = check(request);
      if (refused !== null) return answerRefused(request, response, refused);
      if (isLoopback() && !isLocalHost(request.headers.host))
        return refuseHost(request, response);
      const address = String(request.headers[ADDRESS_HEADER]);
      if (!underWay.add(address))
        return answerRefused(request, response, {
          status: 429,
          message: "Too many requests of this address are under way.",
        });
      response.once("close", () => underWay.remove(address));
      serve(request, response).catch((error: unknown) => {
        // Whoever went away in the middle of a request is nobody's fault, and reads no answer.
        if (request.destroyed && !request.complete) return;
        logError(error);
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
    },
  );
  hearOthers(server);
  return { server, sockets: countConnections(server, isTrustedProxy) };
}
