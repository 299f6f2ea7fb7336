import { type Context, type Difference, memberOf } from "./rule.ts";

/** The wire does not show a path parameter's name, but a call of the client does: `{ path: { order_number } }`. */
export function pathParameterRenamed() {
  return {
    Parameter(difference: Difference, { report }: Context) {
      if (difference.kind !== "modified" || difference.property !== "name") return;
      if (memberOf(difference.node.base, "in") !== "path") return;
      const { base, revision } = difference;
      report({ message: `\`${base.value}\` path parameter was renamed to \`${revision.value}\`.` });
    },
  };
}
