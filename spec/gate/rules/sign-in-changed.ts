import { type Context, type Difference, nameOf, sayChange } from "./rule.ts";

/** Where a token comes from, and how it looks. */
export function signInChanged() {
  return {
    SecurityScheme(difference: Difference, { report }: Context) {
      if (difference.kind !== "modified" || difference.property !== "x-token-format") return;
      const { base, revision, node } = difference;
      if (revision.value === undefined) return;
      report({ message: sayChange(`The form of a token of \`${nameOf(node)}\``, base.value, revision.value) });
    },
    ImplicitFlow: flow,
    PasswordFlow: flow,
    ClientCredentials: flow,
    AuthorizationCode: flow,
  };
}

function flow(difference: Difference, { report }: Context): void {
  const name = `\`${nameOf(difference.node)}\``;
  if (difference.kind === "removed") report({ message: `OAuth flow ${name} was removed.` });
  if (difference.kind !== "modified" || !/^(token|authorization)Url$/.test(difference.property)) return;
  const { base, revision, property } = difference;
  report({ message: sayChange(`\`${property}\` of OAuth flow ${name}`, base.value, revision.value) });
}
