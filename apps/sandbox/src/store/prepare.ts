import type { Compilable, CompiledQuery } from "kysely";
import type { Db } from "./open-store.js";

/** Stands for a value in a statement that is built before its values are known. */
class Place {
  readonly name: PropertyKey;

  constructor(name: PropertyKey) {
    this.name = name;
  }
}

/** A statement that runs with values. */
export type Prepared<Values, Row> = (db: Db, values: Values) => Promise<Row[]>;

/**
 * Builds a statement once for each database instead of for each call, which takes longer than to run it. For statements
 * that every request runs; the others need no such care.
 *
 * @param build - Gets a stand-in for each value, to be used like the value itself: as an operand, never to decide how the
 *   statement looks.
 */
export function prepare<Values extends object, Row>(
  build: (db: Db, values: Values) => Compilable<Row>,
): Prepared<Values, Row> {
  const compiled = new WeakMap<object, CompiledQuery<Row>>();
  const places = new Proxy({} as Values, { get: (_, name) => new Place(name) });
  return async (db, values) => {
    // One for each database that was opened: they differ in how they spell a value's place.
    const { adapter } = db.getExecutor();
    let query = compiled.get(adapter);
    if (query === undefined) {
      query = build(db, places).compile();
      compiled.set(adapter, query);
    }
    const parameters = query.parameters.map((one) => (one instanceof Place ? Reflect.get(values, one.name) : one));
    const run = direct.get(adapter);
    if (run !== undefined) return run(query.sql, parameters) as Row[];
    return (await db.executeQuery<Row>({ ...query, parameters })).rows;
  };
}

/** Runs a statement at once, and gives its rows. */
export type DirectRun = (sql: string, parameters: readonly unknown[]) => unknown[];

const direct = new WeakMap<object, DirectRun>();

/** Lets a database whose driver does not wait run prepared statements without Kysely's way to a driver, which is the longer part. */
export function runDirectly(db: Db, run: DirectRun): void {
  direct.set(db.getExecutor().adapter, run);
}
