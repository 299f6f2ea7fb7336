import { refuseBadEscapes } from "@quayside/serve";

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
