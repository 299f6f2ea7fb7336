import type { Finding } from "@quayside/contract";
import { Refusal } from "@quayside/serve";

/** Deeper values are no request of these APIs, and what looks into them might run out of stack. */
const MAX_DEPTH = 100;

/**
 * What no record can hold, though JSON and the spec allow it: NUL, halves of characters, and numbers that JavaScript cannot
 * hold exactly. PostgreSQL takes none of them.
 *
 * @returns The first one with its JSON pointer; undefined when there is none.
 */
export function findUnstorable(
  value: unknown,
  pointer = "",
  depth = 0,
): Pick<Finding, "where" | "message"> | undefined {
  const found = (message: string) => ({ where: pointer === "" ? "body" : pointer, message });
  if (typeof value === "string") {
    if (value.includes("\0")) return found("holds a NUL character");
    return value.isWellFormed() ? undefined : found("holds half of a character (a lone surrogate)");
  }
  if (typeof value === "number") {
    const isExact = Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
    return isExact ? undefined : found("is a number too large to be kept exactly");
  }
  if (typeof value !== "object" || value === null) return undefined;
  if (depth > MAX_DEPTH) return found(`is nested deeper than ${MAX_DEPTH} levels`);
  for (const [name, each] of Object.entries(value)) {
    const inside = findUnstorable(name, `${pointer}/${name}`) ?? findUnstorable(each, `${pointer}/${name}`, depth + 1);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** The status of an operation for a request that breaks the spec: 422 or 400, whichever it documents; 404 where neither. */
export function invalidStatus(documented: ReadonlyMap<string, unknown>): 400 | 404 | 422 {
  if (documented.has("422")) return 422;
  return documented.has("400") ? 400 : 404;
}

/** A refusal that names everything that is wrong with a request. */
export function refuseFindings(status: number, findings: readonly Pick<Finding, "where" | "message">[]): Refusal {
  const sentences = findings.map(({ where, message }) => `${where.replace(/^\S+ /, "")}: ${message}`);
  return new Refusal(status, `${sentences.join("; ")}.`);
}
