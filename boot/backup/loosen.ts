import type { ClientBase } from "pg";

/** Statements that loosen the bonds between tables, and those that tie them again just as they were. */
type Bonds = {
  readonly loosen: readonly string[];
  readonly tie: readonly string[];
};

// Foreign keys go in circles (a document names its current version, the version its document), so no order of the
// tables suits them all. They are made again behind the rows, which checks every row at once. Superusers could
// switch them off instead (session_replication_role); the owner of an outside database often is none.
const FOREIGN_KEYS = `
  SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS loosen,
    format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS tie
  FROM pg_constraint
  WHERE connamespace = current_schema()::regnamespace AND contype = 'f' AND conparentid = 0
  ORDER BY conrelid::regclass::text, conname`;

// Rows come as they were: what a trigger would do was done when they were written.
const TRIGGERS = `
  SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname) AS loosen,
    format('ALTER TABLE %s ENABLE %s TRIGGER %I', tgrelid::regclass,
      CASE tgenabled WHEN 'R' THEN 'REPLICA' WHEN 'A' THEN 'ALWAYS' ELSE '' END, tgname) AS tie
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
  WHERE c.relnamespace = current_schema()::regnamespace AND NOT tgisinternal AND tgparentid = 0 AND tgenabled <> 'D'
  ORDER BY tgrelid::regclass::text, tgname`;

async function readBonds(client: ClientBase): Promise<Bonds> {
  type Row = { readonly loosen: string; readonly tie: string };
  const keys = (await client.query<Row>(FOREIGN_KEYS)).rows;
  const triggers = (await client.query<Row>(TRIGGERS)).rows;
  const all = [...triggers, ...keys];
  return {
    loosen: all.map(({ loosen }) => loosen),
    tie: all.map(({ tie }) => tie).reverse(),
  };
}

/**
 * Does `work` without foreign keys and triggers, in the transaction that the connection is in. They are back when it
 * ends well; when it fails, the transaction must be rolled back.
 */
export async function withoutBonds(
  client: ClientBase,
  work: () => Promise<void>,
): Promise<void> {
  const { loosen, tie } = await readBonds(client);
  for (const statement of loosen) await client.query(statement);
  await work();
  for (const statement of tie) await client.query(statement);
}
