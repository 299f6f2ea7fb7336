/**
 * Writes query parameters; a list becomes one `name=value` per entry. `undefined` is left out.
 *
 * @param caller - Names the operation in the error.
 * @throws TypeError for null, objects, numbers that are not finite and lone surrogates.
 */
export function writeQuery(values: Readonly<Record<string, unknown>> = {}, caller: string): string {
  const parts: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    for (const entry of Array.isArray(value) ? value : [value]) {
      parts.push(`${encodeURIComponent(name)}=${encodeURIComponent(scalar(entry, `${caller}: query.${name}`))}`);
    }
  }
  return parts.join("&");
}

/**
 * Sets header parameters. `undefined` is left out.
 *
 * @throws TypeError for what {@link writeQuery} refuses, and for characters that a header cannot carry. The value is not shown.
 */
export function setHeaders(headers: Headers, values: Readonly<Record<string, unknown>> = {}, caller: string): void {
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) headers.set(name, scalar(value, `${caller}: header.${name}`, UNSENDABLE_IN_HEADERS));
  }
}

const UNSENDABLE = /\p{Cs}/u;
const UNSENDABLE_IN_HEADERS = /[^\t -~\x80-\xff]/;

function scalar(value: unknown, subject: string, unsendable = UNSENDABLE): string {
  if (typeof value === "string" ? !unsendable.test(value) : typeof value === "boolean" || Number.isFinite(value)) {
    return String(value);
  }
  throw new TypeError(`${subject} cannot be sent; pass plain text, a number or a boolean.`);
}
