import { CannotRun } from "../cannot-run.js";

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

/** Whether an origin is this machine's own. */
export function isThisMachine(origin: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(origin).hostname);
}

/**
 * Holds a target against the hosts that may be tested.
 *
 * @param isAsked - Whether there has to be a list with it.
 * @throws CannotRun when the list lacks it.
 */
export function requireAllowed(origin: string, hosts: readonly string[] | undefined, isAsked: boolean): void {
  const { hostname } = new URL(origin);
  if (hosts === undefined ? !isAsked : hosts.some((one) => one.toLowerCase() === hostname)) return;
  throw new CannotRun(
    `${hostname} is not among the hosts that may be tested. If it is a test system, say so with --allow-host ${hostname}.`,
  );
}
