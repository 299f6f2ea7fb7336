import { type Context, type Difference, nameOf, ofNamed, typeOf } from "./rule.ts";

/**
 * A property that can no longer be sent. Redocly reports it where the same schema says that it is closed; but one that wraps it may
 * say so, and an object with a property that its type does not have does not compile either way.
 */
export function requestPropertyRemoved() {
  return {
    SchemaProperties: {
      Schema(difference: Difference, { report, getDirections }: Context) {
        if (!getDirections().includes("request")) return;
        const { kind, node } = difference;
        // In Redocly's words, so that what both say is said once.
        const owner = ofNamed(node.parent?.parent ?? null);
        if (kind === "removed") report({ message: `Property \`${nameOf(node)}\`${owner} was removed.` });
        if (kind !== "modified" || difference.property !== "key") return;
        const { base, revision } = difference;
        report({ message: `Property \`${base.value}\`${owner} was renamed to \`${revision.value}\`.` });
      },
    },
    AllOf: {
      Schema(difference: Difference, { report, getDirections }: Context) {
        if (difference.kind !== "removed" || !getDirections().includes("request")) return;
        report({ message: `The properties of an \`allOf\` subschema${within(difference)} were removed.` });
      },
    },
  };
}

function within({ node }: Difference): string {
  return typeOf(node.parent) === "AllOf" ? ofNamed(node.parent?.parent ?? null) : "";
}
