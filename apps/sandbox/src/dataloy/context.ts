import type { operations } from "@quayside/types/dataloy";
import type { Context, Handler } from "../handler.js";
import type { Tenant } from "./tenants.js";

/** What a handler of Dataloy works with. */
export type DataloyContext = Context<Tenant>;

/** The handler of one operation of Dataloy. */
export type DataloyHandler<Id extends keyof operations> = Handler<operations[Id], Tenant>;
