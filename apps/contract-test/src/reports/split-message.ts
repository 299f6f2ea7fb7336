import type { Finding } from "../finding.js";
import { expectedByRule } from "./explain-rule.js";

/**
 * Cuts a message in what the target did and what the spec has: `0 is not allowed` and `>= 1`. Where the message tells only the
 * first, the rule tells the second.
 */
export function splitMessage({ rule, message }: Pick<Finding, "rule" | "message">): { came: string; expected: string } {
  // The last one: what stands before it may quote what a server sent.
  const at = message.lastIndexOf(SEPARATOR);
  if (at < 0) return { came: message, expected: expectedByRule(rule) };
  const says = message.slice(at + 2);
  return { came: message.slice(0, at), expected: says.startsWith(HAS) ? says.slice(HAS.length) : says };
}

const SEPARATOR = "; the spec ";
const HAS = "the spec has ";
