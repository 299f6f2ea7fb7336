import type { Link } from "./links-of-element.ts";

/** The addresses that a style sheet loads. */
export function readCss(css: string): Link[] {
  const withoutComments = css.replace(/\/\*[\s\S]*?\*\//g, "");
  const found = withoutComments.matchAll(
    /url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')]*?))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')/g,
  );
  return [...found].map(([, ...ways]) => ({ to: ways.find((way) => way !== undefined) ?? "", loaded: true }));
}
