import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "..");
const sample = path.join(root, "samples/quzhou-15th-fyp/bundle.json");
const run = promisify(execFile);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "duizhao-cli-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the command on a database of its own, embedded, in a folder that is made at the first call. */
async function duizhao(...args: readonly string[]): Promise<string> {
  const { DATABASE_URL: _, ...others } = process.env;
  const { stdout } = await run(
    process.execPath,
    [path.join(root, "cli/duizhao.mjs"), ...args],
    {
      cwd: folder,
      env: {
        ...others,
        NODE_ENV: "production",
        DUIZHAO_DATA: path.join(folder, "data"),
      },
    },
  );
  return stdout;
}

describe("moving a project into the database and out of it", () => {
  it("gives back the bundle that was loaded, byte for byte, without a server", async () => {
    const id = (await duizhao("load", sample)).trim();
    await duizhao("bundle", id, "-o", "out.json");
    expect(await readFile(path.join(folder, "out.json"), "utf8")).toBe(
      await readFile(sample, "utf8"),
    );
    await expect(
      duizhao("bundle", "no such project", "-o", "-"),
    ).rejects.toMatchObject({
      code: 2,
      stdout: "",
      stderr: "duizhao: there is no project “no such project”.\n",
    });
  }, 120_000);
});
