import { type Context, type Difference, memberOf, type Pair } from "./rule.ts";

/** An operation whose own `security` is gone falls under the API's. Redocly judges only what an operation says itself. */
export function securityInherited() {
  return {
    Operation: {
      SecurityRequirementList(difference: Difference, { report }: Context) {
        if (difference.kind !== "removed") return;
        const accepted = requirements(memberOf(rootOf(difference.node).revision, "security"));
        const lost = requirements(difference.node.base?.value).filter(
          (before) => !accepted.some((now) => meets(before, now)),
        );
        if (lost.length === 0) return;
        report({ message: `The API's own \`security\` holds now: ${lost.map(say).join(", ")} no longer suffices.` });
      },
    },
  };
}

function rootOf(pair: Pair): Pair {
  return pair.parent === null ? pair : rootOf(pair.parent);
}

/** The names of the schemes that are asked for together; none where anybody may call. */
function requirements(list: unknown): readonly (readonly string[])[] {
  return Array.isArray(list) && list.length > 0 ? list.map((each) => Object.keys(Object(each))) : [[]];
}

function meets(given: readonly string[], asked: readonly string[]): boolean {
  return asked.every((scheme) => given.includes(scheme));
}

function say(schemes: readonly string[]): string {
  return schemes.length === 0 ? "no authentication" : `\`${schemes.join(" + ")}\``;
}
