import { isObject } from "../document.js";
import { cutText } from "./plain-text.js";
import type { Report } from "./report.js";
import { safeJson } from "./safe-json.js";

/** What a reader of the JSON report may rely on: it rises when a member goes or gets another meaning. */
export const JSON_FORMAT = 1;

/**
 * Writes the report as JSON, as it stands, with `format` as its first member. Members come in the same order each time, so that
 * two reports can be compared line by line; what is undefined is left out, and a text
 * of more than 60,000 characters is cut.
 */
export function writeJson(report: Report): string {
  return safeJson({ format: JSON_FORMAT, ...(inOrder(report) as object) });
}

const MAX_TEXT = 60_000;

/** The members that tell most come first; the others follow by their names. */
const FIRST = [
  ...["tool", "api", "title", "target", "mode", "seed", "startedAt", "durationMs", "requests", "stopped", "overall"],
  ...["totals", "findings", "baseline", "notes", "coverage", "results"],
  ...["id", "kind", "operationId", "name", "outcome", "rule", "where", "message", "came", "expected"],
];

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value === "string") return cutText(value, MAX_TEXT);
  if (!isObject(value)) return value;
  const names = Object.keys(value).toSorted((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));
  return Object.fromEntries(names.map((name) => [name, inOrder(value[name])]));
}

function rankOf(name: string): number {
  const at = FIRST.indexOf(name);
  return at < 0 ? FIRST.length : at;
}
