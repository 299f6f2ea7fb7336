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
export function findUnstorable(value: unknown): Pick<Finding, "where" | "message"> | undefined {
  const found = search(value, 0);
  return found && { where: found.path.length === 0 ? "body" : `/${found.path.join("/")}`, message: found.message };
}

type Found = { readonly path: readonly string[]; readonly message: string };

function search(value: unknown, depth: number): Found | undefined {
  const message = whyUnstorable(value, depth);
  if (message !== undefined) return { path: [], message };
  if (typeof value !== "object" || value === null) return undefined;
  for (const name of Object.keys(value)) {
    const inside = search(name, depth) ?? search(Reflect.get(value, name), depth + 1);
    if (inside !== undefined) return { path: [name, ...inside.path], message: inside.message };
  }
  return undefined;
}

function whyUnstorable(value: unknown, depth: number): string | undefined {
  if (typeof value === "string") {
    if (value.includes("\0")) return "holds a NUL character";
    return value.isWellFormed() ? undefined : "holds half of a character (a lone surrogate)";
  }
  if (typeof value === "number") {
    const isExact = Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
    return isExact ? undefined : "is a number too large to be kept exactly";
  }
  return depth > MAX_DEPTH ? `is nested deeper than ${MAX_DEPTH} levels` : undefined;
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
