import { type Context, type Difference, memberOf, nameOf, ofNamed, sayChange, typeOf } from "./rule.ts";

const KEYWORDS = new Set(
  `type enum const default required format pattern multipleOf minimum maximum exclusiveMinimum exclusiveMaximum minLength maxLength
  minItems maxItems uniqueItems minProperties maxProperties additionalProperties unevaluatedProperties x-operation`.split(
    /\s+/,
  ),
);

/**
 * Says what is allowed now, or promised now, that was not: a request that accepts more, an answer that can be less. Redocly rates this
 * patch, as it does a reworded description. Where it breaks something a rule that is rated major says so too, and that one counts.
 */
export function otherwiseConstrained() {
  return {
    Schema(difference: Difference, { report }: Context) {
      if (difference.kind === "removed" && typeOf(difference.node.parent) !== "NamedSchemas")
        report({ message: `A subschema${ofNamed(difference.node.parent?.parent ?? null)} was removed.` });
      if (difference.kind !== "modified" || !KEYWORDS.has(difference.property) || isSame(difference)) return;
      const { property, base, revision, node } = difference;
      report({ message: sayChange(`\`${property}\`${ofNamed(node)}`, base.value, revision.value) });
    },
    Parameter(difference: Difference, { report }: Context) {
      if (difference.kind !== "modified" || difference.property !== "required") return;
      const name = memberOf(difference.node.revision, "name") ?? nameOf(difference.node);
      report({ message: `\`${name}\` ${memberOf(difference.node.revision, "in")} parameter became optional.` });
    },
    RequestBody(difference: Difference, { report }: Context) {
      if (difference.kind !== "modified" || difference.property !== "required") return;
      report({ message: "The request body became optional." });
    },
  };
}

/** Whether a list of types, values or required properties has only been put into another order. */
function isSame({ base, revision }: Difference & { kind: "modified" }): boolean {
  const sorted = (value: unknown) => JSON.stringify([value].flat().map(String).sort());
  return sorted(base.value) === sorted(revision.value);
}
