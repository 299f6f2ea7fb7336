import { describe, expect, test } from "vitest";
import { openApi } from "../api.js";
import { findOperation } from "../operation.js";
import { knownOf } from "./known-values.js";

const octopi = openApi("octopi");
const dataloy = openApi("dataloy");

function valuesAt(api: typeof octopi, operationId: string, place: string) {
  return knownOf(api, findOperation(api.operations, operationId)).valuesAt(place);
}

describe("a reference keeps to documented values", () => {
  test("in the path", () => {
    expect(valuesAt(octopi, "getServiceOrder", "path.order_number")).toEqual(["API_TEST_002", "41"]);
  });

  test("in a body, those of its own examples first, then those of its schema", () => {
    expect(valuesAt(octopi, "createServiceOrder", "/service_order/service_ids")).toEqual([
      ["cleaning", 721],
      ["inspection"],
      [722],
    ]);
    expect(valuesAt(dataloy, "createServiceOrder", "/status")).toEqual(["EST", "REV", "FIN", "DFT"]);
  });

  test("in an element of a list", () => {
    expect(valuesAt(dataloy, "createServiceOrder", "/serviceOrderLines/#/serviceCode")).toEqual([
      "TOW",
      "PIL",
      36567907,
      { key: 36567908 },
    ]);
  });

  test("or is null where the schema has it", () => {
    expect(valuesAt(octopi, "updateInterchange", "/booking_number")).toEqual(["BOOK1234", "10543688", null]);
    expect(valuesAt(octopi, "createInterchange", "/booking_number")).toEqual(["10543688"]);
  });
});

test("what is no reference is left to its schema", () => {
  expect(valuesAt(octopi, "createServiceOrder", "/service_order/comment")).toBeUndefined();
  expect(valuesAt(octopi, "listServiceOrders", "query.order_number")).toBeUndefined();
  expect(valuesAt(dataloy, "createServiceOrder", "/externalReferenceNo")).toBeUndefined();
});

test("of a combination each value comes once, and left out is no value", () => {
  expect(valuesAt(octopi, "createInterchange", "/genset_number")).toEqual(["GEN123"]);
  expect(valuesAt(octopi, "createServiceOrder", "/service_order/cargo_type")).toEqual([
    "container",
    "breakbulk",
    "vehicle",
  ]);
  expect(valuesAt(dataloy, "createServiceOrder", "/serviceOrderLines/#/serviceOrder")).toEqual([]);
});

test("bonds are known by their place", () => {
  const lineItem = knownOf(octopi, findOperation(octopi.operations, "createLineItem"));
  expect(lineItem.membersAt("/line_item/flex_fields/#")).toEqual(["label", "value"]);
  expect(lineItem.membersAt("/line_item")).toEqual([]);
  const update = knownOf(dataloy, findOperation(dataloy.operations, "updateServiceOrder"));
  expect(update.uniqueAt("/serviceOrderLines")).toBe("key");
});

describe("of a target whose own values stand in the examples", () => {
  const values = { order_number: "X-1", cargo_type: "container", container_ids: [5], service_ids: ["wash"] };
  const operations = octopi.operations.map((one) =>
    one.operationId === "createServiceOrder" && one.body !== undefined
      ? { ...one, body: { ...one.body, examples: [{ name: "given", value: { service_order: values } }] } }
      : one,
  );
  const api = { ...octopi, operations, areGiven: true };

  test("references keep to them alone", () => {
    expect(valuesAt(api, "createServiceOrder", "/service_order/service_ids")).toEqual([["wash"]]);
    expect(valuesAt(api, "createServiceOrder", "/service_order/container_ids")).toEqual([[5]]);
    expect(valuesAt(api, "createServiceOrder", "/service_order/cargo_type")).toEqual(["container"]);
    expect(valuesAt(api, "updateInterchange", "/booking_number")).toEqual(["BOOK1234", null]);
  });

  test("what a list is asked for stays", () => {
    const list = findOperation(dataloy.operations, "listServiceOrders");
    const [first, ...others] = dataloy.operations;
    if (first === undefined) throw new Error("Dataloy has operations.");
    const given = { ...dataloy, areGiven: true, operations: [{ ...first, parameters: [] }, ...others] };
    expect(knownOf(given, list).valuesAt("query.sort")).toContain("orderDate(AS)");
  });
});
