import { escapeIdentifier, type ClientBase } from "pg";
import { readMigrations, type Migration } from "@/boot/migrate";
import { LEFT_OUT } from "./left-out";

/** A table and the columns that can be written, in their order. */
export type Table = {
  readonly name: string;
  readonly columns: readonly string[];
};

/** What a database holds: tables of the product, those of others, sequences. */
export type Catalogue = {
  readonly tables: readonly Table[];
  /** Tables of the product whose rows are not in a backup. */
  readonly leftOut: readonly string[];
  /** Tables that no migration names. */
  readonly foreign: readonly string[];
  readonly sequences: readonly string[];
};

/** The table in which applied migrations are recorded; a backup has them in its header. */
export const HISTORY_TABLE = "_prisma_migrations";

const TABLES = `
  SELECT c.relname AS name,
    coalesce((SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''), '{}') AS columns
  FROM pg_class c
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    AND NOT EXISTS (SELECT 1 FROM pg_depend d
      WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
  ORDER BY c.relname`;

type Sequence = { readonly name: string; readonly owner: string | null };

// A sequence that counts a column was made with its table; no migration needs to name it.
const SEQUENCES = `
  SELECT s.relname AS name, t.relname AS owner
  FROM pg_class s
  LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = s.oid
    AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
  LEFT JOIN pg_class t ON t.oid = d.refobjid
  WHERE s.relnamespace = current_schema()::regnamespace AND s.relkind = 'S'
  ORDER BY s.relname`;

/**
 * Tells what migrations make from what others made: whatever a migration makes, it names. A name that is only
 * mentioned counts too, so that nothing of the product is ever taken for foreign.
 */
export function namedBy(
  migrations: readonly Migration[],
): (name: string) => boolean {
  const words = new Set(
    migrations.flatMap(({ sql }) => sql.match(/[\p{L}\p{N}_$]+/gu) ?? []),
  );
  return (name) => words.has(name);
}

/** Reads what the database of this connection holds. */
export async function readCatalogue(client: ClientBase): Promise<Catalogue> {
  const isOurs = namedBy(await readMigrations());
  const tables = (await client.query<Table>(TABLES)).rows.filter(
    ({ name }) => name !== HISTORY_TABLE,
  );
  const ours = tables.filter(({ name }) => isOurs(name));
  const kept = ours.filter(({ name }) => !Object.hasOwn(LEFT_OUT, name));
  const isCounting = ({ name, owner }: Sequence) =>
    owner === null ? isOurs(name) : kept.some((table) => table.name === owner);
  const { rows: sequences } = await client.query<Sequence>(SEQUENCES);
  return {
    tables: kept,
    leftOut: ours
      .map(({ name }) => name)
      .filter((name) => Object.hasOwn(LEFT_OUT, name)),
    foreign: tables
      .map(({ name }) => name)
      .filter((name) => !ours.some((table) => table.name === name)),
    sequences: sequences.filter(isCounting).map(({ name }) => name),
  };
}

/** A table with its columns, as COPY wants them. */
export function quoteTable({ name, columns }: Table): string {
  return `${escapeIdentifier(name)} (${columns.map(escapeIdentifier).join(", ")})`;
}

// What a value looks like as text must not depend on the settings of a server or an account, and no limit of
// theirs may end a long copy.
const SETTINGS = `
  SELECT set_config(name, value, false) FROM (VALUES
    ('client_encoding', 'UTF8'), ('DateStyle', 'ISO, YMD'), ('IntervalStyle', 'postgres'), ('TimeZone', 'UTC'),
    ('extra_float_digits', '3'), ('bytea_output', 'hex'), ('statement_timeout', '0'), ('lock_timeout', '0'),
    ('idle_in_transaction_session_timeout', '0'), ('transaction_timeout', '0')
  ) AS wanted (name, value) WHERE name IN (SELECT name FROM pg_settings)`;

/** Sets a connection up for copying rows as text. */
export async function prepareCopying(client: ClientBase): Promise<void> {
  await client.query(SETTINGS);
}
