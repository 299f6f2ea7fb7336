import fc from "fast-check";
import type { Caller, ModelCall } from "../call.js";
import { callOf, mostly, perhaps, rarely } from "../values.js";
import { fields } from "./field-values.js";
import { filters, sorts } from "./filter-values.js";
import { referenceTo } from "./reference-values.js";

/** New orders, and those of the seed with their lines; one is the other tenant's. */
const ORDERS = {
  demo: [
    140_000_001, 140_000_001, 140_000_003, 140_000_004, 36647845, 36648101, 36648101, 36648150, 1116526, 136647845,
  ],
  demo2: [140_000_001, 140_000_001, 140_000_003, 140_000_004, 136647845, 136647845, 36648101],
};

/** Calls about Dataloy's service orders, of one tenant. */
export function disbursementCalls(as: Caller): fc.Arbitrary<ModelCall> {
  const key = fc.constantFrom(...ORDERS[as]);
  const call = (operation: string, parts: object) => callOf("dataloy", operation, { as: fc.constant(as), ...parts });
  const header = fc.record({ fields: fc.option(fields, { nil: undefined }) });
  const path = fc.record({ key });
  return fc.oneof(
    { weight: 3, arbitrary: call("createServiceOrder", { body: newOrder(as) }) },
    { weight: 4, arbitrary: key.chain((one) => call("updateServiceOrder", changeOf(as, one))) },
    { weight: 2, arbitrary: call("getServiceOrder", { path, header }) },
    { weight: 5, arbitrary: call("listServiceOrders", { query, header: listHeader }) },
  );
}

const listHeader = fc.record({
  fields: fc.option(fields, { nil: undefined }),
  noCount: rarely(fc.constant("YES")),
  disablemaxlimit: rarely(fc.constant("YES")),
});

const query = fc.record({
  filter: fc.option(filters, { nil: undefined, freq: 3 }),
  sort: fc.option(sorts, { nil: undefined, freq: 2 }),
  pageNumber: rarely(fc.integer({ min: 1, max: 4 })),
  limit: rarely(fc.integer({ min: 1, max: 4 })),
});

const text = fc.constantFrom("DA1234", "da1234", "R, 1", "\u00e9", "e\u0301", "\u{1f6a2}", "\uffff", "", null);
const date = fc.constantFrom("2020-10-01T00:00:00", "2024-02-31T00:00:00", "1999-12-31T23:59:59", null);
/** To the cent, so that sums can be told from their roundings; none among them. */
const amount = fc.oneof(
  fc.integer({ min: -300, max: 300_000 }).map((cents) => cents / 100),
  fc.constantFrom(0, 0.1, 0.2, 10.01, 700, null),
);

function valuesOf(as: Caller) {
  return {
    portCall: referenceTo("PortCall", as),
    currency: referenceTo("Currency", as),
    status: referenceTo("StatusType", as),
    amountAdvancedCurrency: referenceTo("Currency", as),
    businessPartner: rarely(fc.option(referenceTo("BusinessPartner", as), { freq: 3 })),
    externalReferenceNo: text,
    exchangeRate: fc.constantFrom(1, 1.2345, 1e-7, null),
    orderDate: date,
    amountAdvanced: amount,
    nominationEmail: text,
    emailSentDate: date,
  };
}

function lineOf(as: Caller) {
  return {
    serviceCode: referenceTo("ServiceCode", as),
    description: text,
    amountEstimate: amount,
    amountRevised: amount,
    amountFinal: amount,
    isOwnersCost: fc.boolean(),
    isCharterersCost: fc.boolean(),
    externalReferenceNo: text,
    serviceOrder: rarely(rarely(fc.constantFrom(140_000_001, { key: 36648101 }, 7))),
  };
}

const MANDATORY = ["portCall", "currency", "status", "amountAdvancedCurrency", "serviceOrderLines"] as const;

function newOrder(as: Caller): fc.Arbitrary<object> {
  const { serviceOrder: _, ...values } = lineOf(as);
  const line = fc.record(values, { requiredKeys: ["serviceCode"] });
  const serviceOrderLines = fc.array(line, { maxLength: 2 });
  return fc.record({ ...valuesOf(as), serviceOrderLines }, { requiredKeys: [...MANDATORY] });
}

/** A change of an order, the lines of which follow its key if it is one of the first. */
function changeOf(as: Caller, order: number) {
  const values = lineOf(as);
  const key = mostly(fc.constantFrom(order + 1, order + 1, order + 2), fc.constantFrom(order + 3, 140_000_004), 8);
  const changed = fc.record({ ...values, key }, { requiredKeys: ["key"] });
  const added = fc.record(values, { requiredKeys: ["serviceCode"] });
  const lines = fc.uniqueArray(mostly(fc.oneof(changed, added), fc.record({ key })), {
    maxLength: 4,
    selector: (line) => ("key" in line ? line.key : line),
  });
  const twice = key.map((one) => [{ key: one }, { key: one, description: "again" }]);
  const serviceOrderLines = mostly(lines, twice);
  return { path: fc.constant({ key: order }), body: perhaps({ ...valuesOf(as), serviceOrderLines }) };
}
