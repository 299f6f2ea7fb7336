import { findHoldsOnContainer } from "../../store/holds.js";
import { scopeOf } from "../../store/scope.js";
import type { OctopiContext } from "../context.js";
import { isInForce } from "./rules.js";

/** Whether a hold is in force on a bill of lading that the container stands on. */
export async function isHeld(context: OctopiContext, containerId: number): Promise<boolean> {
  const holds = await findHoldsOnContainer(scopeOf(context), containerId);
  return holds.some((hold) => isInForce(hold, context.now));
}
