import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { API_NAMES, openApi } from "../api.js";
import { findOperation, type Operation } from "../operation.js";
import { writeRequest } from "../write-request.js";
import type { Values } from "./case.js";
import { drawCandidates, drawRequests } from "./drawn.js";
import { findingsOf } from "./findings-of.js";

describe.each(API_NAMES)("%s", (name) => {
  const api = openApi(name);
  const isBroken = (operation: Operation, values: Values) =>
    findingsOf(api, writeRequest(operation, values)).length > 0;
  const drawn = api.operations.flatMap((operation) => {
    const requests = drawRequests(api, operation);
    return requests === undefined ? [] : [{ operation, requests }];
  });

  test("the contract finds nothing broken in what is drawn", () => {
    for (const { operation, requests } of drawn) {
      const some = fc.sample(requests, { numRuns: 100, seed: 1 });
      expect(some.filter((values) => isBroken(operation, values))).toEqual([]);
    }
  });

  test("less than one in five of those that the schemas give has to be dropped", () => {
    for (const { operation } of drawn) {
      const some = fc.sample(drawCandidates(api, operation) ?? fc.constant({}), { numRuns: 200, seed: 1 });
      expect(some.filter((values) => isBroken(operation, values)).length).toBeLessThan(40);
    }
  });

  test("the same seed draws the same requests, another one others", () => {
    for (const { requests } of drawn) {
      const [one, again, other] = [1, 1, 2].map((seed) => fc.sample(requests, { numRuns: 20, seed }));
      expect(again).toEqual(one);
      expect(other).not.toEqual(one);
    }
  });

  test("what takes more than references is drawn", () => {
    const isWriting = ({ body }: Operation) => body !== undefined;
    const isList = ({ operationId, parameters }: Operation) =>
      /^list/.test(operationId) && parameters.some((one) => one.in === "query");
    const expected = api.operations
      .filter((one) => isWriting(one) || isList(one))
      .map(({ operationId }) => operationId);
    expect(drawn.map(({ operation }) => operation.operationId)).toEqual(expected);
  });
});

const octopi = openApi("octopi");
const dataloy = openApi("dataloy");

function sample(api: typeof octopi, operationId: string, numRuns = 300): Values[] {
  const requests = drawRequests(api, findOperation(api.operations, operationId));
  return requests === undefined ? [] : fc.sample(requests, { numRuns, seed: 3 });
}

test("a failure shrinks to a request with no more than is required", () => {
  const requests = drawRequests(dataloy, findOperation(dataloy.operations, "createServiceOrder")) ?? fc.constant({});
  const { counterexample } = fc.check(
    fc.property(requests, () => false),
    { seed: 1 },
  );
  const body = {
    portCall: 36344213,
    serviceOrderLines: [],
    currency: "USD",
    status: "EST",
    amountAdvancedCurrency: "EUR",
  };
  expect(counterexample).toEqual([{ body }]);
});

test("a failure of one property shrinks to that property", () => {
  const requests =
    drawRequests(octopi, findOperation(octopi.operations, "createServiceOrder")) ?? fc.constant<Values>({});
  const hasQuote = (values: Values) => JSON.stringify(values.body).includes('comment":"\\"');
  const { counterexample } = fc.check(
    fc.property(requests, (values) => !hasQuote(values)),
    { seed: 1, numRuns: 5000 },
  );
  expect(counterexample?.[0].body).toMatchObject({ service_order: { comment: '"', order_number: "a" } });
  expect(Object.keys(Object(counterexample?.[0].body).service_order)).not.toContain("due_at");
});

test("references keep to documented values, and to those that go with each other", () => {
  const bodies = sample(octopi, "createServiceOrder").map(
    ({ body }) => (body as { service_order: Record<string, unknown> }).service_order,
  );
  const pairs = new Set(bodies.map(({ cargo_type, container_ids }) => JSON.stringify([cargo_type, container_ids])));
  expect([...pairs].sort()).toEqual([
    '["breakbulk",[3190442]]',
    '["container",[28776]]',
    '["container",[4337700]]',
    '["vehicle",[2400011]]',
  ]);
  expect(new Set(bodies.map(({ service_ids }) => JSON.stringify(service_ids)))).toEqual(
    new Set(['["cleaning",721]', '["inspection"]', "[722]"]),
  );
});

test("all parameters come in all combinations of being there", () => {
  const queries = sample(dataloy, "listServiceOrders").map(({ query, header }) => Object.keys({ ...query, ...header }));
  expect(new Set(queries.flat())).toEqual(
    new Set(["filter", "sort", "pageNumber", "limit", "fields", "noCount", "disablemaxlimit"]),
  );
  expect(queries.some((names) => names.length === 0)).toBe(true);
  expect(queries.some((names) => names.length > 4)).toBe(true);
});

test("an operation that takes references alone has nothing to be drawn", () => {
  expect(drawRequests(octopi, findOperation(octopi.operations, "applyHold"))).toBeUndefined();
  expect(drawRequests(dataloy, findOperation(dataloy.operations, "getServiceOrder"))).toBeUndefined();
});
