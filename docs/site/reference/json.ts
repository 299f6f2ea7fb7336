/** A JSON object whose members nobody has looked at yet. */
export type Json = Record<string, unknown>;

/** Whether a value is a JSON object: no array, not null. */
export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object itself, or an empty one in place of anything else. */
export function asObject(value: unknown): Json {
  return isObject(value) ? value : {};
}

/** The list itself, or an empty one in place of anything else. */
export function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The text without blanks at its ends; empty in place of anything else. */
export function asText(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}
