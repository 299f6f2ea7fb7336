import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { docsFolder } from "./routes.ts";

/** What the environment says of a build. */
export interface Settings {
  /** The path below which the site will stand, with a slash at each end: `/`, `/quayside/`. */
  base: string;
  /** The origin that the site will be published at, such as `https://example.org`. Without it no page says where it is. */
  origin: string | undefined;
  /** Where the built site goes, with a slash at its end. */
  outFolder: URL;
}

/**
 * Reads `DOCS_BASE` (`/` by default; slashes at its ends are of no matter), `DOCS_SITE` (none by default) and `DOCS_OUT` (`docs/dist` by default; Astro
 * wants a folder below `docs/`, where the packages are found that it makes pages with).
 *
 * @throws When one of them cannot be used, with what to write instead.
 */
export function readSettings({ DOCS_BASE, DOCS_SITE, DOCS_OUT }: NodeJS.ProcessEnv = process.env): Settings {
  return { base: readBase(DOCS_BASE), origin: readOrigin(DOCS_SITE), outFolder: readFolder(DOCS_OUT) };
}

function readBase(given = ""): string {
  const parts = given.trim().replace(/^\/+|\/+$/g, "");
  if (parts === "") return "/";
  if (parts.split("/").every((part) => /^[\w.~-]+$/.test(part) && !/^\.+$/.test(part))) return `/${parts}/`;
  throw new Error(
    `DOCS_BASE is "${given}", which is no path below which a site can stand. Write one such as quayside or teams/quayside, or leave it unset for a site of its own.`,
  );
}

function readOrigin(given = ""): string | undefined {
  if (given.trim() === "") return undefined;
  const url = URL.parse(given.trim());
  if (url?.protocol === "https:" && url.href === `${url.origin}/`) return url.origin;
  throw new Error(
    `DOCS_SITE is "${given}", which is no origin. Write one such as https://example.org, and the path of the site in DOCS_BASE.`,
  );
}

function readFolder(given = ""): URL {
  return given === "" ? new URL("dist/", docsFolder) : new URL(`${pathToFileURL(resolve(given)).href}/`);
}
