import type { SiteFile, SiteFiles } from "../server/read-files.ts";
import type { Link } from "./links-of-element.ts";
import { readCss } from "./read-css.ts";
import { type PageFacts, readHtml } from "./read-html.ts";
import { readMarkdown } from "./read-markdown.ts";

/** A built site as the checks see it. All its addresses are from the site's root: the base is not part of them. */
export interface BuiltSite {
  files: SiteFiles;
  /** The path that it was built for, with a slash at each end. */
  base: string;
  /** Where it is published, when the build was told. */
  origin: string | undefined;
  pages: ReadonlyMap<string, PageFacts>;
  /** Of every file that has some, pages or not. */
  links: ReadonlyMap<string, readonly Link[]>;
  /** What may stand behind a `#`, for each page. */
  anchors: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What is known of a reference page beside its HTML, since Redoc makes the page in the browser. */
export interface Reference {
  /** Such as `/reference/octopi/`. */
  page: string;
  /** The names and anchors of its operations, without `#`. */
  anchors: readonly string[];
  /** The links in its descriptions. */
  links: readonly Link[];
}

/** Reads what the checks must know of a built site. */
export function readBuiltSite(
  files: SiteFiles,
  { base, origin }: { base: string; origin: string | undefined },
  references: readonly Reference[],
): BuiltSite {
  const pages = new Map([...files].filter(isPage).map(([path, { body }]) => [path, readHtml(body.toString())]));
  const links = new Map([...files].map(([path, file]) => [path, pages.get(path)?.links ?? linksOfFile(path, file)]));
  const anchors = new Map([...pages].map(([path, page]) => [path, anchorsOf(page)]));
  for (const { page, ...more } of references.filter(({ page }) => pages.has(page))) {
    links.set(page, [...(links.get(page) ?? []), ...more.links]);
    for (const anchor of more.anchors) anchors.get(page)?.add(anchor);
  }
  return { files, base, origin, pages, links, anchors };
}

function isPage([, { type }]: [string, SiteFile]): boolean {
  return type.startsWith("text/html");
}

function linksOfFile(path: string, { type, body }: SiteFile): Link[] {
  if (type.startsWith("text/css")) return readCss(body.toString());
  if (type.startsWith("text/markdown") || /^\/llms.*\.txt$/.test(path)) return readMarkdown(body.toString());
  if (!/^\/sitemap.*\.xml$/.test(path)) return [];
  return [...body.toString().matchAll(/<loc>(.*?)<\/loc>/g)].map(([, to = ""]) => ({ to, loaded: false }));
}

function anchorsOf({ ids, routes }: PageFacts): Set<string> {
  return new Set([...ids, ...routes, "top"]);
}
