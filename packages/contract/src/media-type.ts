/** Whether bodies of a media type are JSON: `application/json` and `…+json`, parameters aside. */
export function isJson(mediaType: string): boolean {
  const name = nameOf(mediaType);
  return name === "application/json" || name.endsWith("+json");
}

/** Whether a key of `content` names several media types: `application/*` or `*\/*`. */
export function isRange(mediaType: string): boolean {
  return nameOf(mediaType).endsWith("/*");
}

/**
 * Finds what `content` says about a message's media type: a key that names it, else a range around it, the narrowest first
 * (`application/*+json`, `application/*`, `*\/*`). Parameters such as `charset` are ignored on both sides, and so is the case of letters.
 */
export function findMediaType<T>(content: ReadonlyMap<string, T>, contentType: string): T | undefined {
  const name = nameOf(contentType);
  const [, type, suffix = ""] = /^([^\s/]+)\/[^\s/+]*(\+?[^\s/]*)$/.exec(name) ?? [];
  if (type === undefined) return undefined;
  for (const wanted of [name, `${type}/*${suffix}`, `${type}/*`, "*/*"]) {
    for (const [key, value] of content) if (nameOf(key) === wanted) return value;
  }
  return undefined;
}

function nameOf(mediaType: string): string {
  const [name = ""] = mediaType.split(";", 1);
  return name.trim().toLowerCase();
}
