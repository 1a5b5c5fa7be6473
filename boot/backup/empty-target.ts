import { DatabaseError, escapeIdentifier, type ClientBase } from "pg";
import { readMigrations } from "@/boot/migrate";
import { Problem } from "@/boot/problem";
import { HISTORY_TABLE, namedBy, readCatalogue } from "./catalogue";

const WHERE_ELSE =
  "restore into a new data folder (DUIZHAO_DATA=folder npm run restore -- FILE) or an empty database (DATABASE_URL)";

async function hasRows(
  client: ClientBase,
  name: string,
  condition = "true",
): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM ${escapeIdentifier(name)} WHERE ${condition}) AS found`,
  );
  return rows[0]?.found ?? false;
}

/**
 * Whether all there is came with the product: a first start loads the sample, and until there is an account nobody
 * can have touched it.
 */
async function hasNobodysSampleOnly(
  client: ClientBase,
  names: readonly string[],
): Promise<boolean> {
  const own = ["Account", "Edition", "Membership"];
  for (const name of own.filter((table) => names.includes(table)))
    if (await hasRows(client, name)) return false;
  return !(await hasRows(client, "Project", '"sampleKey" IS NULL'));
}

/** Keeps everybody else from the tables until the transaction ends: what is found empty stays so. */
async function hold(
  client: ClientBase,
  names: readonly string[],
): Promise<void> {
  if (names.length === 0) return;
  await client.query("SET LOCAL lock_timeout = '10s'");
  try {
    const list = names.map((name) => escapeIdentifier(name)).join(", ");
    await client.query(`LOCK TABLE ${list} IN ACCESS EXCLUSIVE MODE`);
  } catch (error) {
    const isTaken = error instanceof DatabaseError && error.code === "55P03";
    if (!isTaken) throw error;
    throw new Problem(
      "Another program uses the database: stop it, then restore again. Nothing was changed.",
      { cause: error },
    );
  }
  await client.query("SET LOCAL lock_timeout = 0");
}

/** Fails unless the database has no data but an untouched sample; it must have no tables of others either. */
async function refuseUnlessEmpty(client: ClientBase): Promise<void> {
  const { tables, leftOut, foreign } = await readCatalogue(client);
  const names = [...tables.map(({ name }) => name), ...leftOut];
  await hold(client, names);
  const [other] = foreign;
  if (other !== undefined)
    throw new Problem(
      `The database is not empty: it holds the table ${other}, which is not Duizhao's. Nothing was restored; ${WHERE_ELSE}.`,
    );
  const filled: string[] = [];
  for (const name of tables.map((table) => table.name))
    if (await hasRows(client, name)) filled.push(name);
  if (filled.length === 0) return;
  if (names.includes("Project") && (await hasNobodysSampleOnly(client, names)))
    return;
  throw new Problem(
    `This instance is not empty: it has rows in ${filled.join(", ")}. Nothing was changed; ${WHERE_ELSE}.`,
  );
}

const OBJECTS = `
  SELECT 'TABLE' AS kind, relname AS name, quote_ident(relname) AS address FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
  UNION ALL
  SELECT 'FUNCTION', proname, oid::regprocedure::text FROM pg_proc
    WHERE pronamespace = current_schema()::regnamespace AND prokind = 'f'
      AND NOT EXISTS (SELECT 1 FROM pg_depend d
        WHERE d.classid = 'pg_proc'::regclass AND d.objid = pg_proc.oid AND d.deptype = 'e')
  UNION ALL
  SELECT 'TYPE', typname, quote_ident(typname) FROM pg_type
    WHERE typnamespace = current_schema()::regnamespace AND typtype IN ('e', 'd')`;

type DatabaseObject = {
  readonly kind: "TABLE" | "FUNCTION" | "TYPE";
  readonly name: string;
  readonly address: string;
};

/**
 * Takes away the empty tables of the product, and the functions and types that its migrations made, in the
 * transaction that the connection is in. Fails where the database is not empty.
 */
export async function clearTarget(client: ClientBase): Promise<void> {
  await refuseUnlessEmpty(client);
  const isOurs = namedBy(await readMigrations());
  const { rows } = await client.query<DatabaseObject>(OBJECTS);
  const ours = rows.filter(
    ({ name }) => name === HISTORY_TABLE || isOurs(name),
  );
  for (const kind of ["TABLE", "FUNCTION", "TYPE"] as const) {
    const addresses = ours
      .filter((object) => object.kind === kind)
      .map(({ address }) => address);
    if (addresses.length > 0)
      await client.query(`DROP ${kind} ${addresses.join(", ")}`);
  }
}
