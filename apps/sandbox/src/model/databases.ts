import { DATABASES, type DatabaseKind } from "../testing/databases.js";

/** How many random sequences are played. */
type Runs = {
  /** That are held to the model. */
  readonly ofCalls: number;
  /** That are garbage; PostgreSQL is the stricter one about values. */
  readonly ofGarbage: number;
};

/** One in a file differs from one in memory by what no single caller sees, and is left out. */
const RUNS: Readonly<Record<string, Runs>> = {
  "SQLite in memory": { ofCalls: 200, ofGarbage: 250 },
  PostgreSQL: { ofCalls: 20, ofGarbage: 80 },
};

/** The kinds of database that sequences are played on. */
export const MODEL_DATABASES: readonly (DatabaseKind & { readonly runs: Runs })[] = DATABASES.flatMap((kind) => {
  const runs = RUNS[kind.name];
  return runs === undefined ? [] : [{ ...kind, runs }];
});
