import type { operations } from "@quayside/types/sandbox";
import type { Context, Handler } from "../handler.js";
import type { RequestLog } from "../request-log.js";
import type { Store } from "../store/open-store.js";

/** The parts of the sandbox that its control API works on. */
export type ControlParts = {
  readonly store: Store;
  readonly log: RequestLog;
  /** The real time, in milliseconds since 1970. */
  readonly clock: () => number;
  /** Looks for webhook deliveries that are due. */
  readonly poke: () => void;
};

/** Whom a control call acts for: a tenant of Dataloy where it is about subscriptions, else nobody. */
export type ControlOwner = { readonly id: number };

/** What a handler of the control API works with. */
export type ControlContext = Context<ControlOwner>;

/** The handler of one operation of the control API. */
export type ControlHandler<Id extends keyof operations> = Handler<operations[Id], ControlOwner>;
