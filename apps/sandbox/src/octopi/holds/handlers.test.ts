import { afterAll, beforeEach, expect, test } from "vitest";
import { listHoldEvents } from "../../store/holds.js";
import { openStore } from "../../store/open-store.js";
import { insertRows } from "../../store/rows.js";
import type { CopyRow } from "../../store/tables.js";
import type { OctopiContext } from "../context.js";
import { ORGANISATIONS, type Organisation } from "../organisations.js";
import { applyHold, liftHold, listHolds } from "./handlers.js";

const NOW = Date.UTC(2026, 0, 5, 12);
const [DEMO, OTHER] = ORGANISATIONS as [Organisation, Organisation];
const BILL = { manifest_client_identifier: "M1", bill_of_lading_number: "B1" };
const REQUEST = { query: {}, header: {}, body: undefined };

const store = await openStore(":memory:");
afterAll(() => store.close());
let copy = 0;

beforeEach(async () => {
  copy += 1;
  await store.write(async (db) => {
    await insertRows(db, "bills_of_lading", [
      { copy, owner: 1, id: 1001, number: "B1", manifest_client_identifier: "M1" },
    ]);
    await insertRows(db, "holds", [
      { copy, owner: 1, id: 54, name: "Transshipment Hold", description: "" },
      { copy, owner: 1, id: 34, name: "Agent Hold", description: "" },
      { copy, owner: 2, id: 35, name: "Customs Hold", description: "" },
    ]);
  });
});

async function at<T>(now: number, act: (context: OctopiContext) => Promise<T>, owner = DEMO): Promise<T> {
  const context = { copy, session: {} as CopyRow, owner, now, origin: "http://sandbox", afterCommit: [] };
  return await store.write((db) => act({ ...context, db }));
}

async function inForce(now = NOW): Promise<number[]> {
  const { body } = await at(now, (context) => listHolds({ ...REQUEST, path: BILL }, context));
  return body.bill_of_lading.unlifted_holds.map(({ id }) => id);
}

const apply = (hold_id: number, now = NOW) =>
  at(now, (context) => applyHold({ ...REQUEST, path: { ...BILL, hold_id } }, context));

const lift = (hold_id: number, hold: { reference_number: string; lift_until?: string }, now = NOW) =>
  at(now, (context) => liftHold({ ...REQUEST, path: { ...BILL, hold_id }, body: { hold } }, context));

test("holds that were never applied are listed by id as applicable", async () => {
  const { body } = await at(NOW, (context) => listHolds({ ...REQUEST, path: BILL }, context));
  expect(body.bill_of_lading.applicable_holds.map(({ id }) => id)).toEqual([34, 54]);
});

test("an applied hold is in force until it is lifted", async () => {
  await apply(54);
  expect(await inForce()).toEqual([54]);
  await lift(54, { reference_number: "R1" });
  expect(await inForce()).toEqual([]);
});

test("a hold in force cannot be applied", async () => {
  await apply(54);
  await expect(apply(54)).rejects.toMatchObject({ status: 404 });
});

test("a hold that is not in force cannot be lifted", async () => {
  await expect(lift(54, { reference_number: "R1" })).rejects.toMatchObject({ status: 404 });
});

test("a hold that was lifted until a day is in force from midnight in the organisation's time zone", async () => {
  await apply(54);
  await lift(54, { reference_number: "R1", lift_until: "2026-01-07" });
  const midnight = Date.UTC(2026, 0, 7, 5);
  expect(await inForce(midnight - 1)).toEqual([]);
  expect(await inForce(midnight)).toEqual([54]);
});

test("a hold that is lifted until a time that is over is in force again at once", async () => {
  await apply(54);
  await lift(54, { reference_number: "R1", lift_until: "2026-01-05T12:00:00Z" });
  expect(await inForce()).toEqual([54]);
});

test("a hold of another organisation is unknown", async () => {
  await expect(apply(35)).rejects.toMatchObject({ status: 404, message: "There is no hold 35." });
});

test("a bill of lading of another organisation is unknown", async () => {
  const asked = at(NOW, (context) => listHolds({ ...REQUEST, path: BILL }, context), OTHER);
  await expect(asked).rejects.toMatchObject({ status: 404 });
});

test("every application and lifting is kept, the oldest first", async () => {
  await apply(54, NOW);
  await lift(54, { reference_number: "R1", lift_until: "2026-01-07" }, NOW + 1);
  const found = await store.read((db) => listHoldEvents(db, copy, "B1"));
  expect(found.map(({ id, event, at: when, by, reference_number }) => [id, event, when, by, reference_number])).toEqual(
    [
      [1, "applied", NOW, "System", null],
      [2, "lifted", NOW + 1, "System", "R1"],
    ],
  );
});

test("events tell the bill of lading by its number and manifest", async () => {
  await apply(54);
  const [event] = await store.read((db) => listHoldEvents(db, copy));
  expect(event).toMatchObject({ bill_of_lading_number: "B1", manifest_client_identifier: "M1" });
});

test("events of other bills of lading can be left out", async () => {
  await apply(54);
  expect(await store.read((db) => listHoldEvents(db, copy, "B2"))).toEqual([]);
});
