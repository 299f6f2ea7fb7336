import { type Context, type Difference, memberOf, placeOf } from "./rule.ts";

/** A body that an operation had not and now must have: Redocly sees only one that was there and became required. */
export function requestBodyAdded() {
  return {
    RequestBody(difference: Difference, { report, getDirections }: Context) {
      if (difference.kind !== "added" || !getDirections().includes("request")) return;
      if (memberOf(placeOf(difference.node), "required") !== true) return;
      report({ message: "A required request body was added." });
    },
  };
}
