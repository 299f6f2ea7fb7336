/** Writes names as a JSON pointer, such as `/paths/~1ServiceOrder`; empty for none. */
export function pointerOf(names: readonly string[]): string {
  return names.map((name) => `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The names in a JSON pointer as it stands behind the `#` of a `$ref`, which may percent-encode it. */
export function namesIn(fragment: string): string[] {
  const parts = decodeURIComponent(fragment).split("/").slice(1);
  return parts.map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}
