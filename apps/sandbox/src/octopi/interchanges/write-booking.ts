import type { Booking, BookingItem } from "@quayside/types/octopi";
import type { StoredBooking, StoredBookingItem } from "../../store/bookings.js";

/** Writes a booking as an interchange shows it; of a runner booking no more than its number is known. */
export function writeBooking(booking: StoredBooking): Booking {
  const { id, booking_number } = booking;
  if (booking.is_runner === 1) return { id, booking_number, ...RUNNER };
  const all_items = booking.items.map(writeItem);
  return {
    id,
    trucking_company_id: booking.trucking_company_id,
    is_runner: false,
    booking_number,
    voyage_number: booking.voyage_number,
    ship_name: booking.ship_name,
    port_of_discharge: booking.port_of_discharge,
    port_of_loading: booking.port_of_loading,
    port_of_delivery: booking.port_of_delivery,
    ...(booking.shipper_name === null ? {} : { shipper: { name: booking.shipper_name } }),
    ...(booking.trucking_company_name === null ? {} : { trucking_company: { name: booking.trucking_company_name } }),
    items: all_items.filter(({ container }) => container.id === null),
    all_items,
  };
}

const RUNNER = {
  trucking_company_id: null,
  is_runner: true,
  voyage_number: null,
  ship_name: null,
  port_of_discharge: null,
  port_of_loading: null,
  port_of_delivery: null,
  items: [],
  all_items: [],
};

function writeItem(item: StoredBookingItem): BookingItem {
  const { id, line_item_number, quantity, description } = item;
  return {
    id,
    line_item_number,
    quantity,
    description,
    container: { id: item.container_id, display_name: item.container_number },
    dock_receipt_cargos: [],
    hazmat_codes: [],
    hazmat_ids_and_codes: {},
    hazmat_classes: [],
    container_type: { label: item.container_type_label },
  };
}
