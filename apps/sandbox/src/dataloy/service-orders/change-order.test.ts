import type { CreateServiceOrderRequest } from "@quayside/types/dataloy";
import { expect, test } from "vitest";
import { BEFORE, ENTITIES, LATER, order, PLACE } from "../dataloy.test.fixture.js";
import { changeOrder, newOrder } from "./change-order.js";

const MINIMAL: CreateServiceOrderRequest = {
  portCall: 1,
  currency: "USD",
  status: "EST",
  amountAdvancedCurrency: "EUR",
  serviceOrderLines: [],
};
const AUTHOR = { userKey: 1202, time: LATER };

function create(body: Partial<CreateServiceOrderRequest>) {
  return newOrder({ ...MINIMAL, ...body }, ENTITIES, { ...PLACE, key: 100 }, AUTHOR);
}

test("optional values of a new order are null", () => {
  const { business_partner, order_date, exchange_rate, external_reference_no } = create({});
  expect([business_partner, order_date, exchange_rate, external_reference_no]).toEqual([null, null, null, null]);
});

test("a new order is by its author, and nobody has changed it", () => {
  const { created_by_id, created_date, changed_by_id, modified_date } = create({});
  expect([created_by_id, created_date, changed_by_id, modified_date]).toEqual([1202, LATER, null, LATER]);
});

test("a new order's lines are numbered after it", () => {
  const lines = create({ serviceOrderLines: [{ serviceCode: "TOW" }, { serviceCode: "PIL" }] }).lines;
  expect(lines.map(({ key, service_order }) => [key, service_order])).toEqual([
    [101, 100],
    [102, 100],
  ]);
});

test("a new line without amounts has no estimate, and 0 for the later stages", () => {
  const [made] = create({ serviceOrderLines: [{ serviceCode: "TOW" }] }).lines;
  expect([made?.amount_estimate, made?.amount_revised, made?.amount_final]).toEqual([null, 0, 0]);
});

test("empty texts are null", () => {
  const made = create({ externalReferenceNo: "", serviceOrderLines: [{ serviceCode: "TOW", description: "" }] });
  expect([made.external_reference_no, made.lines[0]?.description]).toEqual([null, null]);
});

test("a new order amounts to its estimates", () => {
  expect(create({ serviceOrderLines: [{ serviceCode: "TOW", amountEstimate: 10000 }] }).amount).toBe(10000);
});

test("a new line cannot be on another order", () => {
  const lines = [{ serviceCode: "TOW", serviceOrder: 99 }];
  expect(() => create({ serviceOrderLines: lines })).toThrow("the line is not on that order");
});

const STORED = order(100, { external_reference_no: "DA1" }, [{ amount_estimate: 5, amount_final: 7 }, {}]);

function change(body: Parameters<typeof changeOrder>[1]) {
  return changeOrder(STORED, body, ENTITIES, 500, AUTHOR);
}

test("what an update leaves out stays", () => {
  expect(change({ exchangeRate: 2 }).order).toMatchObject({ external_reference_no: "DA1", exchange_rate: 2 });
});

test("null removes a value", () => {
  expect(change({ externalReferenceNo: null }).order.external_reference_no).toBeNull();
});

test("an update keeps who created the order, and says who changed it", () => {
  const { created_by_id, created_date, changed_by_id, modified_date } = change({}).order;
  expect([created_by_id, created_date, changed_by_id, modified_date]).toEqual([1201, BEFORE, 1202, LATER]);
});

test("an update without a list of lines keeps them all", () => {
  expect(change({ status: "FIN" }).changes).toEqual({ added: [], changed: [], removed: [] });
});

test("an update with an empty list of lines removes them all", () => {
  expect(change({ serviceOrderLines: [] }).changes.removed).toEqual([101, 102]);
});

test("a line without a key is new", () => {
  const { changes } = change({ serviceOrderLines: [{ key: 101 }, { serviceCode: "PIL" }] });
  expect(changes.added.map(({ key, service_code }) => [key, service_code])).toEqual([[500, 41]]);
});

test("the amount follows the status", () => {
  expect(change({ status: "FIN" }).order.amount).toBe(7);
});

test("the amount follows the lines, with the status as it was", () => {
  expect(change({ serviceOrderLines: [{ key: 101, amountEstimate: 9 }] }).order.amount).toBe(9);
});

test("a line may name its own order", () => {
  expect(() => change({ serviceOrderLines: [{ key: 101, serviceOrder: { key: 100 } }] })).not.toThrow();
});

test("a line may not name another order", () => {
  expect(() => change({ serviceOrderLines: [{ key: 101, serviceOrder: 99 }] })).toThrow(
    "serviceOrder of a line names 99",
  );
});
