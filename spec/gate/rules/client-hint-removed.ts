import { type Context, type Difference, nameOf, ofNamed } from "./rule.ts";

const METHODS: Record<string, string> = { "x-pagination": ".each()", "x-natural-key": ".once()" };

/** A hint for the client that is gone takes a method of the client's with it. */
export function clientHintRemoved() {
  return {
    SpecExtension(difference: Difference, { report }: Context) {
      const name = nameOf(difference.node);
      if (difference.kind !== "removed" || METHODS[name] === undefined) return;
      report({ message: `\`${name}\` was removed: the client's method loses \`${METHODS[name]}\`.` });
    },
    Schema(difference: Difference, { report }: Context) {
      if (difference.kind !== "modified" || difference.property !== "x-operation") return;
      const { base, revision, node } = difference;
      if (base.value === undefined) return;
      const now = revision.value === undefined ? "none" : `\`${revision.value}\``;
      report({ message: `The operation${ofNamed(node)} was \`${base.value}\`, and is ${now} now.` });
    },
  };
}
