/** What stands in a value behind some names; undefined where the way ends early. */
export function dig(value: unknown, way: readonly string[]): unknown {
  return way.reduce((inner, name) => (inner as Record<string, unknown> | null | undefined)?.[name], value);
}
