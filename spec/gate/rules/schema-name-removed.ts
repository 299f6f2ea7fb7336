import { type Context, type Difference, nameOf } from "./rule.ts";

/** Every schema is an export of `@quayside/types`, under its name. */
export function schemaNameRemoved() {
  return {
    NamedSchemas: {
      Schema(difference: Difference, { report }: Context) {
        const { kind, node } = difference;
        if (kind === "removed") report({ message: `Schema \`${nameOf(node)}\`, a type of that name, was removed.` });
        if (kind !== "modified" || difference.property !== "key") return;
        const { base, revision } = difference;
        report({ message: `Schema \`${base.value}\`, a type of that name, was renamed to \`${revision.value}\`.` });
      },
    },
  };
}
