import type { Rule as ContractRule } from "@quayside/contract";

/** What a target can break besides the rules of `@quayside/contract`. */
export const FAILURE_RULES = [
  "valid-request-refused",
  "invalid-request-accepted",
  "wrong-refusal",
  "authentication-not-enforced",
  "server-error",
  "redirected",
  "not-read-back",
  "changed-unasked",
  "not-listed",
  "still-there",
  "filter-wrong",
  "pages-wrong",
  "sort-wrong",
  "rename-wrong",
  "wrong-transition",
  "tenant-leak",
  "not-repeatable",
  "next-page-wrong",
  "journey-broken",
] as const;

/** What keeps a case from being judged. It is an ERROR, not a failure: whether the target keeps the spec stays open. */
export const ERROR_RULES = [
  "no-answer",
  "timeout",
  "answer-too-large",
  "credentials-refused",
  "target-busy",
  "budget-spent",
  "own-request",
  "client-disagrees",
  "could-not-run",
] as const;

export type Rule = ContractRule | (typeof FAILURE_RULES)[number] | (typeof ERROR_RULES)[number];

/** What was found; `where` begins with the operationId, so that one search leads to the YAML. */
export type Finding = { readonly rule: Rule; readonly where: string; readonly message: string };
