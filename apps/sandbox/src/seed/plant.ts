import type { Seed } from "../sessions.js";
import type { Db } from "../store/open-store.js";
import { insertRows } from "../store/rows.js";

/** Fills an empty copy with the documented records, and with as many made-up ones as the seed wants. */
export async function plant(db: Db, copy: number, seed: Seed, now: number): Promise<void> {
  void seed;
  void now;
  await insertRows(db, "containers", [
    {
      copy,
      owner: 1,
      id: 4337700,
      number: "0317933",
      description: null,
      cargo_type: "container",
      type_label: "40DV",
      status: "full",
      weight: null,
      weight_unit: null,
      has_damages: 0,
      is_reefer: 0,
      is_flatrack: 0,
      chassis_id: null,
    },
  ]);
  await insertRows(db, "services", [{ copy, owner: 1, id: 721, name: "Repainting" }]);
  await insertRows(db, "counters", [
    { copy, name: "service_order", next: 41 },
    { copy, name: "service_order_item", next: 74 },
  ]);
}
