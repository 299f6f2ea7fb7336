/** Shows a value in a message: scalars as JSON and at most 60 characters long, others by their type. */
export function describeValue(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty array" : "an array";
  if (typeof value === "object" && value !== null) return "an object";
  // JSON such as 1e999 is read as Infinity, which JSON cannot write.
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  const text = JSON.stringify(typeof value === "string" ? value.slice(0, 61) : value);
  return text.length > 60 ? `${text.slice(0, 58)}…"` : text;
}

/** A list for a sentence, e.g. `"a", "b", … (12 in all)`; at most ten of them. */
export function describeList(values: readonly unknown[]): string {
  const shown = values.slice(0, 10).map(describeValue).join(", ");
  return values.length > 10 ? `${shown}, … (${values.length} in all)` : shown;
}

/** Puts `a` or `an` before the name of a type; `null` has none. */
export function withArticle(type: string): string {
  if (type === "null") return type;
  return /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`;
}
