import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { checkSite, heaviest, kilobytes } from "../check/check-site.ts";
import type { Finding } from "../check/finding.ts";
import { readDist } from "../check/read-dist.ts";
import { weighPages } from "../check/weigh-pages.ts";
import { docsFolder, listPages, locate, pagePlaces, routeOf } from "../routes.ts";

/**
 * Looks at the whole built site for what is broken, and tells which page is the heaviest.
 *
 * @throws With a line for everything that is.
 */
export async function checkBuiltSite(): Promise<void> {
  const site = await readDist();
  const findings = checkSite(site);
  if (findings.length > 0) throw new Error(report(findings));
  const [heavy] = weighPages(site);
  if (heavy === undefined) throw new Error("The built site has no pages at all. Look at docs/site/content.config.ts.");
  console.log(
    `${site.pages.size} pages, whole. The heaviest at first view is ${heavy.page}: ${kilobytes(heavy.bytes)} of ${kilobytes(heaviest)}.`,
  );
}

function report(findings: readonly Finding[]): string {
  const shown = findings.slice(0, 40);
  const lines = shown.map(({ rule, where, message }) => `${sourceOf(where)} ${message} (${rule})`);
  if (findings.length > shown.length) lines.push(`And ${findings.length - shown.length} more.`);
  const count = findings.length === 1 ? "one thing" : `${findings.length} things`;
  return [...lines, `The site is built, but ${count} in it must be mended.`].join("\n");
}

/** The Markdown file that became a page, from the repository's root; for other pages and files, the address. */
function sourceOf(where: string): string {
  const file = listPages(pagePlaces).find((page) => `/${routeOf(page)}/` === where);
  const root = fileURLToPath(new URL("..", docsFolder));
  return file === undefined ? where : relative(root, fileURLToPath(locate(file))).replaceAll("\\", "/");
}
