import { readSettings } from "./settings.ts";

/**
 * The address of a page or file on the site, for a link in a page: below the path where the site will stand.
 *
 * @param path - From the site's root, with a slash at its beginning: `/guides/client/#lists`.
 */
export function siteAddress(path: string, { base } = readSettings()): string {
  return base + path.slice(1);
}
