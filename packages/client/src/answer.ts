/**
 * Reads a body by its content type.
 *
 * @param documented - Media types that the spec has for this status; `undefined` when the spec does not have the status.
 * @param hide - Takes out of a text what must not be seen.
 * @returns What the body holds, and what about the answer is not as documented (empty when nothing is).
 */
export function readBody(
  response: Response,
  text: string,
  documented: readonly string[] | undefined,
  hide?: (text: string) => string,
): { body: unknown; problem: string } {
  if (documented?.length === 0) return { body: undefined, problem: "" };
  const type = mediaType(response);
  let problem = "";
  if (!documented) problem = ", which is not documented";
  else if (type && !documented.includes(type)) problem = ` with ${type} in place of ${documented.join(" or ")}`;
  if (!/[/+]json$/.test(type || (documented?.[0] ?? ""))) return { body: hide?.(text) ?? text, problem };
  try {
    // In JSON a text can be written in many ways: it is looked at as it is read.
    return {
      body: JSON.parse(text, hide && ((_, value) => (typeof value === "string" ? hide(value) : value))),
      problem,
    };
  } catch {
    return { body: hide?.(text) ?? text, problem: problem || " with a body that is not JSON" };
  }
}

/** In lower case; empty for none, and for one that is none. */
function mediaType({ headers }: Response): string {
  return /^[\w.+-]+\/[\w.+-]+/.exec(headers.get("content-type")?.toLowerCase() ?? "")?.[0] ?? "";
}

/** The text without secrets, in case a server repeats them: as they are, or as in a URL. */
export function mask(text: string, secrets: readonly string[]): string {
  for (const secret of secrets) {
    // A shorter one would also be found in ordinary words.
    if (secret.length < 8) continue;
    for (const form of [secret, encodeURIComponent(secret)]) text = text.replaceAll(form, "[secret]");
  }
  return text;
}
