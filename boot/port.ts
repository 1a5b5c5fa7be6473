import { createServer, type Server } from "node:http";
import { Problem } from "./problem";

/** Where the server listens. */
export type Place = { readonly host: string; readonly port: number };

/** Makes a server listen; fails with what to do where it cannot. */
export function listen(server: Server, { host, port }: Place): Promise<void> {
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
