import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

/** A command of the product in a process of its own. */
export type Command = {
  /** All it has said on either stream so far. */
  output(): string;
  /** Resolves with the exit code, null where a signal ended it. */
  readonly ended: Promise<number | null>;
  kill(signal: NodeJS.Signals): void;
};

/** Starts `npm run backup` or `npm run restore`, without npm. */
export function startBackupCommand(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Command {
  const root = path.resolve(import.meta.dirname, "..");
  const child = spawn(
    process.execPath,
    [path.join(root, "boot/backup/command.mjs"), ...args],
    {
      cwd: root,
      env: { ...process.env, DATABASE_URL: "", NODE_ENV: "production", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(child, "close").then(([code]) => code as number | null);
  return {
    output: () => said,
    ended,
    kill: (signal) => void child.kill(signal),
  };
}

/** Runs such a command to its end. */
export async function runBackupCommand(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const command = startBackupCommand(args, env);
  return { code: await command.ended, output: command.output() };
}
