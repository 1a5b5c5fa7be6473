import { createHash } from "node:crypto";
import { once } from "node:events";
import type { FileHandle } from "node:fs/promises";
import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { Client } from "pg";
import { readDatabase } from "./read-database";
import { startTally, type Tally } from "./tally";
import { writeWhole } from "./whole-file";

/** What a backup holds; `sha256` is that of the file, `size` its bytes. */
export type BackedUp = {
  readonly rows: number;
  readonly bytes: number;
  readonly size: number;
  readonly sha256: string;
};

/** How a backup is made; `warn` hears of what is not in it. */
export type BackupOptions = {
  readonly product: string;
  readonly overwrite?: boolean;
  readonly onProgress?: (tally: Tally) => void;
  readonly warn?: (line: string) => void;
  readonly signal?: AbortSignal;
};

async function write(
  url: string,
  out: (chunk: Buffer) => Promise<unknown>,
  options: BackupOptions,
): Promise<BackedUp> {
  const client = new Client({ connectionString: url, keepAlive: true });
  // A connection that breaks fails the query that runs; without a listener it would end the process as well.
  client.on("error", () => undefined);
  await client.connect();
  const tally = startTally(options.onProgress ?? (() => undefined));
  const warn = options.warn ?? (() => undefined);
  const hash = createHash("sha256");
  let size = 0;
  try {
    await pipeline(
      readDatabase(client, options.product, tally, warn),
      createGzip(),
      async (chunks: AsyncIterable<Buffer>) => {
        for await (const chunk of chunks) {
          hash.update(chunk);
          size += chunk.length;
          await out(chunk);
        }
      },
      { signal: options.signal },
    );
  } finally {
    await client.end().catch(() => undefined);
  }
  const { rows, bytes } = tally;
  return { rows, bytes, size, sha256: hash.digest("hex") };
}

async function writeAll(handle: FileHandle, chunk: Buffer): Promise<void> {
  let at = 0;
  while (at < chunk.length)
    at += (await handle.write(chunk, at, chunk.length - at)).bytesWritten;
}

/** Writes all that the database at `url` holds into a file, as of one moment and beside whoever writes. */
export async function backUp(
  url: string,
  file: string,
  options: BackupOptions,
): Promise<BackedUp> {
  let result: BackedUp | null = null;
  await writeWhole(file, options.overwrite ?? false, async (handle) => {
    result = await write(url, (chunk) => writeAll(handle, chunk), options);
  });
  if (result === null) throw new Error("Nothing was written.");
  return result;
}

/** The same into a stream, such as standard output, which stays open. */
export async function backUpInto(
  url: string,
  stream: Writable,
  options: BackupOptions,
): Promise<BackedUp> {
  const out = async (chunk: Buffer) =>
    stream.write(chunk) || once(stream, "drain", { signal: options.signal });
  return write(url, out, options);
}
