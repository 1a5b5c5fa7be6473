import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import {
  BackupError,
  type BackupHeader,
  type TableEnd,
} from "@/core/backup/format";
import {
  createBackupScanner,
  type BackupPart,
} from "@/core/backup/scan-backup";
import { Problem } from "@/boot/problem";
import type { Tally } from "./tally";

/** Sums of a file so far, against which its own are checked. */
type Sums = {
  readonly whole: Hash;
  readonly names: Set<string>;
  table: { hash: Hash; name: string; rows: number; bytes: number } | null;
};

const damaged = (detail: string) => new BackupError("damaged", detail);

function checkTable({ table }: Sums, end: TableEnd): void {
  if (table === null) throw damaged("a table ends that did not begin");
  const isSame =
    table.rows === end.rows &&
    table.bytes === end.bytes &&
    table.hash.digest("hex") === end.sha256;
  if (!isSame)
    throw damaged(`the rows of ${table.name} are not those that were written`);
}

/** Fails where a part is not what the file itself, or what came before, says that it is. */
function check(part: BackupPart, sums: Sums, tally: Tally): void {
  switch (part.kind) {
    case "header":
    case "rowsEnd":
      break;
    case "table": {
      const { table: name, columns } = part.table;
      if (sums.names.has(name)) throw damaged(`${name} comes twice`);
      if (new Set(columns).size !== columns.length)
        throw damaged(`a column of ${name} comes twice`);
      sums.names.add(name);
      sums.table = { hash: createHash("sha256"), name, rows: 0, bytes: 0 };
      break;
    }
    case "rows":
      if (sums.table === null) throw damaged("rows without a table");
      sums.table.hash.update(part.bytes);
      sums.table.rows += part.rows;
      sums.table.bytes += part.bytes.length;
      tally.add(part.rows, part.bytes.length);
      break;
    case "tableEnd":
      checkTable(sums, part.end);
      break;
    case "end": {
      const { tables, rows, bytes, sha256 } = part.end;
      const isSame =
        tables === sums.names.size &&
        rows === tally.rows &&
        bytes === tally.bytes &&
        sums.whole.digest("hex") === sha256;
      if (!isSame) throw damaged("its parts are not those that were written");
      return;
    }
    default:
      part satisfies never;
  }
  sums.whole.update(part.bytes);
}

function explainZip(error: NodeJS.ErrnoException, isBegun: boolean): unknown {
  if (!error.code?.startsWith("Z_")) return error;
  return isBegun
    ? new BackupError("damaged", error.message, { cause: error })
    : new BackupError("foreign", "it is not compressed as one", {
        cause: error,
      });
}

/**
 * Takes a backup apart and checks it on the way: sums of each table behind its rows, that of the whole in the last
 * part. What was given on is known to be right only when the last part was. Throws a BackupError. The memory it
 * takes does not grow with the file, whatever the file says.
 */
export async function* readBackup(
  file: string,
  tally: Tally,
): AsyncGenerator<BackupPart> {
  const scanner = createBackupScanner();
  const sums: Sums = {
    whole: createHash("sha256"),
    names: new Set(),
    table: null,
  };
  const source = createReadStream(file);
  const gunzip = createGunzip();
  source.on("error", (error) => gunzip.destroy(error));
  let isBegun = false;
  try {
    for await (const chunk of source.pipe(gunzip) as AsyncIterable<Buffer>) {
      for (const part of scanner.push(chunk)) {
        isBegun = true;
        check(part, sums, tally);
        yield part;
      }
    }
    scanner.finish();
  } catch (error) {
    throw explainZip(error as NodeJS.ErrnoException, isBegun);
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

/** Reads a backup to its end; returns its header where all of it is as it was written. */
export async function verifyBackup(
  file: string,
  tally: Tally,
  signal?: AbortSignal,
): Promise<BackupHeader> {
  let header: BackupHeader | null = null;
  for await (const part of readBackup(file, tally)) {
    signal?.throwIfAborted();
    if (part.kind === "header") header = part.header;
  }
  if (header === null) throw damaged("it has no header");
  return header;
}

/** Fails where there is no ordinary file of this name. */
export async function checkReadable(file: string): Promise<void> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT" && error.code !== "ENOTDIR") throw error;
    return null;
  });
  if (!found?.isFile())
    throw new Problem(
      `${file} ${found ? "is not an ordinary file" : "does not exist"}: name a file that npm run backup wrote.`,
    );
}

const REASONS: Readonly<Record<BackupError["kind"], string>> = {
  foreign: "is not a backup of Duizhao",
  newer:
    "was written by a newer Duizhao: restore it with that version or a later one",
  damaged: "is damaged: use another backup, or copy it again from where it was",
};

/** Turns an error of reading into a sentence for the operator; anything else stays as it is. */
export function explainReading(file: string, error: unknown): unknown {
  if (error instanceof BackupError)
    return new Problem(
      `${file} ${REASONS[error.kind]} (${error.detail}). Nothing was restored.`,
      { cause: error },
    );
  const { code } = error as NodeJS.ErrnoException;
  if (code === "EACCES" || code === "EPERM")
    return new Problem(
      `${file} cannot be read: give this user the right to read it. Nothing was restored.`,
      { cause: error },
    );
  return error;
}
