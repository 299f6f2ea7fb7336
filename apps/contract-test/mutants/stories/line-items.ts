import { below, fromStrangers, OTHER, type Story } from "./story.ts";

const bill = below("/api/v1/bill_of_ladings/");
const list = (id: number, query = "") => bill("GET", `${id}/line_items.json${query === "" ? "" : `?${query}`}`);
const create = (id: number, line_item: object) => bill("POST", `${id}/line_items.json`, { line_item });
const update = (id: number, item: number, line_item: object) =>
  bill("PATCH", `${id}/line_items/${item}.json`, { line_item });
const remove = (id: number, item: number) => bill("DELETE", `${id}/line_items/${item}.json`);

/** Everything that can be asked of line items. */
export const LINE_ITEMS: readonly Story[] = [
  {
    name: "lists of line items",
    api: "octopi",
    steps: [
      ...["", "page=2", "per=5", "per=5&page=2", "per=5&page=3", "per=100", "per=101", "page=0"].map((query) =>
        list(1001, query),
      ),
      ...[1002, 1003, 1101, 5].map((id) => list(id)),
      { ...list(1101), as: OTHER.octopi },
      { ...list(1001), as: OTHER.octopi },
    ],
  },
  {
    name: "the life of a line item",
    api: "octopi",
    steps: [
      create(1001, {
        container_id: 123456789,
        container_type_label: "40HC",
        container_weight: 4000.75,
        container_weight_unit: "lb",
        flex_fields: [{ label: "Customs entry", value: "TE-1" }],
      }),
      list(1001, "per=100"),
      update(1001, 1223, { container_weight: 4200.5 }),
      list(1001, "per=100"),
      update(1001, 1223, { container_weight: 4300.25, container_weight_unit: "lb" }),
      update(1001, 1223, { container_id: 1912, flex_fields: [{ label: "Lot", value: "7" }] }),
      list(1001, "per=100"),
      remove(1001, 1223),
      list(1001, "per=100"),
      remove(1001, 1223),
    ],
  },
  {
    name: "line items that are added and removed",
    api: "octopi",
    steps: [
      create(1001, { container_id: 1912 }),
      create(1002, { container_id: 28776 }),
      list(1002),
      remove(1001, 38),
      list(1001, "per=100"),
    ],
  },
  {
    name: "line items that are refused",
    api: "octopi",
    steps: [
      create(1001, { container_weight: 5 }),
      create(1001, { container_id: 1912, container_weight: 5, container_weight_unit: "stone" }),
      create(1001, { container_id: 999 }),
      create(5, { container_id: 1912 }),
      update(1001, 38, { container_type_label: "None" }),
      update(1001, 1222, { container_weight: 1 }),
      list(1003),
      bill("DELETE", "1001/line_items/first.json"),
      bill(
        "POST",
        "1001/line_items.json",
        { line_item: { container_id: 1912 } },
        { headers: { "content-type": "text/plain" } },
      ),
    ],
  },
  {
    name: "strangers at line items",
    api: "octopi",
    steps: [
      list(1001),
      create(1001, { container_id: 1912 }),
      update(1001, 38, { container_weight: 1 }),
      remove(1001, 38),
    ].flatMap(fromStrangers),
  },
];
