/** The entries of an object but for those that are undefined. */
export function defined(values: object = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
