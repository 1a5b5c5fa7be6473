import { spawn, type ChildProcess } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";

/** A live server in a process of its own. */
export type LiveChild = {
  readonly url: string;
  /** Ends it without a word, as a crash or a power cut does. */
  kill(): Promise<void>;
};

/** A port that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Starts live collaboration in a child process on this test file's database. */
export async function startLiveChild(port: number): Promise<LiveChild> {
  const script = fileURLToPath(new URL("live-process.ts", import.meta.url));
  const child = spawn(
    process.execPath,
    ["--import", "tsx", script, String(port)],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const url = await firstLine(child);
  return {
    url,
    kill: () =>
      new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.kill("SIGKILL");
      }),
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.once("data", (data: Buffer) =>
      resolve(data.toString().trim()),
    );
    child.once("exit", (code) =>
      reject(new Error(`The live server ended with ${code}.`)),
    );
  });
}
