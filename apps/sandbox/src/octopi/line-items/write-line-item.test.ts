import { expect, test } from "vitest";
import { writeLineItem, writePage } from "./write-line-item.js";

const ITEM = {
  copy: 1,
  owner: 1,
  id: 38,
  bill_of_lading_id: 1001,
  container_id: 5,
  quantity: 1,
  container_number: "OCTO1231239",
  container_type_label: null,
  container_weight: null,
  container_weight_unit: null,
  flex_fields: '[{"label":"Broker","value":"Harbour"}]',
};
const PATH = "http://sandbox/api/v1/bill_of_ladings/1001/line_items.json";

test("a line item is written without what the database needs of it", () => {
  expect(writeLineItem(ITEM)).toEqual({
    id: 38,
    container_id: 5,
    quantity: 1,
    container_number: "OCTO1231239",
    cargo_type: "container",
    container_type_label: null,
    container_weight: null,
    container_weight_unit: null,
    flex_fields: [{ label: "Broker", value: "Harbour" }],
  });
});

test("one item more than a page holds is not shown, and leads to the next page", () => {
  const { line_items, actions } = writePage([ITEM, ITEM, ITEM], { page: 3, per: 2, path: PATH });
  expect(line_items).toHaveLength(2);
  expect(actions).toEqual({ next_page: { method: "GET", url: `${PATH}?page=4&per=2` } });
});

test("a page that is just full has no next one", () => {
  expect(writePage([ITEM, ITEM], { page: 1, per: 2, path: PATH })).not.toHaveProperty("actions");
});
