import { DATABASES, type DatabaseKind } from "../testing/databases.js";

/** How many sequences are played on each kind of database; one in a file differs from one in memory by what no single caller sees. */
const RUNS: Readonly<Record<string, number>> = { "SQLite in memory": 200, PostgreSQL: 20 };

/** The kinds of database that are held to the model, with the number of sequences. */
export const MODEL_DATABASES: readonly (DatabaseKind & { readonly runs: number })[] = DATABASES.flatMap((kind) => {
  const runs = RUNS[kind.name];
  return runs === undefined ? [] : [{ ...kind, runs }];
});
