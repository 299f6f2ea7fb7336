import fc from "fast-check";

/**
 * Objects with these members. One that is not needed is left out half of the time, and a failure shrinks to an object without it.
 */
export function recordsOf(
  members: readonly (readonly [string, fc.Arbitrary<unknown>])[],
  needed: readonly unknown[],
): fc.Arbitrary<Record<string, unknown>> {
  const drawn = members.map(([name, one]) => [name, needed.includes(name) ? one : maybe(one)] as const);
  return fc.record(Object.fromEntries(drawn), { noNullPrototype: true }).map(withoutAbsent);
}

function maybe(one: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.option(one, { nil: undefined, freq: 2 });
}

/** No value of JSON is undefined. */
function withoutAbsent(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
