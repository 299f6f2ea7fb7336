import { prepare } from "./prepare.js";
import type { Scope } from "./scope.js";
import type { BookingItemRow, BookingRow } from "./tables.js";

/** A stored item with the number of the container that is assigned to it. */
export type StoredBookingItem = BookingItemRow & { readonly container_number: string | null };

/** A stored booking with its items, in their order on it. */
export type StoredBooking = BookingRow & { readonly items: readonly StoredBookingItem[] };

/** The id of the booking with a number; undefined when there is none. */
export async function findBookingId(
  { db, copy, owner }: Scope,
  booking_number: string,
): Promise<BookingRow["id"] | undefined> {
  const bookings = db.selectFrom("bookings").select("id").where("copy", "=", copy).where("owner", "=", owner);
  return (await bookings.where("booking_number", "=", booking_number).executeTakeFirst())?.id;
}

/** Finds a booking by its id. */
export async function findBooking({ db, copy, owner }: Scope, id: number): Promise<StoredBooking | undefined> {
  const [row] = await bookingById(db, { copy, owner, id });
  return row === undefined ? undefined : { ...row, items: await itemsOfBooking(db, { copy, booking_id: id }) };
}

const bookingById = prepare((db, { copy, owner, id }: { copy: number; owner: number; id: number }) =>
  db.selectFrom("bookings").selectAll().where("copy", "=", copy).where("owner", "=", owner).where("id", "=", id),
);

const itemsOfBooking = prepare((db, { copy, booking_id }: { copy: number; booking_id: number }) =>
  db
    .selectFrom("booking_items as item")
    .leftJoin("containers as container", (join) =>
      join.onRef("container.copy", "=", "item.copy").onRef("container.id", "=", "item.container_id"),
    )
    .selectAll("item")
    .select("container.number as container_number")
    .where("item.copy", "=", copy)
    .where("item.booking_id", "=", booking_id)
    .orderBy("item.position")
    .orderBy("item.id"),
);
