import type { FuncKeywordDefinition } from "ajv/dist/2020.js";

const hasUniqueItems: NonNullable<FuncKeywordDefinition["validate"]> = (
  isWanted: boolean,
  items: readonly unknown[],
) => {
  const seen = new Map<string, number>();
  for (const [index, item] of isWanted ? items.entries() : []) {
    const text = canonical(item);
    const earlier = seen.get(text);
    if (earlier !== undefined) {
      hasUniqueItems.errors = [
        { keyword: "uniqueItems", params: { i: index, j: earlier }, message: "must have no element twice" },
      ];
      return false;
    }
    seen.set(text, index);
  }
  return true;
};

/**
 * `uniqueItems` in time that grows with the length of the array. The validator's own compares each element with each other one:
 * an array of 100,000 small objects, not two megabytes, would keep it for minutes.
 */
export const UNIQUE_ITEMS: FuncKeywordDefinition = {
  keyword: "uniqueItems",
  type: "array",
  schemaType: "boolean",
  validate: hasUniqueItems,
};

/** The same text for equal JSON values, whatever the order of their properties. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  // JSON such as 1e999 is read as Infinity, which JSON.stringify would call null.
  if (typeof value === "number") return String(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`);
  return `{${members.sort().join()}}`;
}
