/**
 * Fills a path template with percent-encoded values.
 *
 * @param caller - Names the operation in the error.
 * @throws TypeError for a value that is missing or could leave its place in the template: the empty string, `.`, `..`
 * (no encoding protects the last two), anything but a string or a safe integer, control characters, lone surrogates.
 */
export function fillPath(template: string, values: Readonly<Record<string, unknown>>, caller: string): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => segment(values[name], `${caller}: path.${name} is`));
}

function segment(value: unknown, subject: string): string {
  const text = Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text !== "string") {
    const found = value == null || typeof value === "number" ? value : `of type ${typeof value}`;
    throw new TypeError(`${subject} ${found}; pass a string or a whole number.`);
  }
  if (/^\.{0,2}$/.test(text)) {
    throw new TypeError(`${subject} "${text}", which would call another address; pass an identifier.`);
  }
  if (/[\p{Cc}\p{Cs}]/u.test(text)) {
    throw new TypeError(`${subject} a text with a control character or half a surrogate pair; pass it without.`);
  }
  return encodeURIComponent(text);
}
