import type { CreateInterchangeRequest, UpdateInterchangeRequest } from "@quayside/types/octopi";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { findContainerByNumber } from "../../store/containers.js";
import { openStore } from "../../store/open-store.js";
import { insertRows } from "../../store/rows.js";
import { scopeOf } from "../../store/scope.js";
import type { ContainerRow, CopyRow, LineItemRow } from "../../store/tables.js";
import type { OctopiContext } from "../context.js";
import { ORGANISATIONS, type Organisation } from "../organisations.js";
import {
  createInterchange,
  deleteInterchange,
  getInterchange,
  listInterchanges,
  updateInterchange,
} from "./handlers.js";

const NOW = Date.UTC(2026, 0, 5, 12);
const COMPLETED = { completed_at: "2026-01-05T12:00:00Z" };
const [DEMO, OTHER] = ORGANISATIONS as [Organisation, Organisation];
const REQUEST = { query: {}, header: {}, body: undefined };

const store = await openStore(":memory:");
afterAll(() => store.close());
let copy = 0;

/** The container 1 stands on a bill of lading with a hold in force, the container 2 on one without. */
beforeEach(async () => {
  copy += 1;
  const owned = { copy, owner: 1 };
  const inForce = { hold_id: 34, applied_at: 1, lifted_at: null, lift_until: null };
  await store.write(async (db) => {
    await insertRows(db, "truck_visits", [visit(70, null), visit(71, null), visit(72, NOW - 1)]);
    await insertRows(db, "containers", [container(1), container(2)]);
    await insertRows(
      db,
      "chassis",
      [1, 2].map((id) => ({ ...owned, id: 800 + id, number: `CH${id}` })),
    );
    await insertRows(db, "counters", [{ copy, name: "container", next: 3 }]);
    await insertRows(db, "line_items", [lineItem(1), lineItem(2)]);
    await insertRows(db, "bill_of_lading_holds", [{ ...owned, bill_of_lading_id: 1, ...inForce }]);
  });
});

function visit(id: number, gated_out_at: number | null) {
  return { copy, owner: 1, id, gated_out_at };
}

function container(id: number): ContainerRow {
  const kind = { cargo_type: "container", description: null, type_label: null, status: "empty" } as const;
  const rest = { weight: null, weight_unit: null, has_damages: 0, is_reefer: 0, is_flatrack: 0, chassis_id: null };
  return { copy, owner: 1, id, number: `C${id}`, ...kind, ...rest };
}

function lineItem(id: number): LineItemRow {
  const unknown = { container_type_label: null, container_weight: null, container_weight_unit: null };
  return { copy, owner: 1, id, bill_of_lading_id: id, container_id: id, quantity: 1, ...unknown, flex_fields: "[]" };
}

async function work<T>(act: (context: OctopiContext) => Promise<T>, owner = DEMO): Promise<T> {
  const context = { copy, session: {} as CopyRow, owner, now: NOW, origin: "http://sandbox", afterCommit: [] };
  return await store.write((db) => act({ ...context, db }));
}

async function create(body: CreateInterchangeRequest, truck_visit_id = 70, owner = DEMO) {
  const call = { ...REQUEST, path: { truck_visit_id }, body };
  return (await work((context) => createInterchange(call, context), owner)).body;
}

async function update(id: number, body: UpdateInterchangeRequest, truck_visit_id = 70) {
  const call = { ...REQUEST, path: { truck_visit_id, id }, body };
  return (await work((context) => updateInterchange(call, context))).body;
}

const remove = (id: number) =>
  work((context) => deleteInterchange({ ...REQUEST, path: { truck_visit_id: 70, id } }, context));

const chassisOf = async (number: string) =>
  (await work((context) => findContainerByNumber(scopeOf(context), number)))?.chassis_id;

const dropOff = (more: Partial<CreateInterchangeRequest> = {}) =>
  create({ purpose: "drop_off_container", container_number: "C2", ...more });

describe("what an interchange names", () => {
  test("a container that is dropped off for the first time is registered", async () => {
    const { container } = await dropOff({ container_number: "NEW", container_status: "empty" });
    expect(container).toMatchObject({ id: 3, number: "NEW", status: "empty" });
  });

  test("a container that is registered without a status has none on record", async () => {
    await dropOff({ container_number: "NEW" });
    const found = await work((context) => findContainerByNumber(scopeOf(context), "NEW"));
    expect(found?.status).toBeNull();
  });

  test("a container that is picked up must be known", async () => {
    const unknown = create({ purpose: "pick_up_container", container_number: "NEW" });
    await expect(unknown).rejects.toMatchObject({ status: 404, message: 'There is no container "NEW".' });
  });

  test("a chassis that comes to a pick-up must be known", async () => {
    const unknown = create({ purpose: "pick_up_container", container_number: "C2", chassis_number: "NEW" });
    await expect(unknown).rejects.toMatchObject({ status: 404, message: 'There is no chassis "NEW".' });
  });

  test.each(["booking", "export_release", "bill_of_lading", "delivery_order"] as const)(
    "a %s that does not exist is named",
    async (what) => {
      const unknown = dropOff({ [`${what}_number`]: "X" });
      await expect(unknown).rejects.toMatchObject({ status: 404, message: expect.stringContaining('"X"') });
    },
  );

  test("what a change leaves as it is is not looked up again", async () => {
    const release = { copy, owner: 1, kind: "export_release", number: "R1" } as const;
    await work(({ db }) => insertRows(db, "releases", [release]));
    const { id } = await dropOff({ export_release_number: "R1" });
    await work(({ db }) => db.deleteFrom("releases").execute());
    expect((await update(id, { chassis_number: "CH1", export_release_number: "R1" })).id).toBe(id);
  });

  test("what the gate says of a container goes on record", async () => {
    await dropOff({ container_status: "full" });
    const found = await work((context) => findContainerByNumber(scopeOf(context), "C2"));
    expect(found?.status).toBe("full");
  });
});

describe("the chassis", () => {
  test("a container is mounted on the chassis it comes on", async () => {
    const { chassis, container } = await dropOff({ chassis_number: "CH1" });
    expect(chassis).toEqual({ id: 801, number: "CH1" });
    expect(container?.chassis).toEqual(chassis);
    expect(await chassisOf("C2")).toBe(801);
  });

  test("another chassis takes the place of the first", async () => {
    const { id } = await dropOff({ chassis_number: "CH1" });
    expect((await update(id, { chassis_number: "CH2" })).container?.chassis?.id).toBe(802);
    expect(await chassisOf("C2")).toBe(802);
  });

  test("null takes the container off it", async () => {
    const { id } = await dropOff({ chassis_number: "CH1" });
    expect(await update(id, { chassis_number: null })).not.toHaveProperty("chassis");
    expect(await chassisOf("C2")).toBeNull();
  });

  test("another container takes the place of the first on it", async () => {
    const { id } = await dropOff({ chassis_number: "CH1" });
    await update(id, { container_number: "C1" });
    expect([await chassisOf("C1"), await chassisOf("C2")]).toEqual([801, null]);
  });

  test("a chassis carries one container", async () => {
    await dropOff({ chassis_number: "CH1" });
    await dropOff({ container_number: "C1", chassis_number: "CH1" });
    expect([await chassisOf("C1"), await chassisOf("C2")]).toEqual([801, null]);
  });

  test("the container leaves it when the interchange is deleted", async () => {
    const { id } = await dropOff({ chassis_number: "CH1" });
    await remove(id);
    expect(await chassisOf("C2")).toBeNull();
  });
});

describe("conflicts", () => {
  test("a container is at one pending interchange", async () => {
    await dropOff();
    const second = create({ purpose: "pick_up_container", container_number: "C2" }, 71);
    await expect(second).rejects.toMatchObject({ status: 409 });
  });

  test("a container is free once its interchange is completed", async () => {
    await dropOff(COMPLETED);
    expect((await create({ purpose: "pick_up_container", container_number: "C2" }, 71)).complete).toBe(false);
  });

  test("an interchange cannot take over the container of another one", async () => {
    await dropOff();
    const { id } = await dropOff({ container_number: "C1" });
    await expect(update(id, { container_number: "C2" })).rejects.toMatchObject({ status: 409 });
  });

  test("a truck that has left drops off nothing", async () => {
    const late = create({ purpose: "drop_off_genset", genset_number: "G1" }, 72);
    await expect(late).rejects.toMatchObject({ status: 409 });
  });

  test("a completed interchange is neither changed nor deleted", async () => {
    const { id } = await dropOff(COMPLETED);
    await expect(update(id, {})).rejects.toMatchObject({ status: 409 });
    await expect(remove(id)).rejects.toMatchObject({ status: 409 });
  });

  test("a container with a hold in force is not picked up", async () => {
    const { id, container } = await create({ purpose: "pick_up_container", container_number: "C1" });
    expect(container?.unlifted_holds_exist).toBe(true);
    await expect(update(id, COMPLETED)).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('"C1"'),
    });
  });

  test("a container without a hold in force is picked up", async () => {
    const picked = await create({ purpose: "pick_up_container", container_number: "C2", ...COMPLETED });
    expect(picked).toMatchObject({ complete: true, container: { unlifted_holds_exist: false } });
  });

  test("what is refused leaves nothing behind", async () => {
    await expect(dropOff({ container_number: "NEW", booking_number: "X" })).rejects.toMatchObject({ status: 404 });
    expect(await chassisOf("NEW")).toBeUndefined();
  });
});

test("an update without values changes nothing", async () => {
  const created = await dropOff({ chassis_number: "CH1" });
  expect(await update(created.id, {})).toEqual({ ...created, interchange: null });
});

test("the list has all interchanges of the visit, completed ones included, by id", async () => {
  const first = await dropOff(COMPLETED);
  const second = await dropOff();
  await create({ purpose: "drop_off_genset", genset_number: "G1" }, 71);
  const { body } = await work((context) => listInterchanges({ ...REQUEST, path: { truck_visit_id: 70 } }, context));
  expect(body.map(({ interchange_url }) => Number(interchange_url.split("/").at(-1)))).toEqual([first.id, second.id]);
});

test("an interchange of another visit is unknown", async () => {
  const { id } = await dropOff();
  const read = (truck_visit_id: number) =>
    work((context) => getInterchange({ ...REQUEST, path: { truck_visit_id, id } }, context));
  expect((await read(70)).body.container_number).toBe("C2");
  await expect(read(71)).rejects.toMatchObject({ status: 404 });
});

test("a visit of another organisation is unknown", async () => {
  const asked = create({ purpose: "drop_off_genset", genset_number: "G1" }, 70, OTHER);
  await expect(asked).rejects.toMatchObject({ status: 404, message: "There is no truck visit 70." });
});
