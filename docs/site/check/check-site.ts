import type { BuiltSite } from "./built-site.ts";
import { checkLinks } from "./check-links.ts";
import { checkPages } from "./check-pages.ts";
import type { Finding } from "./finding.ts";
import { type FirstView, weighPages } from "./weigh-pages.ts";

/** What the first view of a page may weigh, in bytes of gzip. */
export const heaviest = 150_000;

/** Everything that is wrong with a built site, by the files that it is in. */
export function checkSite(site: BuiltSite): Finding[] {
  const heavy = weighPages(site).filter(({ bytes }) => bytes > heaviest);
  return [...checkLinks(site), ...checkPages(site), ...heavy.map(tooHeavy)];
}

function tooHeavy({ page, files, bytes }: FirstView): Finding {
  const message = `weighs ${kilobytes(bytes)} at first view, of at most ${kilobytes(heaviest)}: ${files.join(", ")}. Split the page, or load less.`;
  return { rule: "heavy-page", where: page, message };
}

/** Bytes as a person reads them: `147 kB`, rounded up. */
export function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} kB`;
}
