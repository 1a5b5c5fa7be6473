import type { Server } from "node:http";
import type { Socket } from "node:net";
import { findAddress } from "@/server/address";
import { DOOR_LIMITS } from "./limits";

/** Counts by name, and forgets those that are at nothing. */
export function makeCounter(most: number) {
  const counts = new Map<string, number>();
  return {
    /** Counts one more; false where there are as many as there may be. */
    add: (name: string): boolean => {
      const count = counts.get(name) ?? 0;
      if (count >= most) return false;
      counts.set(name, count + 1);
      return true;
    },
    remove: (name: string): void => {
      const count = (counts.get(name) ?? 0) - 1;
      if (count > 0) counts.set(name, count);
      else counts.delete(name);
    },
  };
}

/**
 * Keeps the connections of a server, and ends those above what one network address may hold, unless `isProxy` says that it holds them
 * for others. Returns the connections that are open.
 */
export function countConnections(
  server: Server,
  isProxy: (peer: string | undefined) => boolean,
  most: number = DOOR_LIMITS.connectionsPerAddress,
): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  const counter = makeCounter(most);
  server.maxConnections = DOOR_LIMITS.connections;
  server.on("connection", (socket: Socket) => {
    const peer = socket.remoteAddress;
    const address = findAddress(peer, undefined);
    const isCounted = !isProxy(peer);
    if (isCounted && !counter.add(address)) return socket.destroy();
    sockets.add(socket);
    socket.once("close", () => {
      sockets.delete(socket);
      if (isCounted) counter.remove(address);
    });
  });
  return sockets;
}
