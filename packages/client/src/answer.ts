/**
 * Reads a body by its content type.
 *
 * @param documented - Media types that the spec has for this status; `undefined` when the spec does not have the status.
 * @returns What the body holds, and what about the answer is not as documented (empty when nothing is).
 */
export function readBody(
  response: Response,
  text: string,
  documented: readonly string[] | undefined,
): { body: unknown; problem: string } {
  if (documented?.length === 0) return { body: undefined, problem: "" };
  const type = mediaType(response);
  let problem = "";
  if (!documented) problem = ", which is not documented";
  else if (type && !documented.includes(type)) problem = ` with ${type} in place of ${documented.join(" or ")}`;
  if (!/[/+]json$/.test(type || (documented?.[0] ?? ""))) return { body: text, problem };
  try {
    return { body: JSON.parse(text), problem };
  } catch {
    return { body: text, problem: problem || " with a body that is not JSON" };
  }
}

/** In lower case; empty for none, and for one that is none. */
function mediaType({ headers }: Response): string {
  return /^[\w.+-]+\/[\w.+-]+/.exec(headers.get("content-type")?.toLowerCase() ?? "")?.[0] ?? "";
}

/**
 * The text without secrets, in case a server repeats them in an error page: as they are, or escaped as in JSON (`\/`, `\u0026`)
 * or in a URL (`%2B`).
 */
export function mask(text: string, secrets: readonly string[]): string {
  // A shorter one would also be found in ordinary words.
  const long = secrets.filter((secret) => secret.length >= 8);
  return long.reduce(
    (masked, secret) => masked.replace(new RegExp(secret.split("").map(spellings).join(""), "gi"), "[secret]"),
    text,
  );
}

function spellings(character: string): string {
  const code = character.charCodeAt(0).toString(16).padStart(4, "0");
  return `(?:${character === "/" ? "\\\\?" : ""}\\u${code}|\\\\u${code}|%${code.slice(2)})`;
}
