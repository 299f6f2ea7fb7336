import type { BuiltSite } from "./built-site.ts";

/** Where a link leads: to a place on the site, off its base, or to another site. */
export type Target =
  | { kind: "inside"; path: string; anchor: string }
  | { kind: "outside-base" }
  | { kind: "elsewhere"; url: URL | undefined };

/** An origin that no site has, for a site that does not know its own. */
const nowhere = "http://site.invalid";

/**
 * Follows a link.
 *
 * @param from - The page or file with the link, from the site's root.
 * @param to - The link as it is written.
 */
export function followLink(
  { base, origin = nowhere }: Pick<BuiltSite, "base" | "origin">,
  from: string,
  to: string,
): Target {
  const url = URL.parse(to, origin + base + standsAt(from, to).slice(1));
  if (url?.origin !== origin) return { kind: "elsewhere", url: url ?? undefined };
  if (!url.pathname.startsWith(base)) return { kind: "outside-base" };
  const path = decode(url.pathname.slice(base.length - 1));
  return { kind: "inside", path, anchor: decode(url.hash.slice(1)) };
}

/** The page for addresses that lead nowhere is shown at all of them, however deep; an anchor of its own is found there too. */
function standsAt(from: string, to: string): string {
  return from === "/404.html" && !to.startsWith("#") ? "/no/such/page/" : from;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
