import { Refusal } from "./refusal.js";

/** The values of a query parameter; an array where it was given more than once. */
export type Query = Record<string, string | string[]>;

/**
 * Splits a URL into its path, still percent-encoded, and its decoded query.
 *
 * @throws Refusal - 400 when an escape in it is malformed, or hides a NUL.
 */
export function readUrl(href: string): { path: string; query: Query } {
  const { pathname, search, searchParams } = new URL(href);
  for (const part of [pathname, search]) refuseBadEscapes(part);
  const query: Query = Object.create(null);
  for (const [name, value] of searchParams) {
    const earlier = query[name];
    if (Array.isArray(earlier)) earlier.push(value);
    else query[name] = earlier === undefined ? value : [earlier, value];
  }
  return { path: pathname, query };
}

function refuseBadEscapes(part: string): void {
  if (decode(part).includes("\0")) throw new Refusal(400, "The URL holds a NUL (%00).");
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new Refusal(400, "The URL holds a percent escape that is not UTF-8. Encode values, e.g. a % as %25.");
  }
}
