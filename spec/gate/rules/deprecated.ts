import { type Context, type Difference, memberOf, nameOf, placeOf, typeOf } from "./rule.ts";

/** What is deprecated still works, but its users want to know. */
export function deprecated() {
  return {
    any(difference: Difference, { report }: Context) {
      if (difference.kind !== "modified" || difference.property !== "deprecated") return;
      const { node, revision } = difference;
      const place = placeOf(node);
      const name = memberOf(place, "operationId") ?? memberOf(place, "name") ?? nameOf(node);
      report({ message: `${typeOf(node)} \`${name}\` is ${revision.value === true ? "" : "no longer "}deprecated.` });
    },
  };
}
