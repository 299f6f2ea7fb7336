import { createRequire } from "node:module";
import { openContract } from "@quayside/contract";
import { type Incoming, Refusal } from "@quayside/serve";
import type { operations } from "@quayside/types/octopi";
import type { AnyHandler, Api, Caller } from "../api.js";
import type { Handlers } from "../handler.js";
import { applyHold, liftHold, listHolds } from "./holds/handlers.js";
import {
  createInterchange,
  deleteInterchange,
  getInterchange,
  listInterchanges,
  updateInterchange,
} from "./interchanges/handlers.js";
import { createLineItem, deleteLineItem, listLineItems, updateLineItem } from "./line-items/handlers.js";
import { ORGANISATIONS, type Organisation } from "./organisations.js";
import {
  cancelServiceOrder,
  createServiceOrder,
  deleteServiceOrder,
  getServiceOrder,
  listServiceOrders,
  updateServiceOrder,
} from "./service-orders/handlers.js";

const require = createRequire(import.meta.url);
const TOKEN = /^Token token=(?:"([^\s",]+)"|([^\s",]+))$/;
const CHALLENGE = { "www-authenticate": 'Token realm="Application"' };

/** Octopi. */
export function octopi(): Api {
  return {
    name: "octopi",
    contract: openContract(require("@quayside/spec/octopi.json"), { lazily: true }),
    claims: (path) => path.startsWith("/api/v1/"),
    // A Rails route takes both spellings, the spec has one (D-01).
    spell: (path) => (path.endsWith(".json") ? path : `${path}.json`),
    handlers: handlers as unknown as Readonly<Record<string, AnyHandler>>,
    authenticate,
    errorBody: ({ message }) => ({ error: message }),
  };
}

const handlers: Handlers<operations, Organisation> = {
  listServiceOrders,
  getServiceOrder,
  createServiceOrder,
  updateServiceOrder,
  deleteServiceOrder,
  cancelServiceOrder,
  listInterchanges,
  getInterchange,
  createInterchange,
  updateInterchange,
  deleteInterchange,
  listLineItems,
  createLineItem,
  updateLineItem,
  deleteLineItem,
  listHolds,
  applyHold,
  liftHold,
};

function authenticate({ headers }: Incoming): Caller {
  const [, quoted, bare] = TOKEN.exec(headers.get("authorization") ?? "") ?? [];
  const token = quoted ?? bare;
  const owner = ORGANISATIONS.find((organisation) => organisation.token === token);
  if (owner !== undefined) return { owner };
  const why = token === undefined ? "Send the header Authorization: Token token=<key>." : "The token is unknown.";
  throw new Refusal(401, `HTTP Token: Access denied. ${why}`, CHALLENGE);
}
