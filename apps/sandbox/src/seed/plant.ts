import { setImmediate } from "node:timers/promises";
import type { Sequence } from "../store/counters.js";
import type { Db } from "../store/open-store.js";
import { insertRows } from "../store/rows.js";
import type { CopyTables } from "../store/tables.js";
import { addToTally } from "../store/tallies.js";
import { BILLS } from "./bills.js";
import { DATALOY } from "./dataloy.js";
import { keysFor, makeUpDisbursements } from "./make-up-disbursements.js";
import { makeUpOrders } from "./make-up-orders.js";
import { ORDERS } from "./orders.js";
import { PORT } from "./port.js";
import { openRandom } from "./random.js";
import type { SeedRows } from "./rows-of.js";
import { VISITS } from "./visits.js";

/** How the data of a session begins. */
export type Seed = {
  /** How many service orders of each API are made up beside the documented records, from 0 to 200,000. */
  readonly size: number;
  /** The same number makes the same data; from 0 to 4,294,967,295. */
  readonly number: number;
};

/** The next numbers after those of the documented records: the creation that Octopi's page documents gets order 41, items 74 and 75. */
const NEXT: Readonly<Partial<Record<Sequence, number>>> = {
  service_order: 41,
  service_order_item: 74,
  interchange: 2_205_895,
  container: 130_000_001,
  chassis: 900_001,
  line_item: 1223,
  hold_event: 5,
  dataloy: 140_000_001,
};

/** So many are made up at a time: all of 200,000 would fill the memory. */
const PORTION = 2000;

/** Fills an empty copy: with the documented records, and with as many made-up ones as the seed wants. */
export async function plant(db: Db, copy: number, { size, number }: Seed): Promise<void> {
  for (const rows of [PORT, ORDERS, VISITS, BILLS, DATALOY]) await insertAll(db, copy, rows);
  const random = openRandom(number);
  const start = { order: NEXT.service_order ?? 1, item: NEXT.service_order_item ?? 1, container: NEXT.container ?? 1 };
  for (let from = 0; from < size; from += PORTION) {
    const count = Math.min(PORTION, size - from);
    await insertAll(db, copy, makeUpOrders(random, start, from, count));
    await insertAll(db, copy, makeUpDisbursements(random, NEXT.dataloy ?? 1, from, count));
    // SQLite never lets go of the process by itself: sockets and signals want to be looked after meanwhile.
    await setImmediate();
  }
  const taken = { service_order: size, service_order_item: 2 * size, container: size, dataloy: keysFor(size) };
  const counters = Object.entries(NEXT).map(([name, next]) => ({
    copy,
    name,
    next: next + (Reflect.get(taken, name) ?? 0),
  }));
  await insertRows(db, "counters", counters);
}

async function insertAll(db: Db, copy: number, { tallies = [], ...tables }: SeedRows): Promise<void> {
  for (const [name, rows] of Object.entries(tables)) {
    const owned = rows.map((row) => ({ copy, ...row }));
    await insertRows(db, name as keyof CopyTables, owned as CopyTables[keyof CopyTables][]);
  }
  for (const { owner, name, count } of tallies) await addToTally({ db, copy, owner }, name, count);
}
