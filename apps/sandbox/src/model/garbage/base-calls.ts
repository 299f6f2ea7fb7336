import fc from "fast-check";
import type { ModelCall } from "../call.js";
import { sessionCalls } from "../control/session-calls.js";
import { yardCalls } from "../control/yard-calls.js";
import { disbursementCalls } from "../dataloy/service-order-calls.js";
import { holdCalls } from "../octopi/hold-calls.js";
import { interchangeCalls } from "../octopi/interchange-calls.js";
import { lineItemCalls } from "../octopi/line-item-calls.js";
import { serviceOrderCalls } from "../octopi/service-order-calls.js";

const sandbox = (operation: string, parts: Partial<ModelCall> = {}): ModelCall => ({
  api: "sandbox",
  operation,
  ...parts,
});
const url = "https://agent.example/dataloy";
const fault = { kind: "status", status: 503, body: { error: "Down" } };
const credentials = {
  client_id: "demo",
  client_secret: "demo",
  audience: "https://dataloy",
  grant_type: "client_credentials",
};

const FAR = Number.MAX_SAFE_INTEGER;

/** Pages so far out that their first row has no number. */
const FAR_PAGES: readonly ModelCall[] = [
  { api: "octopi", operation: "listServiceOrders", query: { page: FAR, per: 100 } },
  { api: "octopi", operation: "listLineItems", path: { bill_of_lading_id: 1001 }, query: { page: FAR, per: 100 } },
  { api: "dataloy", operation: "listServiceOrders", query: { pageNumber: FAR, limit: FAR } },
];

/** Operations that no model answers. */
const OTHERS = [
  sandbox("addFault", { body: { api: "octopi", operation_id: "getServiceOrder", calls: 2, fault } }),
  sandbox("addFault", {
    body: { api: "dataloy", operation_id: "listServiceOrders", fault: { kind: "delay", delay_ms: 1 } },
  }),
  sandbox("listFaults"),
  sandbox("listRequests", { query: { operation_id: "listServiceOrders", limit: 20 } }),
  sandbox("clearRequests"),
  sandbox("listSessions"),
  sandbox("createAccessToken", { body: credentials }),
  sandbox("createWebhookSubscription", { body: { url, eventType: "C", objectType: "ServiceOrder", json: "e30=" } }),
  sandbox("createWebhookSubscription", {
    body: {
      user: "demo",
      channelInfo: { url, channelType: "HTTP" },
      eventType: "U",
      objectType: "ServiceOrder",
      dataloyObject: 36647845,
    },
  }),
  sandbox("listWebhookSubscriptions"),
  sandbox("getWebhookSubscription", { path: { key: 140_000_001 } }),
  sandbox("deleteWebhookSubscription", { path: { key: 140_000_001 } }),
  sandbox("listWebhookDeliveries"),
];

/** Calls of every operation that would do as they are. */
export const baseCalls: fc.Arbitrary<ModelCall> = fc.oneof(
  { weight: 3, arbitrary: serviceOrderCalls("demo") },
  { weight: 2, arbitrary: lineItemCalls("demo") },
  { weight: 2, arbitrary: holdCalls("demo") },
  { weight: 3, arbitrary: interchangeCalls("demo") },
  { weight: 4, arbitrary: disbursementCalls("demo") },
  { weight: 2, arbitrary: yardCalls },
  { weight: 2, arbitrary: sessionCalls },
  { weight: 3, arbitrary: fc.constantFrom(...OTHERS, ...FAR_PAGES) },
);
