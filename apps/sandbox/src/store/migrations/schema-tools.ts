import { type Kysely, sql } from "kysely";

/** A column: its type, and whether it may be null. */
export type Column = { readonly type: "bigint" | "double precision" | "text"; readonly nullable: boolean };

/** A table's columns, and which of them are its key. */
export type TableColumns = { readonly key: readonly string[]; readonly columns: Readonly<Record<string, Column>> };

/** Which database a migration runs on. */
export type Dialect = "sqlite" | "postgres";

/** A whole number, an instant in milliseconds or a boolean as 0 and 1. */
export const int: Column = { type: "bigint", nullable: false };
export const real: Column = { type: "double precision", nullable: false };
export const text: Column = { type: "text", nullable: false };

/** A column that may be null. */
export function maybe(column: Column): Column {
  return { ...column, nullable: true };
}

/** What a migration works with: the few statements that differ between the databases are here. */
export type SchemaTools = {
  /** Creates a table; `key` is its primary key. */
  table(name: string, columns: Readonly<Record<string, Column>>, key: readonly string[]): Promise<void>;
  index(name: string, table: string, columns: readonly string[], unique?: "unique"): Promise<void>;
};

/** Texts compare by code point in both databases, whatever the language of the server. */
export function schemaTools(db: Kysely<unknown>, dialect: Dialect): SchemaTools {
  const textType = dialect === "postgres" ? sql`text collate "C"` : sql`text`;
  return {
    table: async (name, columns, key) => {
      const empty = db.schema.createTable(name);
      const filled = Object.entries(columns).reduce((table, [column, { type, nullable }]) => {
        const own = type === "text" ? textType : sql.raw(type);
        return table.addColumn(column, own, (built) => (nullable ? built : built.notNull()));
      }, empty);
      const keyed = filled.addPrimaryKeyConstraint(`${name}_key`, [...key] as never[]);
      // The rows then lie in the order of their key, and no second index is needed to find them.
      await (dialect === "sqlite" ? keyed.modifyEnd(sql`without rowid`) : keyed).execute();
    },
    index: async (name, table, columns, unique) => {
      const index = db.schema
        .createIndex(name)
        .on(table)
        .columns([...columns]);
      await (unique === undefined ? index : index.unique()).execute();
    },
  };
}
