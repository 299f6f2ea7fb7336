import type { Db } from "./open-store.js";
import { prepare } from "./prepare.js";

/** The sequences of a copy. Octopi numbers each kind of record by itself, Dataloy all of them together. */
export type Sequence =
  | "service_order"
  | "service_order_item"
  | "interchange"
  | "container"
  | "chassis"
  | "booking"
  | "line_item"
  | "hold_event"
  | "dataloy"
  | "webhook_delivery"
  | "fault";

/**
 * Takes numbers from a sequence; nobody gets them again, for the transaction holds the lock on its copy.
 *
 * @param count - How many, at least 1.
 * @returns The first of them; the others follow.
 */
export async function takeNumbers(db: Db, copy: number, name: Sequence, count = 1): Promise<number> {
  const [taken] = await take(db, { copy, name, count });
  if (taken !== undefined) return taken.next - count;
  await db
    .insertInto("counters")
    .values({ copy, name, next: 1 + count })
    .execute();
  return 1;
}

const take = prepare((db, { copy, name, count }: { copy: number; name: Sequence; count: number }) =>
  db
    .updateTable("counters")
    .set((build) => ({ next: build("next", "+", count) }))
    .where("copy", "=", copy)
    .where("name", "=", name)
    .returning("next"),
);
