import type { Rule } from "../finding.js";

/** What a check is about did not come up: no fault of the target. The message is its note. */
export class NotReached extends Error {
  override name = "NotReached";
}

/** The check could not be told. The message is the finding's. */
export class CannotTell extends Error {
  override name = "CannotTell";
  readonly rule: Rule;

  constructor(rule: Rule, message: string) {
    super(message);
    this.rule = rule;
  }
}
