import { Refusal } from "@quayside/serve";

/** Which fields an answer holds: `"*"` where a value is wanted, a tree where a sub-object or an array is. */
export type FieldTree = { readonly [name: string]: "*" | FieldTree };

/** Deeper than every object of the API; so deep a tree is a mistake. */
const MAX_DEPTH = 10;

/**
 * Reads a `fields` tree.
 *
 * @param text - JSON, from the header `fields` or from a subscription.
 * @param place - What it is called in a refusal.
 * @throws Refusal - 400 that says what is wrong with it.
 */
export function readFields(text: string, place = "The header fields"): FieldTree {
  const refuse = (why: string): never => {
    throw new Refusal(400, `${place} ${why}. Send a JSON object such as {"status":{"statusTypeCode":"*"}}.`);
  };
  const tree = parse(text, () => refuse("is not well-formed JSON"));
  if (!isObject(tree)) return refuse("is no JSON object");
  return checkTree(tree, 1, refuse);
}

function parse(text: string, refuse: () => never): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse();
  }
}

function checkTree(tree: Record<string, unknown>, depth: number, refuse: (why: string) => never): FieldTree {
  if (depth > MAX_DEPTH) return refuse(`is nested deeper than ${MAX_DEPTH} levels`);
  const entries = Object.entries(tree).map(([name, inner]) => {
    if (inner === "*") return [name, inner] as const;
    if (isObject(inner)) return [name, checkTree(inner, depth + 1, refuse)] as const;
    return refuse(`has something else than "*" or an object at ${JSON.stringify(name.slice(0, 100))}`);
  });
  return Object.fromEntries(entries);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
