import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { checkRoom, explainLog, findCause } from "./postgres-log";

// What initdb wrote on a disk of 20 MB: the last complaint follows from the first.
const FULL_DISK = `creating configuration files ... ok
running bootstrap script ... 2026-12-01 03:01:12.583 UTC [30469] FATAL:  could not extend file "base/1/2691": No space left on device
2026-12-01 03:01:12.583 UTC [30469] HINT:  Check free disk space.
2026-12-01 03:01:12.583 UTC [30469] PANIC:  cannot abort transaction 1, it was already committed
Aborted
child process exited with exit code 134
initdb: removing contents of data directory "/data/postgres.new"
`;

test("names the cause and not what followed from it", () => {
  expect(findCause(FULL_DISK)).toBe(
    'could not extend file "base/1/2691": No space left on device',
  );
  expect(
    findCause(`2026-12-01 03:01:12.583 UTC [1] LOG:  could not write temporary statistics file: Permission denied
2026-12-01 03:01:12.583 UTC [1] FATAL:  terminating`),
  ).toMatch(/Permission denied$/);
  expect(findCause("initdb: error: first\ninitdb: error: second")).toBe(
    "first",
  );
  expect(findCause("only a line")).toBe("only a line");
  expect(findCause("")).toBe("");
});

test("reads what the last attempt wrote, and says what to do about a full disk", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "duizhao-log-"));
  const log = path.join(folder, "postgres.log");
  const earlier = "FATAL:  an earlier attempt\n";
  await writeFile(log, earlier + FULL_DISK);
  expect(await explainLog(log, earlier.length)).toMatch(
    /No space left on device\. Make room on its disk, or set DUIZHAO_DATA/,
  );
  expect(await readFile(log, "utf8")).toContain(earlier);
  await expect(checkRoom(folder)).resolves.toBeUndefined();
  await rm(folder, { recursive: true });
});
