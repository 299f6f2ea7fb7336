import type { operations } from "@quayside/types/octopi";
import type { Call } from "../handler.js";
import type { Expected, ModelCall } from "./call.js";
import { clock } from "./control/clock.js";
import type { ModelSession } from "./control/session.js";
import { sessions } from "./control/sessions.js";
import { yard } from "./control/yard.js";
import { disbursements } from "./dataloy/service-orders.js";
import { holds } from "./octopi/holds.js";
import { interchanges } from "./octopi/interchanges.js";
import { lineItems } from "./octopi/line-items.js";
import type { ModelOf } from "./octopi/model.js";
import { serviceOrders } from "./octopi/service-orders.js";

const octopi: ModelOf<keyof operations> = { ...serviceOrders, ...lineItems, ...holds, ...interchanges };
const MODELS = { octopi, dataloy: disbursements, sandbox: { ...sessions, ...clock, ...yard } };

/** Whatever the operation, a model takes a call and the place where it finds things. */
type AnyModel = (call: Call<unknown>, at: unknown) => Expected;

/**
 * What a session has to answer to a call; it is changed by it.
 *
 * @throws Refused - where the answer has to be a refusal, and then nothing was changed.
 */
export function answer(call: ModelCall, session: ModelSession): Expected {
  const { api, operation, as = "demo", path = {}, query = {}, header = {}, body } = call;
  const model: unknown = Reflect.get(MODELS[api], operation);
  if (typeof model !== "function") throw new Error(`There is no model of ${operation} of ${api}.`);
  const { world } = session;
  const at = { octopi: { world, terminal: world.terminals[as] }, dataloy: { world, tenant: world.tenants[as] } };
  return (model as AnyModel)({ path, query, header, body } as Call<unknown>, api === "sandbox" ? session : at[api]);
}
