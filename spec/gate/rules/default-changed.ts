import { type Context, type Difference, ofNamed, sayChange } from "./rule.ts";

/** A caller who leaves a value out gets another answer once its default is another one. */
export function defaultChanged() {
  return {
    Schema(difference: Difference, { report, getDirections }: Context) {
      if (difference.kind !== "modified" || difference.property !== "default") return;
      const { base, revision, node } = difference;
      if (base.value === undefined || !getDirections().includes("request")) return;
      report({ message: sayChange(`The default${ofNamed(node)}`, base.value, revision.value) });
    },
  };
}
