import { Refusal } from "@quayside/serve";
import { splitList } from "./list-header.js";

/** What a `Prefer` header asks for. */
export type Preferences = { status?: number; example?: string; dynamic?: boolean };

const PREFERENCE =
  /^([!#$%&'*+.^_`|~\w-]+)(?:[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|([!#$%&'*+.^_`|~\w-]*)))?[ \t]*(?:;.*)?$/;
const HOW_TO_PREFER = "Write it like: Prefer: code=404, example=not-found";

/**
 * Reads `code`, `example` and `dynamic` from a `Prefer` header (RFC 7240: comma-separated, values may be quoted).
 * Other preferences are ignored, as the RFC has it.
 *
 * @throws Refusal - 400 when the header cannot be read or a value is impossible.
 */
export function readPreferences(header: string | null): Preferences {
  const preferences: Preferences = {};
  for (const element of splitList(header ?? "")) {
    const { name, value } = readElement(element);
    if (name === "code") preferences.status = readCode(value);
    if (name === "example") preferences.example = value;
    if (name === "dynamic") preferences.dynamic = readDynamic(value);
  }
  if (preferences.dynamic && preferences.example !== undefined) {
    throw new Refusal(400, "Prefer asks for an example and for dynamic=true. Choose one of the two.");
  }
  return preferences;
}

function readElement(element: string): { name: string; value: string } {
  const [, name, quoted, plain] = PREFERENCE.exec(element) ?? [];
  if (name === undefined) throw new Refusal(400, `Prefer cannot be read at "${element}". ${HOW_TO_PREFER}.`);
  return { name: name.toLowerCase(), value: quoted?.replaceAll(/\\(.)/g, "$1") ?? plain ?? "" };
}

function readCode(value: string): number {
  if (!/^[1-5]\d\d$/.test(value)) throw new Refusal(400, `Prefer has code=${value}. ${HOW_TO_PREFER}.`);
  return Number(value);
}

/** `dynamic` alone means true, as a preference without a value does. */
function readDynamic(value: string): boolean {
  if (value === "" || value === "true") return true;
  if (value === "false") return false;
  throw new Refusal(400, `Prefer has dynamic=${value}. Write dynamic=true, or leave it out.`);
}
