import { createHash } from "node:crypto";
import type { Finding } from "../finding.js";
import { cutText } from "./plain-text.js";

/**
 * What a difference is called from run to run, e.g. `octopi-1f9a03bc`: made from the API, the rule and the place. The message,
 * and which element of a list it was, are left out: they are other ones in the next run.
 */
export function findingId(api: string, { rule, where }: Pick<Finding, "rule" | "where">): string {
  const parts = JSON.stringify([api, operationOf(where) ?? "", rule, placeOf(where)]);
  return `${api}-${createHash("sha256").update(parts).digest("hex").slice(0, 8)}`;
}

/** A finding's `where` with `#` for the index of an element: `listServiceOrders /service_orders/#/status`; at most 1,000 characters. */
export function placeOf(where: string): string {
  return cutText(where, 1000).replace(/\/\d+(?=\/|$)/g, "/#");
}

/** The operation that a finding's `where` begins with; undefined where it begins with a method and a path. */
export function operationOf(where: string): string | undefined {
  return /^[a-z]\w*(?= |$)/.exec(where)?.[0];
}
