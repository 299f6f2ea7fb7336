import { type Context, type Difference, ofNamed } from "./rule.ts";

const LOST: Record<string, string> = { readOnly: "can no longer be sent", writeOnly: "is no longer in answers" };

/** A property that goes one way only is lost to those who used it the other way. */
export function oneWayOnly() {
  return {
    Schema(difference: Difference, { report }: Context) {
      if (difference.kind !== "modified" || difference.revision.value !== true) return;
      const lost = LOST[difference.property];
      if (lost === undefined) return;
      const property = ofNamed(difference.node).replace(/^ of /, "") || "A value";
      report({ message: `${property} ${lost}: it became \`${difference.property}\`.` });
    },
  };
}
