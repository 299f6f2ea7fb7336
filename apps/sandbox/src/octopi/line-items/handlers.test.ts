import type { CreateLineItemRequest, UpdateLineItemRequest } from "@quayside/types/octopi";
import { afterAll, beforeEach, expect, test } from "vitest";
import { openStore } from "../../store/open-store.js";
import { insertRows } from "../../store/rows.js";
import type { ContainerRow, CopyRow } from "../../store/tables.js";
import type { OctopiContext } from "../context.js";
import { ORGANISATIONS, type Organisation } from "../organisations.js";
import { createLineItem, deleteLineItem, listLineItems, updateLineItem } from "./handlers.js";

const [DEMO, OTHER] = ORGANISATIONS as [Organisation, Organisation];
const REQUEST = { query: {}, header: {}, body: undefined };

const store = await openStore(":memory:");
afterAll(() => store.close());
let copy = 0;

function container(id: number, more: Partial<ContainerRow> = {}): ContainerRow {
  const weight = { weight: 4000, weight_unit: null };
  const rest = { description: null, status: null, has_damages: 0, is_reefer: 0, is_flatrack: 0, chassis_id: null };
  return {
    copy,
    owner: 1,
    id,
    number: `C${id}`,
    cargo_type: "container",
    type_label: "20DV",
    ...weight,
    ...rest,
    ...more,
  };
}

beforeEach(async () => {
  copy += 1;
  await store.write(async (db) => {
    const bill = { copy, owner: 1, manifest_client_identifier: "M1" };
    await insertRows(db, "bills_of_lading", [
      { ...bill, id: 1001, number: "B1" },
      { ...bill, id: 1002, number: "B2" },
    ]);
    await insertRows(db, "container_types", [{ copy, owner: 1, label: "40DV" }]);
    const others = [container(7, { cargo_type: "vehicle" }), container(8, { owner: 2 })];
    await insertRows(db, "containers", [1, 2, 3].map((id) => container(id)).concat(others));
  });
});

async function work<T>(act: (context: OctopiContext) => Promise<T>, owner = DEMO): Promise<T> {
  const context = { copy, session: {} as CopyRow, owner, now: 0, origin: "http://sandbox", afterCommit: [] };
  return await store.write((db) => act({ ...context, db }));
}

type Given = CreateLineItemRequest["line_item"];

async function create(line_item: Given, owner = DEMO, bill_of_lading_id = 1001) {
  const call = { ...REQUEST, path: { bill_of_lading_id }, body: { line_item } };
  return (await work((context) => createLineItem(call, context), owner)).body;
}

async function update(id: number, line_item: UpdateLineItemRequest["line_item"]) {
  const call = { ...REQUEST, path: { bill_of_lading_id: 1001, id }, body: { line_item } };
  return (await work((context) => updateLineItem(call, context))).body;
}

async function list(query: { page?: number; per?: number }) {
  const call = { ...REQUEST, path: { bill_of_lading_id: 1001 }, query };
  return (await work((context) => listLineItems(call, context))).body;
}

const remove = (id: number) =>
  work((context) => deleteLineItem({ ...REQUEST, path: { bill_of_lading_id: 1001, id } }, context));

test("a line item takes from its container what the request leaves out", async () => {
  expect(await create({ container_id: 1 })).toMatchObject({
    quantity: 1,
    container_number: "C1",
    container_type_label: "20DV",
    container_weight: 4000,
    container_weight_unit: "kg",
    flex_fields: [],
  });
});

test("a container may stand on a bill of lading twice, as the vendor's examples have it", async () => {
  const first = await create({ container_id: 1 });
  expect((await create({ container_id: 1 })).id).toBe(first.id + 1);
});

test("a container may stand on several bills of lading", async () => {
  await create({ container_id: 1 });
  expect((await create({ container_id: 1 }, DEMO, 1002)).container_number).toBe("C1");
});

test("a piece of cargo that is no container is unknown", async () => {
  await expect(create({ container_id: 7 })).rejects.toMatchObject({ status: 404 });
});

test("a container of another organisation is unknown", async () => {
  await expect(create({ container_id: 8 })).rejects.toMatchObject({ status: 404 });
});

test("a bill of lading of another organisation is unknown", async () => {
  await expect(create({ container_id: 8 }, OTHER)).rejects.toMatchObject({ status: 404 });
});

test("a container type must be one of the organisation's", async () => {
  const unknown = create({ container_id: 1, container_type_label: "20XX" });
  await expect(unknown).rejects.toMatchObject({ status: 400 });
});

test("a flex field without a value is refused by its place", async () => {
  const half = create({ container_id: 1, flex_fields: [{ label: "a", value: "b" }, { label: "c" }] });
  await expect(half).rejects.toMatchObject({ status: 400, message: expect.stringContaining("/flex_fields/1") });
});

test("another container brings its number along, and leaves the weight", async () => {
  const { id } = await create({ container_id: 1, container_weight: 5 });
  expect(await update(id, { container_id: 2 })).toMatchObject({ container_number: "C2", container_weight: 5 });
});

test("an update may name the container that is there", async () => {
  const { id } = await create({ container_id: 1 });
  expect(await update(id, { container_id: 1, container_type_label: "40DV" })).toMatchObject({
    container_id: 1,
    container_type_label: "40DV",
  });
});

test("what an update changes is there when it is read", async () => {
  const { id } = await create({ container_id: 1, flex_fields: [{ label: "a", value: "b" }] });
  const updated = await update(id, { container_weight: 9, flex_fields: [{ label: "c", value: "d" }] });
  expect((await list({})).line_items).toEqual([updated]);
});

test("pages follow each other by id, and the last one has no next", async () => {
  for (const container_id of [3, 1, 2]) await create({ container_id });
  const first = await list({ per: 2 });
  const last = await list({ page: 2, per: 2 });
  expect([first, last].map(({ line_items }) => line_items.map(({ container_id }) => container_id))).toEqual([
    [3, 1],
    [2],
  ]);
  expect(first.actions?.next_page?.url).toBe("http://sandbox/api/v1/bill_of_ladings/1001/line_items.json?page=2&per=2");
  expect(last.actions).toBeUndefined();
});

test("a deleted line item is gone", async () => {
  const { id } = await create({ container_id: 1 });
  expect(await remove(id)).toEqual({ status: 204 });
  await expect(remove(id)).rejects.toMatchObject({ status: 404 });
});
