import { createRequire } from "node:module";
import { openContract } from "@quayside/contract";
import { type Incoming, Refusal } from "@quayside/serve";
import type { operations } from "@quayside/types/sandbox";
import type { AnyHandler, Api, Caller, ErrorContext } from "../api.js";
import type { Handlers } from "../handler.js";
import { isSameSecret } from "../secrets.js";
import { createAccessToken } from "./access-tokens.js";
import { clockHandlers } from "./clock.js";
import type { ControlOwner, ControlParts } from "./context.js";
import { faultHandlers } from "./faults.js";
import { listHoldEvents } from "./hold-events.js";
import { requestHandlers } from "./requests.js";
import { completeServiceOrderItem, startServiceOrderItem } from "./service-order-items.js";
import { sessionHandlers } from "./sessions.js";
import { snapshotHandlers } from "./snapshots.js";
import {
  createWebhookSubscription,
  deleteWebhookSubscription,
  getWebhookSubscription,
  listWebhookDeliveries,
  listWebhookSubscriptions,
} from "./webhooks.js";

const require = createRequire(import.meta.url);
const NOBODY: Caller = { owner: { id: 0 } };
const SUBSCRIPTIONS = "/ws/rest/WebhookSubscription";
const TOKENS = "/oauth/token";

/** What the control API works with. */
export type ControlOptions = ControlParts & {
  /** What callers have to send; nobody is asked without it. */
  readonly controlKey: string | undefined;
  /** The vendors' APIs. Subscriptions are Dataloy's business: its credentials, its errors. */
  readonly vendors: { readonly octopi: Api; readonly dataloy: Api };
};

/** The control API, and what Dataloy's spec leaves out. */
export function sandbox(options: ControlOptions): Api {
  const { octopi, dataloy } = options.vendors;
  const handlers: Handlers<operations, ControlOwner> = {
    ...sessionHandlers(options),
    ...snapshotHandlers(options),
    ...clockHandlers(options),
    ...faultHandlers([octopi, dataloy]),
    ...requestHandlers(options),
    startServiceOrderItem,
    completeServiceOrderItem,
    listHoldEvents,
    listWebhookDeliveries,
    createWebhookSubscription,
    listWebhookSubscriptions,
    getWebhookSubscription,
    deleteWebhookSubscription,
    createAccessToken,
  };
  return {
    name: "sandbox",
    contract: openContract(require("@quayside/spec/sandbox.json"), { lazily: true }),
    claims: (path) => path === "/_sandbox" || path.startsWith("/_sandbox/") || isSubscription(path) || path === TOKENS,
    spell: (path) => path,
    handlers: handlers as unknown as Readonly<Record<string, AnyHandler>>,
    authenticate: (request, operation) => {
      if (isSubscription(operation.path)) return dataloy.authenticate(request, operation);
      if (operation.path !== TOKENS) authenticate(request, options.controlKey);
      return NOBODY;
    },
    errorBody: (context) => errorBody(context, dataloy),
  };
}

function isSubscription(path: string): boolean {
  return path === SUBSCRIPTIONS || path.startsWith(`${SUBSCRIPTIONS}/`);
}

/** A page in a browser can send requests to this machine; those from another site are not for the control API. */
function authenticate({ headers, url }: Incoming, controlKey: string | undefined): void {
  const origin = headers.get("origin");
  if (origin !== null && origin !== new URL(url).origin)
    throw new Refusal(401, "Pages of other origins may not use the control API.");
  if (controlKey === undefined && !isThisMachine(new URL(url).hostname))
    throw new Refusal(401, "Without a control key, the control API is used as localhost or 127.0.0.1 only.");
  if (controlKey === undefined || isSameSecret(headers.get("authorization") ?? "", `Bearer ${controlKey}`)) return;
  const why = "Send the header Authorization: Bearer <control key>; the sandbox printed it when it started.";
  throw new Refusal(401, why, { "www-authenticate": 'Bearer realm="Sandbox"' });
}

/** A name that leads to this machine by way of a stranger's name server is not one of these. */
function isThisMachine(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

function errorBody(context: ErrorContext, dataloy: Api): object {
  const { path, status, message } = context;
  if (isSubscription(path)) return dataloy.errorBody(context);
  if (path !== TOKENS) return { error: message };
  return { error: status === 401 ? "access_denied" : "invalid_request", error_description: message };
}
