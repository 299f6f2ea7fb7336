import { createRequire } from "node:module";
import { openContract } from "@quayside/contract";
import type { operations } from "@quayside/types/dataloy";
import type { AnyHandler, Api } from "../api.js";
import type { Handlers } from "../handler.js";
import type { Store } from "../store/open-store.js";
import { openAuthenticator } from "./authenticate.js";
import { getServiceOrder, listServiceOrders, writingHandlers } from "./service-orders/handlers.js";
import type { Tenant } from "./tenants.js";
import { writeError } from "./write-error.js";

const require = createRequire(import.meta.url);

/** What Dataloy needs of the sandbox. */
export type DataloyParts = {
  readonly store: Store;
  /** Looks for notifications that are to be delivered. */
  readonly poke: () => void;
};

/** Dataloy VMS. */
export function dataloy({ store, poke }: DataloyParts): Api {
  const authenticate = openAuthenticator(store);
  const handlers: Handlers<operations, Tenant> = { listServiceOrders, getServiceOrder, ...writingHandlers(poke) };
  return {
    name: "dataloy",
    contract: openContract(require("@quayside/spec/dataloy.json"), { lazily: true }),
    // Subscriptions are not part of the vendor's spec; the control API has them.
    claims: (path) => path.startsWith("/ws/rest/") && !/^\/ws\/rest\/WebhookSubscription(\/|$)/.test(path),
    spell: (path) => path,
    handlers: handlers as unknown as Readonly<Record<string, AnyHandler>>,
    authenticate: ({ headers }) => authenticate(headers.get("authorization")),
    errorBody: writeError,
  };
}
