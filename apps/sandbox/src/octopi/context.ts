import type { operations } from "@quayside/types/octopi";
import type { Context, Handler } from "../handler.js";
import type { Organisation } from "./organisations.js";

/** What a handler of Octopi works with. */
export type OctopiContext = Context<Organisation>;

/** The handler of one operation of Octopi. */
export type OctopiHandler<Id extends keyof operations> = Handler<operations[Id], Organisation>;
