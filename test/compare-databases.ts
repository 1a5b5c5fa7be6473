import { Client } from "pg";

/** Everything a database holds: the rows of each table as sorted JSON, and what its schema says. */
export type Contents = {
  readonly rows: Readonly<Record<string, readonly string[]>>;
  readonly schema: readonly string[];
};

const SCHEMA = `
  SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated AS line
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
  UNION ALL SELECT 'trigger ' || tgenabled::text || ' ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT 'column ' || table_name || ' ' || column_name || ' ' || data_type || ' ' || coalesce(column_default, '')
    FROM information_schema.columns WHERE table_schema = 'public'
  ORDER BY 1`;

/** Does something with a connection to a database. */
export async function withClient<T>(
  url: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Reads all that a database holds, but for the history of migrations. */
export function readContents(url: string): Promise<Contents> {
  return withClient(url, async (client) => {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
    await client.query("SET TIME ZONE 'UTC'");
    const tables = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations' ORDER BY 1`,
    );
    const rows: Record<string, readonly string[]> = {};
    for (const { name } of tables.rows) {
      const found = await client.query<{ row: string }>(
        `SELECT to_jsonb(t)::text AS row FROM "${name}" t ORDER BY 1`,
      );
      rows[name] = found.rows.map(({ row }) => row);
    }
    const schema = await client.query<{ line: string }>(SCHEMA);
    return { rows, schema: schema.rows.map(({ line }) => line) };
  });
}
