import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A network between a browser and a server that can fail. */
export type Network = {
  /** The server's address through this network. */
  readonly url: string;
  /** Breaks every connection and refuses new ones. */
  cut(): void;
  /** Lets nothing through any more and says nothing, as when a cable is pulled. */
  swallow(): void;
  /** Works again; what was swallowed is gone. */
  mend(): void;
  close(): Promise<void>;
};

/** Lays a network in front of a server. */
export async function layNetwork(target: string): Promise<Network> {
  const { hostname, port } = new URL(target);
  const pairs = new Set<readonly [Socket, Socket]>();
  let state: "works" | "cut" | "silent" = "works";

  const breakAll = () => {
    for (const pair of pairs) for (const socket of pair) socket.destroy();
    pairs.clear();
  };
  const server = createServer((near) => {
    near.on("error", () => undefined);
    if (state === "cut") return near.destroy();
    const far = connect(Number(port), hostname);
    const pair = [near, far] as const;
    pairs.add(pair);
    const join = (from: Socket, to: Socket) => {
      from.on("data", (bytes) => {
        if (state === "works") to.write(bytes);
      });
      from.on("error", () => to.destroy());
      from.on("close", () => {
        if (state !== "silent") to.destroy();
      });
    };
    join(near, far);
    join(far, near);
    far.on("error", () => undefined);
  });
  await new Promise<void>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve()),
  );
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    cut() {
      state = "cut";
      breakAll();
    },
    swallow() {
      state = "silent";
    },
    mend() {
      // Half of what was sent is missing on the old connections.
      if (state === "silent") breakAll();
      state = "works";
    },
    close: () =>
      new Promise((resolve) => {
        breakAll();
        server.close(() => resolve());
      }),
  };
}
