import { inPortions } from "./portions.js";
import type { Scope } from "./scope.js";
import type { EntityRow } from "./tables.js";

/** Objects that service orders refer to, by their keys. */
export type Entities = ReadonlyMap<number, EntityRow>;

/** Finds the tenant's objects that have one of the keys, or one of the codes, of whatever type; unknown ones are left out. */
export async function findEntities(
  scope: Scope,
  { keys = [], codes = [] }: { readonly keys?: readonly number[]; readonly codes?: readonly string[] },
): Promise<Entities> {
  const byKey = await inPortions(keys, (some) => entitiesOf(scope).where("key", "in", some).execute());
  const byCode = await inPortions(codes, (some) => entitiesOf(scope).where("code", "in", some).execute());
  return new Map([...byKey, ...byCode].map((entity) => [entity.key, entity]));
}

function entitiesOf({ db, copy, owner }: Scope) {
  return db.selectFrom("entities").selectAll().where("copy", "=", copy).where("owner", "=", owner);
}
