import { CannotRun } from "./cannot-run.js";

/**
 * Reads a target, e.g. `http://127.0.0.1:4010`.
 *
 * @returns The origin, without a slash at its end.
 * @throws CannotRun when the text is not an http(s) origin. The spec's paths are whole, so a target has none of its own.
 */
export function readTarget(text: string): string {
  if (!URL.canParse(text)) throw badTarget("is not a URL");
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:") throw badTarget("is not an http or https URL");
  if (url.username !== "" || url.password !== "")
    throw badTarget("holds credentials; pass them with --token or --user");
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "")
    throw badTarget("has a path; the spec's paths are whole");
  return url.origin;
}

/** Says what is wrong without repeating the text, which may hold a password. */
function badTarget(why: string): CannotRun {
  return new CannotRun(`The target ${why}. Give an origin, for example http://127.0.0.1:4010.`);
}
