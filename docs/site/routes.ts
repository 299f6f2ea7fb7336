import { existsSync, readdirSync, statSync } from "node:fs";
import { posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** Where `docs/` lies. */
export const docsFolder: URL = new URL("../", import.meta.url);

/** Where `site/made/main.ts` writes pages. */
export const madeFolder: URL = new URL(".astro/made/", docsFolder);

/** Where pages lie: those that are made while the site is built, those of the client's doc comments, and those of `docs/`. */
const folders = [madeFolder, new URL("../apps/client-reference/dist/", docsFolder), docsFolder];

/** What of `docs/` becomes pages: what is written by hand. */
export const writtenPlaces = ["guides", "decisions", "discrepancies.md"] as const;

/** What is made while the site is built, beside the client's reference: the record of the specs. */
export const recordPages = ["evidence.md", "states.md", "changelog.md"] as const;

/** Everything that becomes pages. */
export const pagePlaces = [
  ...writtenPlaces,
  "client",
  "reference/octopi",
  "reference/dataloy",
  "reference/sandbox",
  ...recordPages,
] as const;

/**
 * The Markdown files that become pages, relative to their folder, sorted within each place.
 *
 * @param places - Folders (not searched deeper) and files. What is missing gives nothing; a `README.md` is left out.
 */
export function listPages(places: readonly string[]): string[] {
  return places.flatMap((place) => {
    const path = fileURLToPath(locate(place));
    if (!existsSync(path)) return [];
    if (statSync(path).isFile()) return [place];
    return readdirSync(path)
      .filter((name) => name.endsWith(".md") && name !== "README.md")
      .sort()
      .map((name) => posix.join(place, name));
  });
}

/** Where a page or a place of pages lies; in `docs/` when it is missing. */
export function locate(place: string): URL {
  const found = folders.map((folder) => new URL(place, folder)).find((url) => existsSync(url));
  return found ?? new URL(place, docsFolder);
}

/** The page in a file: the inverse of `locate`. */
export function pageIn(file: URL): string {
  const folder = folders.find(({ href }) => file.href.startsWith(href)) ?? docsFolder;
  return relative(fileURLToPath(folder), fileURLToPath(file)).split(sep).join("/");
}

/** The page's id and path on the site: `guides/client.md` is served at `/guides/client/`. An operation keeps its capitals. */
export function routeOf(file: string): string {
  return file.replace(/\.md$/, "");
}
