import { RULES } from "@quayside/contract";
import { FAILURE_RULES, type Rule } from "../finding.js";

type OwnRule = Exclude<Rule, keyof typeof RULES>;

/** What a finding of a rule says, in one sentence without a full stop. */
export function explainRule(rule: Rule): string {
  const own = (name: string): name is OwnRule => Object.hasOwn(OWN, name);
  if (own(rule)) return OWN[rule];
  return Object.hasOwn(RULES, rule) ? RULES[rule] : `a difference of the kind ${rule}`;
}

/** What the spec has, for findings whose message does not say it; an end of the sentence "expected: …". */
export function expectedByRule(rule: Rule): string {
  return Object.hasOwn(EXPECTED, rule) ? EXPECTED[rule] : "what the spec has";
}

/** The gravest come first: what lets strangers in, what breaks down, what takes or refuses the wrong thing, then the rest. */
export function gravityOf(rule: Rule): number {
  const order: readonly string[] = [...GRAVEST, ...FAILURE_RULES, ...Object.keys(OWN), ...Object.keys(RULES)];
  const at = order.indexOf(rule);
  return at < 0 ? order.length : at;
}

const GRAVEST: readonly Rule[] = ["tenant-leak", "authentication-not-enforced", "server-error"];

const OWN: Readonly<Record<OwnRule, string>> = {
  "valid-request-refused": "a request that keeps the spec was refused",
  "invalid-request-accepted": "a request that breaks the spec was accepted",
  "wrong-refusal": "a request was refused, and not for what is wrong with it",
  "authentication-not-enforced": "a request was looked at without knowing who sends it",
  "server-error": "the server failed at a request that can be answered",
  redirected: "the answer is a redirect, and the spec has none",
  "not-read-back": "what was written is not what is read afterwards",
  "changed-unasked": "something changed that no request asked to change",
  "not-listed": "a record is there, and its list does not have it",
  "still-there": "what was deleted is still there",
  "filter-wrong": "a filter lets through what it should not, or keeps back what it should let through",
  "pages-wrong": "the pages of a list do not make up the list: rows are missing, come twice, or are miscounted",
  "sort-wrong": "a list is not in the order that was asked for",
  "rename-wrong": "a record that got another name is not found under it, or still under the old one",
  "wrong-transition": "a record went to another state than the spec has for what was done",
  "tenant-leak": "a tenant sees or changes what belongs to another one",
  "not-repeatable": "the same request, sent again, does not come to the same",
  "next-page-wrong": "the link to the next page does not lead to it",
  "journey-broken": "a story of several requests could not go on",
  "no-answer": "no answer came",
  timeout: "no whole answer came in time",
  "answer-too-large": "the answer is larger than is read",
  "credentials-refused": "the credentials of the run were refused",
  "target-busy": "the target, or something before it, could not answer at the time",
  "budget-spent": "the run was not allowed to send any more",
  "own-request": "the request of the test itself breaks the spec, so that its answer says nothing",
  "client-disagrees": "the answer keeps the spec, yet @quayside/client rejects it",
  "could-not-run": "the run could not go on",
};

const EXPECTED: Readonly<Record<Rule, string>> = {
  "unknown-path": "a path that the spec has",
  "unknown-method": "a method that the spec has for this path",
  "malformed-path": "path parameters in whole percent-encoding",
  "missing-auth": "credentials, in a form that the spec has",
  "missing-parameter": "the parameter, which is required",
  "repeated-parameter": "the parameter once",
  "malformed-parameter": "a parameter that can be read",
  "unknown-parameter": "only parameters that the spec has",
  "undeclared-status": "a status that the spec has",
  "missing-header": "the header, which is required",
  "missing-body": "a body",
  "unexpected-body": "no body",
  "undeclared-content-type": "a media type that the spec has",
  "malformed-json": "JSON",
  "too-deep": "a value that is not nested so deeply",
  "missing-property": "the property, which is required",
  "undeclared-property": "only properties that the spec has",
  "write-only-property": "an answer without it",
  "wrong-type": "a value of the type that the spec has",
  "wrong-value": "a value that the spec allows",
  "too-many-findings": "an answer that keeps the spec",
  "valid-request-refused": "success: the request is as the spec documents it",
  "invalid-request-accepted": "a refusal with a documented 4xx",
  "wrong-refusal": "the refusal that the spec has for what is wrong with the request",
  "authentication-not-enforced": "401",
  "server-error": "an answer that the spec documents, without a failure of the server",
  redirected: "an answer from the target itself",
  "not-read-back": "what was written",
  "changed-unasked": "all else as it was",
  "not-listed": "the record in its list",
  "still-there": "404, or whatever the spec has for a record that is gone",
  "filter-wrong": "just the rows that the filter names",
  "pages-wrong": "each row once, and as many as the total says",
  "sort-wrong": "the order that was asked for",
  "rename-wrong": "the record under its new name, and nothing under the old one",
  "wrong-transition": "the state that the spec has after this",
  "tenant-leak": "each tenant's records for that tenant alone",
  "not-repeatable": "the same outcome as the first time",
  "next-page-wrong": "the rows that come next",
  "journey-broken": "a story that comes to its end",
  "no-answer": "an answer",
  timeout: "a whole answer within the time limit",
  "answer-too-large": "an answer of ordinary size",
  "credentials-refused": "an answer to a caller whose credentials are good",
  "target-busy": "an answer to the request itself",
  "budget-spent": "a greater --max-writes",
  "own-request": "a request that keeps the spec; please report this, it is a fault of the test or of the client",
  "client-disagrees": "a client that takes what keeps the spec; please report this, it is a fault of the client",
  "could-not-run": "a run that comes to its end",
};
