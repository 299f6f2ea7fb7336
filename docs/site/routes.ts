import { existsSync, readdirSync, statSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";

/** Where `docs/` lies. */
export const docsFolder: URL = new URL("../", import.meta.url);

/** What of `docs/` becomes pages. */
export const pagePlaces = ["guides", "decisions", "discrepancies.md"] as const;

/**
 * The Markdown files that become pages, relative to `docs/`, sorted within each folder.
 *
 * @param places - Folders (not searched deeper) and files, relative to `docs/`. What is missing gives nothing; a `README.md` is left out.
 */
export function listPages(places: readonly string[]): string[] {
  return places.flatMap((place) => {
    const path = fileURLToPath(new URL(place, docsFolder));
    if (!existsSync(path)) return [];
    if (statSync(path).isFile()) return [place];
    return readdirSync(path)
      .filter((name) => name.endsWith(".md") && name !== "README.md")
      .sort()
      .map((name) => posix.join(place, name));
  });
}

/** The page's id and path on the site: `guides/client.md` is served at `/guides/client/`. */
export function routeOf(file: string): string {
  return file.replace(/\.md$/, "").toLowerCase();
}
