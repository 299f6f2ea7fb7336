import type { operations } from "@quayside/types/octopi";
import type { Call } from "../../handler.js";
import type { Expected } from "../call.js";
import type { World } from "../world.js";
import type { Terminal } from "./terminal.js";

/** Where a call finds things: its caller's terminal, in a session's world. */
export type At = { readonly world: World; readonly terminal: Terminal };

/** The models of some operations. */
export type ModelOf<Ids extends keyof operations> = {
  readonly [Id in Ids]: (call: Call<operations[Id]>, at: At) => Expected;
};
