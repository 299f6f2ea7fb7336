import { expect, test } from "vitest";
import { writeBooking } from "./write-booking.js";

const BOOKING = {
  copy: 1,
  owner: 1,
  id: 287504,
  booking_number: "10543688",
  is_runner: 0,
  trucking_company_id: 467,
  trucking_company_name: "Causeway Haulage",
  shipper_name: "Harbour Shipping Co.",
  voyage_number: "200S",
  ship_name: "FS IPANEMA",
  port_of_discharge: "ARUBA (AWAUA)",
  port_of_loading: null,
  port_of_delivery: null,
  items: [item(16193771, null), item(1395327, 1101190), item(1395330, null)],
};

function item(id: number, container_id: number | null) {
  const line = { line_item_number: 1, quantity: 1, description: "", container_type_label: "20CT" };
  const container_number = container_id === null ? null : `C${container_id}`;
  return { copy: 1, owner: 1, id, booking_id: 287504, position: 0, ...line, container_id, container_number };
}

test("the open items are those without a container, in their order", () => {
  const { items, all_items } = writeBooking(BOOKING);
  expect(items.map(({ id }) => id)).toEqual([16193771, 1395330]);
  expect(all_items.map(({ id }) => id)).toEqual([16193771, 1395327, 1395330]);
});

test("an item shows its container by number", () => {
  expect(writeBooking(BOOKING).all_items[1]?.container).toEqual({ id: 1101190, display_name: "C1101190" });
});

test("a company that is not known is left out", () => {
  expect(writeBooking({ ...BOOKING, shipper_name: null })).not.toHaveProperty("shipper");
});

test("a runner booking shows no more than its number, whatever is stored", () => {
  expect(writeBooking({ ...BOOKING, is_runner: 1 })).toEqual({
    id: 287504,
    trucking_company_id: null,
    is_runner: true,
    booking_number: "10543688",
    voyage_number: null,
    ship_name: null,
    port_of_discharge: null,
    port_of_loading: null,
    port_of_delivery: null,
    items: [],
    all_items: [],
  });
});
