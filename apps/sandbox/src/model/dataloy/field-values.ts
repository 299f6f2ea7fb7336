import fc from "fast-check";

const OF_REFERENCES = ["key", "self", "statusTypeCode", "currencyCode", "businessPartnerName", "serviceCode", "key2"];
const OF_LINES = [
  "description",
  "amountEstimate",
  "amountFinal",
  "serviceOrder",
  "isOwnersCost",
  "modifiedDate",
  "remarks",
];
const OF_ORDERS = [
  "amount",
  "orderDate",
  "exchangeRate",
  "portCall",
  "createdById",
  "changedById",
  "remarks",
  "unknown",
  "__proto__",
];

const leaf = fc.constant("*");

function tree(values: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<object> {
  return fc.record(values, { requiredKeys: [] });
}

function leaves(names: readonly string[]): Record<string, fc.Arbitrary<unknown>> {
  return Object.fromEntries(names.map((name) => [name, leaf]));
}

const ofReference = fc.oneof(leaf, tree(leaves(OF_REFERENCES)));
const ofLines = fc.oneof(leaf, tree({ ...leaves(OF_LINES), serviceCode: ofReference }));

/** Trees of the header `fields`, as texts: of values, references and lines, with names that no object has among them. */
export const fields = tree({
  ...leaves(OF_ORDERS),
  status: ofReference,
  businessPartner: ofReference,
  amountAdvancedCurrency: ofReference,
  serviceOrderLines: ofLines,
}).map((wanted) => JSON.stringify(wanted));
