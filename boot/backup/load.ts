import { once } from "node:events";
import type { Writable } from "node:stream";
import { escapeIdentifier, type ClientBase } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import {
  BackupError,
  type BackupEnd,
  type BackupHeader,
  type TableEnd,
  type TableHead,
} from "@/core/backup/format";
import type { BackupPart } from "@/core/backup/scan-backup";
import { quoteTable, readCatalogue, type Catalogue } from "./catalogue";

const mismatch = (detail: string) => new BackupError("damaged", detail);

/** The rows of one table on their way into the database. */
type Loading = {
  write(bytes: Uint8Array): Promise<void>;
  end(expected: TableEnd): Promise<void>;
};

function startLoading(client: ClientBase, { table, columns }: TableHead) {
  const copy = client.query(
    copyFrom(`COPY ${quoteTable({ name: table, columns })} FROM STDIN`),
  );
  // The stream stays as it is when the database refuses a row: nothing would end the waiting for it.
  const failed = new Promise<never>((_, reject) => copy.once("error", reject));
  failed.catch(() => undefined);
  const stream: Writable = copy;
  const loading: Loading = {
    async write(bytes) {
      if (!stream.write(bytes))
        await Promise.race([once(stream, "drain"), failed]);
    },
    async end({ rows }) {
      const finished = once(stream, "finish");
      stream.end();
      await Promise.race([finished, failed]);
      if (copy.rowCount !== rows)
        throw mismatch(`the database took ${copy.rowCount} rows of ${table}`);
    },
  };
  return loading;
}

/** Fails unless the file names a table of this schema and all of its columns. */
function checkTable({ table, columns }: TableHead, { tables }: Catalogue) {
  const known = tables.find(({ name }) => name === table);
  if (!known) throw mismatch(`its schema has no table ${table}`);
  const isSame =
    known.columns.length === columns.length &&
    columns.every((column) => known.columns.includes(column));
  if (!isSame) throw mismatch(`the columns of ${table} are not those it had`);
}

/** Fails where a table of the schema is neither in the file nor left out by it. */
function checkComplete(
  { tables }: Catalogue,
  { leftOut }: BackupHeader,
  loaded: ReadonlySet<string>,
): void {
  const missing = tables.find(
    ({ name }) => !loaded.has(name) && !leftOut.includes(name),
  );
  if (missing) throw mismatch(`the table ${missing.name} is missing`);
}

/** Sets sequences to where they were. */
async function setSequences(
  client: ClientBase,
  { sequences: known }: Catalogue,
  { sequences }: BackupEnd,
): Promise<void> {
  for (const { name, value, isCalled } of sequences) {
    if (!known.includes(name))
      throw mismatch(`its schema has no sequence ${name}`);
    await client.query("SELECT setval($1::regclass, $2::bigint, $3)", [
      escapeIdentifier(name),
      value,
      isCalled,
    ]);
  }
}

/**
 * Loads the parts of a backup into empty tables of the schema that its header names, in the transaction that the
 * connection is in. Names in the file are compared with the schema's and never run as SQL.
 */
export async function load(
  client: ClientBase,
  parts: AsyncIterable<BackupPart>,
): Promise<void> {
  const catalogue = await readCatalogue(client);
  const loaded = new Set<string>();
  let header: BackupHeader | null = null;
  let loading: Loading | null = null;
  for await (const part of parts) {
    switch (part.kind) {
      case "header":
        header = part.header;
        break;
      case "table":
        // What has become no part of a backup since the file was written is read over.
        if (catalogue.leftOut.includes(part.table.table)) break;
        checkTable(part.table, catalogue);
        loaded.add(part.table.table);
        loading = startLoading(client, part.table);
        break;
      case "rows":
        await loading?.write(part.bytes);
        break;
      case "rowsEnd":
        break;
      case "tableEnd":
        await loading?.end(part.end);
        loading = null;
        break;
      case "end":
        if (header) checkComplete(catalogue, header, loaded);
        await setSequences(client, catalogue, part.end);
        break;
      default:
        part satisfies never;
    }
  }
}
