import { type Context, type Difference, nameOf, typeOf } from "./rule.ts";

/** Tests of our users call an answer's example by its name: with MSW, and in the header `Prefer` of a request to the mock. */
export function exampleRemoved() {
  return {
    Example(difference: Difference, { report, getDirections }: Context) {
      if (typeOf(difference.node.parent) === "NamedExamples" || !getDirections().includes("response")) return;
      if (difference.kind === "removed") report({ message: `Example \`${nameOf(difference.node)}\` was removed.` });
      if (difference.kind !== "modified" || difference.property !== "key") return;
      const { base, revision } = difference;
      report({ message: `Example \`${base.value}\` was renamed to \`${revision.value}\`.` });
    },
    ExamplesMap(difference: Difference, { report, getDirections }: Context) {
      if (difference.kind !== "removed" || !getDirections().includes("response")) return;
      report({ message: "All examples of an answer were removed." });
    },
  };
}
