import { defaultService, statusOf } from "../octopi/service-orders/rules.js";
import { fold } from "../store/fold.js";
import { tallyOf } from "../store/service-orders.js";
import type { ServiceOrderItemRow, ServiceOrderRow } from "../store/tables.js";
import { at, type SeedRows } from "./rows-of.js";

type Item = Omit<ServiceOrderItemRow, "copy" | "order_id">;
type Order = Omit<ServiceOrderRow, "copy" | "order_number_folded" | "status"> & {
  readonly status?: ServiceOrderRow["status"];
  readonly items: readonly Item[];
};

const OFFICE = "Yard Office";
const SUPERVISOR = "Yard Supervisor";
const OWN_SERVICES: ReadonlyMap<number, string> = new Map([
  [721, "Repainting"],
  [722, "Test Service"],
  [723, "Color Painting"],
  [801, "Steam Cleaning"],
]);

/** An item of an order; pending unless told otherwise. */
function item(id: number, container_id: number, service: number | string, state: Partial<Item> = {}): Item {
  const own = typeof service === "number" ? OWN_SERVICES.get(service) : undefined;
  const service_name = own ?? defaultService(String(service))?.service_name ?? "";
  return {
    owner: 1,
    id,
    container_id,
    status: "pending",
    service_type: own === undefined ? "default" : "custom",
    service_id: String(service),
    service_name,
    cancelled_at: null,
    cancelled_by: null,
    cancellation_reason: null,
    completed_at: null,
    completed_by: null,
    ...state,
  };
}

function completed(time: string | null, completed_by: string | null): Partial<Item> {
  return { status: "completed", completed_at: time === null ? null : at(time), completed_by };
}

function cancelled(time: string, cancelled_by: string, cancellation_reason: string): Partial<Item> {
  return { status: "cancelled", cancelled_at: at(time), cancelled_by, cancellation_reason };
}

const TWICE = cancelled("2024-01-25T18:45:59Z", "System", "Booked twice");
const NO_LONGER = "The consignee collected the car early.\r\nPainting is no longer wanted.";

/** An order of the yard's office for containers, without a comment; what differs follows. */
function order(id: number, order_number: string, created: string, items: Item[], more: Partial<Order> = {}): Order {
  return {
    owner: 1,
    id,
    order_number,
    due_at: at(created) + 7 * 86_400_000,
    cargo_type: "container",
    comment: "",
    created_at: at(created),
    ordered_by: OFFICE,
    items,
    ...more,
  };
}

/** The orders that the vendor's page lists, but for those that its examples create. */
const DOCUMENTED: readonly Order[] = [
  order(
    39,
    "API_TEST_001",
    "2024-01-25T18:44:45Z",
    [
      item(65, 231596, 723, TWICE),
      item(66, 231596, "reseal", TWICE),
      item(71, 28776, "inspection"),
      item(72, 4337700, "inspection", { ...TWICE, cancelled_at: at("2024-01-29T10:05:23Z") }),
    ],
    {
      due_at: at("2024-02-20T00:00:00Z"),
      comment: "Import box for the painter",
      ordered_by: "System",
      status: "cancelled",
    },
  ),
  order(37, "SO123456", "2024-01-09T11:52:28Z", [item(61, 4337700, "cleaning"), item(62, 95951, "cleaning")], {
    due_at: at("2024-01-20T00:00:00Z"),
    comment: "Two boxes, one wash",
    ordered_by: "System",
  }),
  order(35, "SO120240104014", "2024-01-04T06:30:46Z", [item(59, 2538488, "scanning")], {
    due_at: at("2024-01-20T06:30:00Z"),
  }),
  order(33, "SO120240104013", "2024-01-04T06:30:12Z", [item(58, 40602, "cleaning")], {
    due_at: at("2024-01-18T06:30:00Z"),
  }),
  order(32, "SO120240104012", "2024-01-04T06:29:58Z", [item(56, 45261, 721), item(57, 45261, 722)], {
    due_at: at("2024-01-13T06:29:00Z"),
  }),
  order(31, "SO120240104011", "2024-01-04T06:29:39Z", [item(55, 1098881, 721)], { due_at: at("2024-01-25T06:29:00Z") }),
  order(30, "SO120240104010", "2024-01-04T06:29:24Z", [item(54, 50053, 722)], { due_at: at("2024-01-10T06:29:00Z") }),
  order(29, "SO120240104009", "2024-01-04T06:29:10Z", [item(53, 2047032, "reseal")], {
    due_at: at("2024-01-19T06:29:00Z"),
  }),
  order(
    26,
    "SO120240104006",
    "2024-01-04T06:28:12Z",
    [
      item(48, 1098881, "scanning", completed("2024-01-10T19:20:00Z", SUPERVISOR)),
      item(49, 1098881, "cleaning", { status: "in_progress" }),
      item(50, 50053, "cleaning"),
    ],
    { due_at: at("2024-01-12T21:00:00Z") },
  ),
  order(
    18,
    "SO120231114002",
    "2023-11-14T13:03:11Z",
    [
      item(36, 2047032, "inspection", completed("2023-11-14T15:41:00Z", SUPERVISOR)),
      item(37, 2047032, "reseal", completed("2023-11-14T15:55:00Z", SUPERVISOR)),
    ],
    { due_at: at("2023-11-15T17:00:00Z"), comment: "Seal found broken at the gate" },
  ),
  order(
    6,
    "SO120230928001",
    "2023-09-28T09:32:05Z",
    [
      item(1, 2388117, 723, cancelled("2023-10-25T07:23:15Z", OFFICE, NO_LONGER)),
      item(2, 2388117, 722, completed(null, OFFICE)),
      item(32, 2333777, 722, completed(null, null)),
    ],
    { due_at: at("2023-09-29T09:32:00Z"), cargo_type: "breakbulk" },
  ),
];

/** With these there are 27, and the creation that the vendor documents makes it 28, as on the vendor's page. */
const FURTHER: readonly Order[] = [
  order(7, "SO120231002001", "2023-10-02T12:00:00Z", [
    item(3, 231596, "cleaning", completed("2023-10-03T14:05:00Z", SUPERVISOR)),
  ]),
  order(8, "SO120231002002", "2023-10-02T12:10:00Z", [
    item(4, 45261, "scanning", completed("2023-10-03T15:10:00Z", SUPERVISOR)),
  ]),
  order(9, "SO120231005001", "2023-10-05T08:20:00Z", [item(5, 2400011, "inspection"), item(6, 2400011, 721)], {
    cargo_type: "vehicle",
    comment: "Scratch on the left door",
  }),
  order(10, "SO120231005002", "2023-10-05T08:40:00Z", [item(7, 2400012, "cleaning")], {
    cargo_type: "vehicle",
    due_at: null,
  }),
  order(11, "SO120231010001", "2023-10-10T13:00:00Z", [
    item(8, 1120006, "inspection", completed("2023-10-10T16:00:00Z", SUPERVISOR)),
    item(9, 1120006, 721, { status: "in_progress" }),
  ]),
  order(12, "SO120231012001", "2023-10-12T09:00:00Z", [
    item(10, 1120004, "cleaning", cancelled("2023-10-12T09:30:00Z", OFFICE, "Reefer is needed at once")),
  ]),
  order(13, "SO120231016001", "2023-10-16T17:00:00Z", [item(11, 1120005, "scanning")]),
  order(14, "SO120231020001", "2023-10-20T11:30:00Z", [
    item(12, 1902, "reseal"),
    item(13, 1903, "reseal"),
    item(14, 1904, "reseal"),
  ]),
  order(15, "SO120231023001", "2023-10-23T11:30:00Z", [
    item(15, 1905, "scanning", completed("2023-10-24T10:00:00Z", SUPERVISOR)),
    item(16, 1906, "scanning", cancelled("2023-10-24T10:05:00Z", SUPERVISOR, "Scanner out of order")),
  ]),
  order(16, "SO120231030001", "2023-10-30T15:00:00Z", [item(17, 1907, "cleaning"), item(18, 1907, 722)]),
  order(17, "SO120231106001", "2023-11-06T16:00:00Z", [item(19, 1908, "inspection", { status: "in_progress" })]),
  order(19, "SO120231120001", "2023-11-20T12:00:00Z", [item(20, 1909, "reseal")], {
    comment: "For the customs officer at ten",
  }),
  order(20, "SO120231127001", "2023-11-27T12:00:00Z", [item(21, 1910, "cleaning"), item(22, 1911, "cleaning")]),
  order(21, "SO120231204001", "2023-12-04T12:00:00Z", [item(23, 3190442, "inspection")], { cargo_type: "breakbulk" }),
  order(22, "SO120231211001", "2023-12-11T12:00:00Z", [item(24, 1912, 723)]),
  order(23, "ORDER_NUMBER", "2023-12-18T12:00:00Z", [item(25, 28776, "cleaning"), item(26, 28776, "scanning")], {
    comment: "So that the vendor's curls work as they are printed",
  }),
];

const OF_THE_OTHER: readonly Order[] = [
  order(40, "OSL-0001", "2024-01-27T09:00:00Z", [{ ...item(73, 5001, 801), owner: 2 }], { owner: 2 }),
];

const ALL = [...DOCUMENTED, ...FURTHER, ...OF_THE_OTHER].map((one) => ({
  ...one,
  status: one.status ?? statusOf(one.items, "pending"),
}));

/** How many orders there are by tally, for each owner. */
export function talliesOf(orders: readonly Pick<ServiceOrderRow, "owner" | "status" | "cargo_type">[]) {
  const counts = new Map<string, { owner: number; name: string; count: number }>();
  for (const { owner, ...one } of orders) {
    const name = tallyOf(one);
    const tally = counts.get(`${owner} ${name}`) ?? { owner, name, count: 0 };
    counts.set(`${owner} ${name}`, { ...tally, count: tally.count + 1 });
  }
  return [...counts.values()];
}

/** Service orders in every status. */
export const ORDERS: SeedRows = {
  service_orders: ALL.map(({ items: _, ...one }) => ({ ...one, order_number_folded: fold(one.order_number) })),
  service_order_items: ALL.flatMap(({ id, items }) => items.map((one) => ({ ...one, order_id: id }))),
  tallies: talliesOf(ALL),
};
