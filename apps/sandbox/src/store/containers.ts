import type { Scope } from "./scope.js";
import type { ContainerRow, ServiceRow } from "./tables.js";

/** The containers and pieces of cargo of these ids, in no order; those that do not exist are left out. */
export async function findContainers({ db, copy, owner }: Scope, ids: readonly number[]): Promise<ContainerRow[]> {
  if (ids.length === 0) return [];
  const containers = db.selectFrom("containers").selectAll().where("copy", "=", copy).where("owner", "=", owner);
  return await containers.where("id", "in", [...new Set(ids)]).execute();
}

/** The organisation's own services of these ids, in no order. */
export async function findServices({ db, copy, owner }: Scope, ids: readonly number[]): Promise<ServiceRow[]> {
  if (ids.length === 0) return [];
  const services = db.selectFrom("services").selectAll().where("copy", "=", copy).where("owner", "=", owner);
  return await services.where("id", "in", [...new Set(ids)]).execute();
}
