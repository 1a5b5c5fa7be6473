import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const MIGRATIONS = path.resolve("prisma/migrations");
const SCHEMA = path.resolve("prisma/schema.prisma");
/** The schema that the migrations written so far add up to. */
const REACHED = path.join(MIGRATIONS, "schema.prisma");

type Engine = { diff(params: object): Promise<{ stdout: string | null }> };
type Bindings = {
  SchemaEngine: {
    new: (options: object, log: () => void, adapter: object) => Promise<Engine>;
  };
  __wbg_set_wasm(exports: unknown): void;
};

/** The engine can be set up once in a process. */
function memoize<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}

/** Loads Prisma's schema engine from its npm package; the ordinary one would be downloaded. */
const loadBindings = memoize(async (): Promise<Bindings> => {
  const glue = "@prisma/schema-engine-wasm/schema_engine_bg";
  const bindings = (await import(glue)) as Bindings;
  const wasm = createRequire(import.meta.url)
    .resolve(glue)
    .replace(/\.js$/, ".wasm");
  const { instance } = await WebAssembly.instantiate(await readFile(wasm), {
    "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
  });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return bindings;
});

/**
 * A stand-in for a database: the engine wants to connect before it compares, although comparing
 * two schemas asks nothing of a database.
 */
function standIn(): object {
  const ok = <T>(value: T) => ({ ok: true, value });
  const names = { provider: "postgres", adapterName: "@prisma/adapter-pg" };
  const connection = {
    ...names,
    queryRaw: async () => ok({ columnNames: [], columnTypes: [], rows: [] }),
    executeRaw: async () => ok(0),
    executeScript: async () => ok(undefined),
    startTransaction: async () => ok(undefined),
    getConnectionInfo: () =>
      ok({ schemaName: "public", supportsRelationJoins: true }),
    dispose: async () => ok(undefined),
  };
  return {
    ...names,
    connect: async () => ok(connection),
    connectToShadowDb: async () => ok(connection),
  };
}

/** The SQL that leads from one Prisma schema to another; null stands for an empty database. */
export async function diffSchemas(
  from: string | null,
  to: string,
): Promise<string> {
  const { SchemaEngine } = await loadBindings();
  const target = (content: string) => ({
    tag: "schemaDatamodel",
    files: [{ path: SCHEMA, content }],
  });
  const engine = await SchemaEngine.new(
    { datamodels: [[SCHEMA, to]] },
    () => undefined,
    standIn(),
  );
  const { stdout } = await engine.diff({
    from: from === null ? { tag: "empty" } : target(from),
    to: target(to),
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  const sql = stdout ?? "";
  return sql.includes("This is an empty migration") ? "" : sql;
}

async function writeMigration(name: string): Promise<void> {
  const schema = await readFile(SCHEMA, "utf8");
  const sql = await diffSchemas(
    await readFile(REACHED, "utf8").catch(() => null),
    schema,
  );
  if (!sql)
    return console.log("The schema has not changed since the last migration.");
  const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = path.join(MIGRATIONS, `${time}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "migration.sql"), sql);
  await writeFile(REACHED, schema);
  console.log(
    `Wrote ${path.relative(".", folder)}/migration.sql. Read it, and add what the schema cannot say.`,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const name = process.argv[2] ?? "";
  if (/^[a-z][a-z0-9_]*$/.test(name)) await writeMigration(name);
  else {
    console.error("Usage: npm run migration -- <name_in_lower_case>");
    process.exitCode = 2;
  }
}
