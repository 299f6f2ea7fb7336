import { type Context, type Difference, nameOf } from "./rule.ts";

/** Who reads a header that always came must be ready to miss it. */
export function headerBecameOptional() {
  return {
    Response: {
      Header(difference: Difference, { report }: Context) {
        if (difference.kind !== "modified" || difference.property !== "required") return;
        if (difference.base.value !== true) return;
        report({ message: `Response header \`${nameOf(difference.node)}\` is no longer required.` });
      },
    },
  };
}
