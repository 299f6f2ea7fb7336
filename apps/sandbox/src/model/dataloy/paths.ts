import type { WholeOrder } from "./tenant.js";

/** What stands at the end of a path. */
export type Kind = "integer" | "number" | "text" | "date" | "boolean";

const OF_ALL = { key: "integer", createdById: "integer", changedById: "integer", createdDate: "date" } as const;
const HISTORY = { ...OF_ALL, modifiedDate: "date", isObjectActive: "boolean" } as const;

const OF_ORDERS: Readonly<Record<string, Kind>> = {
  ...HISTORY,
  externalReferenceNo: "text",
  exchangeRate: "number",
  orderDate: "date",
  amountAdvanced: "number",
  nominationEmail: "text",
  emailSentDate: "date",
  amount: "number",
  portCall: "integer",
  "portCall.key": "integer",
  businessPartner: "integer",
  "businessPartner.key": "integer",
  "businessPartner.businessPartnerCode": "text",
  "businessPartner.businessPartnerName": "text",
  currency: "integer",
  "currency.key": "integer",
  "currency.currencyCode": "text",
  amountAdvancedCurrency: "integer",
  "amountAdvancedCurrency.key": "integer",
  "amountAdvancedCurrency.currencyCode": "text",
  status: "integer",
  "status.key": "integer",
  "status.statusTypeCode": "text",
  "status.statusTypeDesc": "text",
};

const OF_LINES: Readonly<Record<string, Kind>> = {
  ...HISTORY,
  description: "text",
  externalReferenceNo: "text",
  amountEstimate: "number",
  amountRevised: "number",
  amountFinal: "number",
  isOwnersCost: "boolean",
  isCharterersCost: "boolean",
  serviceOrder: "integer",
  "serviceOrder.key": "integer",
  serviceCode: "integer",
  "serviceCode.key": "integer",
  "serviceCode.serviceCode": "text",
};

/** Every path that a list can be filtered and sorted by, without any `+`. */
export const PATHS: ReadonlyMap<string, Kind> = new Map([
  ...Object.entries(OF_ORDERS),
  ...Object.entries(OF_LINES).map(([path, kind]) => [`serviceOrderLines.${path}`, kind] as const),
]);

/** A value at the end of a path. */
export type Value = string | number | boolean | null;

/** The values at the end of a path: one of an order, or one of each of its lines, null without any. A reference counts as its key. */
export function valuesAt(order: WholeOrder, path: string): Value[] {
  const names = path.replaceAll("+", "").split(".");
  const reached = names.reduce<unknown[]>((values, name) => values.flatMap((value) => step(value, name)), [order]);
  const values = reached.map((value) => (isObject(value) ? (value.key as number) : (value as Value)));
  return values.length === 0 ? [null] : values;
}

/** Whether a path leads to something: not over a null or to lines that there are not, unless a `+` allows it. */
export function leadsSomewhere(order: WholeOrder, path: string): boolean {
  const [first = "", ...rest] = path.split(".");
  if (first === "serviceOrderLines") return order.serviceOrderLines.length > 0;
  return rest.length === 0 || first.endsWith("+") || Reflect.get(order, first) !== null;
}

function step(value: unknown, name: string): unknown {
  return isObject(value) ? value[name] : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
