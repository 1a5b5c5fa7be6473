import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkUnused, openDataFolder } from "./data-folder";
import { beginningOf } from "./processes";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "duizhao-folder-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function withProcess(
  work: (pid: number) => Promise<void>,
): Promise<void> {
  const child = spawn(process.execPath, ["-e", "setInterval(() => 0, 1000)"]);
  try {
    await work(child.pid ?? 0);
  } finally {
    child.kill("SIGKILL");
  }
}

const lock = (holder: object) =>
  writeFile(path.join(folder, "lock"), JSON.stringify(holder));

test("a folder that another process uses is refused with its address", async () => {
  await withProcess(async (pid) => {
    const began = beginningOf(pid);
    await lock({ pid, began, address: "http://localhost:3000" });
    await expect(openDataFolder(folder, "http://other")).rejects.toThrow(
      /already runs on the data in .* at http:\/\/localhost:3000 \(process \d+\)/,
    );
    expect(await readFile(path.join(folder, "lock"), "utf8")).toContain(
      String(pid),
    );
  });
});

test("the lock of a killed process is taken over", async () => {
  await lock({ pid: 2 ** 22 - 1, began: "x", address: "http://a" });
  const opened = await openDataFolder(folder, "http://b");
  await opened.release();
  await expect(stat(path.join(folder, "lock"))).rejects.toThrow(/ENOENT/);
});

test("the lock of a killed process is taken over when its number was given to another", async () => {
  await withProcess(async (pid) => {
    await lock({ pid, began: "before the last restart", address: "http://a" });
    await expect(checkUnused(folder)).resolves.toBeUndefined();
    await (await openDataFolder(folder, "http://b")).release();
  });
});

test("a lock that was cut short is taken over", async () => {
  await writeFile(path.join(folder, "lock"), '{"pid":');
  await (await openDataFolder(folder, "http://b")).release();
});

test("a secret is made once and readable by its owner only", async () => {
  const opened = await openDataFolder(folder, "http://a");
  const secret = await opened.keepSecret("secret");
  expect(secret.length).toBeGreaterThanOrEqual(32);
  expect(await opened.keepSecret("secret")).toBe(secret);
  const { mode } = await stat(path.join(folder, "secret"));
  expect(mode & 0o777).toBe(0o600);
  await opened.forgetSecret("secret");
  expect(await opened.keepSecret("secret")).not.toBe(secret);
  await opened.release();
});

test("a file in the folder's place is named", async () => {
  const file = path.join(folder, "file");
  await writeFile(file, "");
  for (const place of [file, path.join(file, "below")]) {
    await expect(openDataFolder(place, "http://a")).rejects.toThrow(
      /a file is in its place: move that file, or set DUIZHAO_DATA/,
    );
  }
});
