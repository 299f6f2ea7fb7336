import { below, fromStrangers, OTHER, type Story } from "./story.ts";

const orders = below("/api/v1/service_orders.json");
const order = below("/api/v1/service_orders/");

const ORDER = {
  order_number: "STORY-1",
  cargo_type: "container",
  due_at: "2024-07-01T12:30:45.5+02:00",
  comment: "Façade, then clean",
  container_ids: [4337700, 28776],
  service_ids: ["cleaning", 721],
};
const create = (changes: object = {}) => orders("POST", "", { service_order: { ...ORDER, ...changes } });
const update = (number: string, service_order: object) => order("PUT", `${number}.json`, { service_order });
const cancel = (number: string, service_order: object = { cancellation_reason: "The vessel is delayed" }) =>
  order("PUT", `${number}/cancel.json`, { service_order });
const get = (number: string) => order("GET", `${number}.json`);
const remove = (number: string) => order("DELETE", `${number}.json`);
const list = (query = "") => orders("GET", query === "" ? "" : `?${query}`);

/** Everything that can be asked of service orders. */
export const SERVICE_ORDERS: readonly Story[] = [
  {
    name: "lists of service orders",
    api: "octopi",
    steps: [
      ...[
        "",
        "per=5",
        "per=5&page=2",
        "page=2",
        "per=25&page=2",
        "per=100",
        "per=101",
        "per=1&page=3",
        "page=0",
        "page=9",
      ].map(list),
      ...["order_number=231016", "order_number=SO1", "order_number=API_TEST_001", "order_number=nothing"].map(list),
      ...["pending", "in_progress", "partially_completed", "completed", "cancelled", "odd"].map((status) =>
        list(`status=${status}`),
      ),
      ...["container", "breakbulk", "vehicle"].map((cargo) => list(`cargo_type=${cargo}`)),
      ...["container_id=28776", "container_id=50053", "container_id=95951"].map(list),
      ...["2024-01-20T00:00:00Z", "2024-01-19T23:59:59Z", "2024-01-13T06:29:00Z", "2023-11-14T12:00:00Z"].map((due) =>
        list(`due_at=${due}`),
      ),
      list("status=pending&cargo_type=vehicle"),
      list("status=pending&page=2"),
    ],
  },
  {
    name: "service orders one by one",
    api: "octopi",
    steps: [
      ...["SO123456", "37", "39", "SO120230928001", "18", "SO120231005002", "SO120240104006", "nobody", "4711"].map(
        get,
      ),
      ...["OSL-0001", "40"].flatMap((number) => [get(number), { ...get(number), as: OTHER.octopi }]),
      { ...list(), as: OTHER.octopi },
    ],
  },
  {
    name: "the life of a service order",
    api: "octopi",
    steps: [
      list(),
      create(),
      get("STORY-1"),
      get("41"),
      list(),
      list("order_number=STORY"),
      update("STORY-1", { order_number: "STORY-1", comment: "Clean only" }),
      get("STORY-1"),
      update("STORY-1", { order_number: "STORY-2", due_at: "2024-04-31T10:00:00.25+02:00" }),
      get("STORY-1"),
      get("STORY-2"),
      update("41", { order_number: "STORY-2", comment: "" }),
      get("STORY-2"),
      list("per=3"),
      cancel("STORY-2"),
      get("STORY-2"),
      list("per=3"),
      cancel("STORY-2"),
      remove("STORY-2"),
      get("STORY-2"),
      get("41"),
      list(),
      remove("STORY-2"),
    ],
  },
  {
    name: "cancellations",
    api: "octopi",
    steps: [
      cancel("SO120240104006"),
      get("SO120240104006"),
      list(),
      cancel("API_TEST_001", { cancellation_reason: "No longer wanted" }),
      get("API_TEST_001"),
      cancel("SO120231114002"),
      get("SO120231114002"),
      cancel("SO123456"),
      get("SO123456"),
      cancel("nobody"),
      ...[{}, { cancellation_reason: "" }, { cancellation_reason: 5 }].map((body) => cancel("ORDER_NUMBER", body)),
      get("ORDER_NUMBER"),
      { ...cancel("OSL-0001"), as: OTHER.octopi },
    ],
  },
  {
    name: "two service orders",
    api: "octopi",
    steps: [
      create({ due_at: undefined, comment: undefined }),
      create({ order_number: "STORY/2", service_ids: [722, "reseal", 721] }),
      get("STORY%2F2"),
      list("container_id=28776"),
      update("STORY-1", { order_number: "STORY/2" }),
      create(),
      get("STORY-1"),
      remove("SO123456"),
      list(),
      get("STORY%2F2"),
      remove("STORY-1"),
      list("per=100"),
    ],
  },
  {
    name: "service orders that are refused",
    api: "octopi",
    steps: [
      create({ order_number: undefined }),
      create({ order_number: "STORY-2", container_ids: [] }),
      create({ order_number: "STORY-3", container_ids: [999] }),
      create({ order_number: "STORY-4", service_ids: ["dancing"] }),
      create({ order_number: "STORY-5", colour: "red" }),
      create({ order_number: "STORY-6", due_at: "tomorrow" }),
      create({ order_number: "SO123456" }),
      update("SO123456", { comment: "No number" }),
      update("SO123456", { order_number: "API_TEST_001" }),
      update("nobody", { order_number: "nobody" }),
    ],
  },
  {
    name: "strangers at service orders",
    api: "octopi",
    steps: [
      ...[
        list(),
        get("SO123456"),
        create(),
        update("37", { order_number: "SO123456" }),
        cancel("37"),
        remove("37"),
      ].flatMap(fromStrangers),
      ...[get("OSL-0001"), update("OSL-0001", { order_number: "OSL-0001" }), cancel("OSL-0001"), remove("OSL-0001")],
      list("per=100"),
    ],
  },
];
