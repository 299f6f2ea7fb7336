import type { Written } from "./resource.js";

/** Whether what is read is what was written. */
export function isSame(written: unknown, read: unknown, as: Written["as"] = "same"): boolean {
  if (as === "instant") return instantOf(read) === instantOf(written);
  if (as === "emptied" && written === "") return read === null;
  return isEqual(written, read);
}

/** The moment that a text names, to the second, whatever its zone; what names none is itself. */
export function instantOf(value: unknown): unknown {
  const time = typeof value === "string" ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? value : Math.floor(time / 1000);
}

/** Whether two JSON values are the same; the order of members says nothing. */
export function isEqual(one: unknown, other: unknown): boolean {
  return one === other || sorted(one) === sorted(other);
}

function sorted(value: unknown): string | undefined {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
