/**
 * Fills a path template with percent-encoded values.
 *
 * @param caller - Names the operation in the error.
 * @throws TypeError for a value that is missing or could leave its place in the template: the empty string, `.`, `..`
 * (no encoding protects the last two), anything but a string or a safe integer, control characters, lone surrogates.
 */
export function fillPath(template: string, values: Readonly<Record<string, unknown>> = {}, caller: string): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = values[name];
    const text = Number.isSafeInteger(value) ? String(value) : value;
    // An empty value, "." and ".." would call another address.
    if (typeof text === "string" && !/^\.{0,2}$|[\p{Cc}\p{Cs}]/u.test(text)) return encodeURIComponent(text);
    const found = typeof value === "string" ? JSON.stringify(value) : typeof value;
    throw new TypeError(`${caller}: path.${name} is ${found}; pass an identifier.`);
  });
}
