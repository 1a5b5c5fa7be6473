import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A port that leads to another one, which may change: a database that comes back elsewhere keeps its address. */
export type Relay = {
  readonly port: number;
  lead(port: number): void;
  close(): void;
};

/** Opens a relay that leads nowhere yet. */
export async function openRelay(): Promise<Relay> {
  const open = new Set<Socket>();
  let target = 0;
  const server = createServer((near) => {
    const far = connect(target, "127.0.0.1");
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        open.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    lead(port) {
      target = port;
    },
    close() {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
