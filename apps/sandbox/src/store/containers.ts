import { takeNumbers } from "./counters.js";
import { prepare } from "./prepare.js";
import { insertRows } from "./rows.js";
import type { Scope } from "./scope.js";
import type { ContainerRow, ContainerTypeRow, ServiceRow } from "./tables.js";

/** A stored container with the number of the chassis that it stands on. */
export type StoredContainer = ContainerRow & { readonly chassis_number: string | null };

/** The containers and pieces of cargo of these ids, in no order; those that do not exist are left out. */
export async function findContainers({ db, copy, owner }: Scope, ids: readonly number[]): Promise<ContainerRow[]> {
  const found: ContainerRow[] = [];
  for (const id of new Set(ids)) found.push(...(await cargoById(db, { copy, owner, id })));
  return found;
}

const cargoById = prepare((db, { copy, owner, id }: { copy: number; owner: number; id: number }) =>
  db.selectFrom("containers").selectAll().where("copy", "=", copy).where("owner", "=", owner).where("id", "=", id),
);

/** The container of an id, which is no other kind of cargo. */
export async function findContainer({ db, copy, owner }: Scope, id: number): Promise<StoredContainer | undefined> {
  return (await containerById(db, { copy, owner, id }))[0];
}

/** The container of a number; of several the one that was registered first. */
export async function findContainerByNumber(
  { db, copy, owner }: Scope,
  number: string,
): Promise<ContainerRow | undefined> {
  return (await containerByNumber(db, { copy, owner, number }))[0];
}

const containerById = prepare((db, { copy, owner, id }: { copy: number; owner: number; id: number }) =>
  db
    .selectFrom("containers as container")
    .leftJoin("chassis", (join) =>
      join.onRef("chassis.copy", "=", "container.copy").onRef("chassis.id", "=", "container.chassis_id"),
    )
    .selectAll("container")
    .select("chassis.number as chassis_number")
    .where("container.copy", "=", copy)
    .where("container.owner", "=", owner)
    .where("container.id", "=", id)
    .where("container.cargo_type", "=", "container"),
);

const containerByNumber = prepare((db, { copy, owner, number }: { copy: number; owner: number; number: string }) =>
  db
    .selectFrom("containers")
    .selectAll()
    .where("copy", "=", copy)
    .where("owner", "=", owner)
    .where("number", "=", number)
    .where("cargo_type", "=", "container")
    .orderBy("id")
    .limit(1),
);

/** Makes a container known of which there is no more than its number. */
export async function registerContainer({ db, copy, owner }: Scope, number: string): Promise<ContainerRow> {
  const container: ContainerRow = {
    copy,
    owner,
    id: await takeNumbers(db, copy, "container"),
    number,
    description: null,
    cargo_type: "container",
    type_label: null,
    status: null,
    weight: null,
    weight_unit: null,
    has_damages: 0,
    is_reefer: 0,
    is_flatrack: 0,
    chassis_id: null,
  };
  await insertRows(db, "containers", [container]);
  return container;
}

/** Stores whether a container is laden. */
export async function updateContainerStatus(
  { db, copy, owner }: Scope,
  id: number,
  status: ContainerRow["status"],
): Promise<void> {
  const containers = db.updateTable("containers").set({ status }).where("copy", "=", copy).where("owner", "=", owner);
  await containers.where("id", "=", id).execute();
}

/** Whether the organisation has a type of container with this label. */
export async function hasContainerType({ db, copy, owner }: Scope, label: ContainerTypeRow["label"]): Promise<boolean> {
  const types = db.selectFrom("container_types").select("label").where("copy", "=", copy).where("owner", "=", owner);
  return (await types.where("label", "=", label).executeTakeFirst()) !== undefined;
}

/** The organisation's own services of these ids, in no order. */
export async function findServices({ db, copy, owner }: Scope, ids: readonly number[]): Promise<ServiceRow[]> {
  const found: ServiceRow[] = [];
  for (const id of new Set(ids)) found.push(...(await serviceById(db, { copy, owner, id })));
  return found;
}

const serviceById = prepare((db, { copy, owner, id }: { copy: number; owner: number; id: number }) =>
  db.selectFrom("services").selectAll().where("copy", "=", copy).where("owner", "=", owner).where("id", "=", id),
);
