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

function mediaType(response: Response): string {
  return (response.headers.get("content-type") ?? "").replace(/;.*/, "").trim().toLowerCase();
}

/** The beginning of a text, at most 200 characters, on one line and with nothing invisible in it. */
export function excerpt(text: string): string {
  const whole = text.trim();
  const start = whole.length > 200 ? `${whole.slice(0, 200)}…` : whole;
  return start.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (hidden) => `\\u{${hidden.codePointAt(0)?.toString(16)}}`);
}

/**
 * The text without the credential of an `Authorization` header, in case a server repeats it in an error page: as it is, or
 * escaped as in JSON (`\/`, `\u0026`) or in a URL (`%2B`).
 */
export function mask(text: string, authorization: string | null): string {
  const secret = authorization?.replace(/^\S+ (token=)?/, "") ?? "";
  // A shorter one would also be found in ordinary words.
  if (secret.length < 8) return text;
  const forms = Array.from(secret, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(2, "0");
    return `(?:${character === "/" ? "\\\\?" : ""}\\x${code}|\\\\u00${code}|%${code})`;
  });
  return text.replace(new RegExp(forms.join(""), "gi"), "[token]");
}
