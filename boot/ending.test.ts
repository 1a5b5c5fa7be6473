import { spawn, type ChildProcess } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import { closeAll, within, type Part } from "./ending";
import { isAlive } from "./processes";

const never = () => new Promise<void>(() => undefined);

test("closes parts in the reverse order, and goes on after one that hangs or fails", async () => {
  const closed: string[] = [];
  const part = (name: string, work = async () => {}): Part => ({
    name,
    patience: 50,
    close: async () => {
      closed.push(name);
      await work();
    },
  });
  const failing = async () => {
    throw new Error("broken");
  };
  const parts = [part("first"), part("hangs", never), part("fails", failing)];
  expect(await closeAll(parts, Date.now() + 5000)).toBe(false);
  expect(closed).toEqual(["fails", "hangs", "first"]);
  expect(await closeAll([part("alone")], Date.now() + 5000)).toBe(true);
  expect(await within(10, never())).toBe(false);
});

/** Runs a program with the rules of the house. */
function run(code: string): ChildProcess {
  return spawn(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "-e", code],
    { cwd: path.resolve(import.meta.dirname, ".."), stdio: "pipe" },
  );
}

const ending = (child: ChildProcess) =>
  new Promise<[number | null, NodeJS.Signals | null]>((resolve) =>
    child.once("exit", (code, signal) => resolve([code, signal])),
  );

test("a process whose main thread is busy for ever is killed with what it started", async () => {
  const child = run(`
    import { spawn } from "node:child_process";
    const { holdChild } = await import("./boot/children.ts");
    const { endInTime } = await import("./boot/ending.ts");
    const started = spawn("sleep", ["600"], { detached: true });
    holdChild(started);
    endInTime();
    process.stdout.write(String(started.pid), () => { for (;;); });`);
  const pid = await new Promise<number>((resolve) =>
    child.stdout?.once("data", (chunk: Buffer) => resolve(Number(chunk))),
  );
  expect(isAlive(pid)).toBe(true);
  expect(await ending(child)).toEqual([null, "SIGKILL"]);
  await expect.poll(() => isAlive(pid)).toBe(false);
});

test("a process that loses whoever reads its output goes on, and takes its children along at its end", async () => {
  const child = run(`
    import { spawn } from "node:child_process";
    const { surviveClosedOutput, logError } = await import("./boot/output.mjs");
    const { holdChild } = await import("./boot/children.ts");
    surviveClosedOutput();
    process.on("uncaughtException", (error) => logError(error));
    const started = spawn("sleep", ["600"], { detached: true });
    holdChild(started);
    process.stdin.once("data", () => {
      for (let line = 0; line < 100; line += 1) console.log(line), console.error(line);
      logError({ get [Symbol.toStringTag]() { throw new Error("cannot be printed"); } });
      setTimeout(() => process.exit(7), 100);
    });
    process.stdout.write(String(started.pid));`);
  const pid = await new Promise<number>((resolve) =>
    child.stdout?.once("data", (chunk: Buffer) => resolve(Number(chunk))),
  );
  child.stdout?.destroy();
  child.stderr?.destroy();
  const ended = ending(child);
  child.stdin?.write("go");
  expect(await ended).toEqual([7, null]);
  await expect.poll(() => isAlive(pid)).toBe(false);
});
