import type { ChosenParameter } from "./choose-parameters.ts";

/**
 * The path and query of a request, percent-encoded.
 *
 * @param template - With names in braces, such as `/orders/{number}.json`.
 * @throws When a value has no place in a path: an empty one, `.` and `..`, one with a control character.
 */
export function writeTarget(template: string, chosen: readonly ChosenParameter[]): string {
  const path = template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const found = chosen.find((parameter) => parameter.in === "path" && parameter.name === name);
    return writeSegment(name, found?.value);
  });
  const pairs = chosen.filter((parameter) => parameter.in === "query").flatMap(pairsOf);
  return pairs.length === 0 ? path : `${path}?${pairs.join("&")}`;
}

/**
 * A header's name and value. What is JSON gets along with ASCII, as Dataloy's `fields` must.
 *
 * @throws When no header can hold the value.
 */
export function writeHeader({ name, value, isJson }: ChosenParameter): readonly [name: string, value: string] {
  const text = isJson ? escapeBeyondAscii(`${value}`) : `${value}`;
  if (/\p{Cc}|\p{Surrogate}/u.test(text)) {
    throw new Error(`The example of "${name}" has a character that no header can hold. Choose another.`);
  }
  return [name, text];
}

/** What the client refuses too. */
function writeSegment(name: string, value: unknown): string {
  if (value === undefined || /^\.{0,2}$|[\p{Cc}\p{Cs}]/u.test(`${value}`)) {
    const found = JSON.stringify(value);
    throw new Error(`The example of "${name}" is ${found}, which has no place in a path. Choose another.`);
  }
  return encode(value);
}

function pairsOf({ name, value, explode }: ChosenParameter): string[] {
  if (!Array.isArray(value)) return [`${encode(name)}=${encode(value)}`];
  if (explode) return value.map((one) => `${encode(name)}=${encode(one)}`);
  return [`${encode(name)}=${value.map(encode).join(",")}`];
}

/** An exclamation mark is legal in a URL, but a shell that a person types into takes it for an old command. */
function encode(value: unknown): string {
  return encodeURIComponent(`${value}`).replaceAll("!", "%21");
}

function escapeBeyondAscii(json: string): string {
  return json.replace(/[^ -~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
