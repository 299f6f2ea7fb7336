import { expect, test } from "vitest";
import { openApi } from "../api.js";
import { findOperation } from "../operation.js";
import { replayCases } from "./replay-cases.js";

const { document, operations } = openApi("octopi");

function namesOf(operationId: string) {
  return replayCases(document, findOperation(operations, operationId)).map(({ name }) => name);
}

test("an operation without a body is asked for no more than is required, and with each further example", () => {
  expect(namesOf("getServiceOrder")).toEqual(["no more than is required", "path: id"]);
});

test("every example of a body is sent", () => {
  expect(namesOf("createServiceOrder")).toEqual([
    "body default-and-custom",
    "body only-what-is-required",
    "body breakbulk",
  ]);
});

test("each optional parameter is sent alone", () => {
  const cases = replayCases(document, findOperation(operations, "listServiceOrders"));
  expect(cases.map(({ values }) => Object.keys(values.query ?? {}))).toEqual([
    [],
    ["order_number"],
    ["due_at"],
    ["status"],
    ["cargo_type"],
    ["container_id"],
    ["page"],
    ["per"],
  ]);
});

test.each(["octopi", "dataloy"])("%s: every example of every body and parameter is in a case", (name) => {
  const api = openApi(name);
  for (const operation of api.operations) {
    const sent = JSON.stringify(replayCases(api.document, operation).map(({ values }) => values));
    const examples = [operation.body?.examples ?? [], ...operation.parameters.map(({ examples }) => examples)].flat();
    for (const { value } of examples) expect(sent).toContain(JSON.stringify(value));
  }
});

test("a case that sends a parameter which is only inferred says so", () => {
  const api = openApi("dataloy");
  const cases = replayCases(api.document, findOperation(api.operations, "listServiceOrders"));
  expect(cases.filter(({ inferred }) => inferred).map(({ name }) => name)).toEqual(["header disablemaxlimit: example"]);
});
