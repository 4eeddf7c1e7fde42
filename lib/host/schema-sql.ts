import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";

const filters = { externalTables: [], externalEnums: [] };

/**
 * The SQL that makes the whole schema in an empty PostgreSQL database, written by Prisma's own schema engine as
 * `prisma migrate diff --from-empty --script` would. The engine is the WebAssembly build, so nothing is downloaded and
 * no database is asked. About 0.1 s.
 *
 * @param schema the text of schema.prisma
 */
export async function schemaSql(schema: string): Promise<string> {
  await loadEngine();
  const ignoreLog = () => undefined;
  const engine = await bindings.SchemaEngine.new(
    { datamodels: undefined },
    ignoreLog,
    bindMigrationAwareSqlAdapterFactory(nowhere),
  );
  const { stdout } = await engine.diff({
    from: { tag: "empty" },
    to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: schema }] },
    script: true,
    exitCode: null,
    filters,
  });
  return stdout ?? "";
}

async function loadEngine() {
  const path = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const module = await WebAssembly.compile(await readFile(path.replace(/\.js$/, ".wasm")));
  const { exports } = await WebAssembly.instantiate(module, { "./schema_engine_bg.js": { ...bindings } });
  bindings.__wbg_set_wasm(exports);
  if (typeof exports.__wbindgen_start === "function") exports.__wbindgen_start();
}

/**
 * The engine insists on a connection although a diff between two texts needs none: all it asks is whether the schema
 * exists and which version answers.
 */
const unused = () => Promise.reject(new Error("writing the SQL of a schema runs no statement"));
const nowhere = {
  provider: "postgres",
  adapterName: "tessera/nowhere",
  connectToShadowDb: unused,
  connect: async () => ({
    provider: "postgres",
    adapterName: "tessera/nowhere",
    getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
    queryRaw: async () => ({
      columnNames: ["exists", "version", "numeric_version"],
      columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
      rows: [[true, "PostgreSQL 15.0", 150000]],
    }),
    executeRaw: unused,
    executeScript: unused,
    startTransaction: unused,
    dispose: async () => undefined,
  }),
} as const satisfies Parameters<typeof bindMigrationAwareSqlAdapterFactory>[0];
