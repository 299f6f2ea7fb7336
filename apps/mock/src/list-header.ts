/** The elements of a comma-separated header value, trimmed; empty ones are left out. A comma in double quotes separates nothing. */
export function splitList(value: string): string[] {
  const elements = value.match(/(?:"(?:[^"\\]|\\.)*"?|[^",])+/g) ?? [];
  return elements.map((element) => element.trim()).filter((element) => element !== "");
}
