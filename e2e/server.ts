import { spawn, type ChildProcess } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import path from "node:path";

/** A Duizhao started the way its operator starts it, on a data folder and a port of its own. */
export type StartedServer = {
  readonly url: string;
  readonly data: string;
  /** All it has said so far. */
  output(): string;
  /** The link that makes the first account; null once there is one. */
  setupLink(): string | null;
  /** Ends it as Ctrl-C does; returns the exit code. */
  stop(): Promise<number | null>;
  /** Ends it as the system does when it is out of memory: at once, without a word. */
  kill(): Promise<void>;
};

// What this process was given, or set for the tests, is not meant for the server.
const UNSET = {
  DATABASE_URL: "",
  HOST: "",
  NEXTAUTH_URL: "",
  NEXTAUTH_SECRET: "",
  SIGN_UP: "",
};

/** A port that nothing listens on. */
export async function findPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Runs `npm start`'s program until it ends by itself; for starts that are to be refused. */
export async function runStart(
  settings: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  const { child, output } = launch(settings);
  return { code: await ending(child), output: output() };
}

/** Runs the program of `npm start`, or another command that runs it; both of its outputs are collected. */
export function launch(
  settings: Record<string, string>,
  command: readonly [string, ...string[]] = [
    process.execPath,
    "boot/start.mjs",
  ],
) {
  const [program, ...args] = command;
  const child = spawn(program, args, {
    cwd: path.resolve(import.meta.dirname, ".."),
    env: { ...process.env, ...UNSET, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  return { child, output: () => said };
}

/** Resolves to the exit code of a process that ended by itself. */
export function ending(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null)
    return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once("exit", resolve));
}

/** Starts a server and waits until it says that it is ready. */
export async function startServer(
  data: string,
  settings: Record<string, string> = {},
): Promise<StartedServer> {
  const port = settings.PORT ?? String(await findPort());
  const { child, output } = launch({
    PORT: port,
    DUIZHAO_DATA: data,
    ...settings,
  });
  await new Promise<void>((resolve, reject) => {
    const look = () => {
      if (output().includes("is ready at")) resolve();
    };
    child.stdout.on("data", look);
    child.once("exit", () => reject(new Error(`No start:\n${output()}`)));
  });
  return {
    url: `http://localhost:${port}`,
    data,
    output,
    setupLink: () => /http\S+\/sign-up\?setup=\S+/.exec(output())?.[0] ?? null,
    stop: () => {
      child.kill("SIGINT");
      return ending(child);
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ending(child);
    },
  };
}
