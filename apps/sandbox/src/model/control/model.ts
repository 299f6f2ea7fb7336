import type { operations } from "@quayside/types/sandbox";
import type { Call } from "../../handler.js";
import type { Expected } from "../call.js";
import type { ModelSession } from "./session.js";

/** The models of some operations of the control API; they work on a whole session. */
export type ControlModelOf<Ids extends keyof operations> = {
  readonly [Id in Ids]: (call: Call<operations[Id]>, session: ModelSession) => Expected;
};
