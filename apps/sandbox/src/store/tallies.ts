import { prepare } from "./prepare.js";
import type { Scope } from "./scope.js";
import type { TallyRow } from "./tables.js";

/** Adds to a tally; `by` may be negative. */
export async function addToTally({ db, copy, owner }: Scope, name: string, by: number): Promise<void> {
  await add(db, { copy, owner, name, count: by });
}

const add = prepare((db, { copy, owner, name, count }: TallyRow) =>
  db
    .insertInto("tallies")
    .values({ copy, owner, name, count })
    .onConflict((conflict) =>
      conflict
        .columns(["copy", "owner", "name"])
        .doUpdateSet((build) => ({ count: build("tallies.count", "+", build.ref("excluded.count")) })),
    ),
);

/** The sum of some tallies; one that was never added to counts 0. */
export async function readTallies({ db, copy, owner }: Scope, names: readonly string[]): Promise<number> {
  const found = await db
    .selectFrom("tallies")
    .select("count")
    .where("copy", "=", copy)
    .where("owner", "=", owner)
    .where("name", "in", names)
    .execute();
  return found.reduce((sum, { count }) => sum + count, 0);
}
