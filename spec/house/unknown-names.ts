type Node = Record<string, unknown>;

/**
 * Names in an example that no branch of its schema declares: typing errors that an open schema lets pass.
 *
 * @returns JSON pointers into the example. An object whose schema declares no properties, or allows any, has no unknown names.
 */
export function unknownNames(bundle: unknown, schema: unknown, example: unknown): string[] {
  return walk(bundle, [schema], example);
}

/** Every media type of a bundle that has examples, with their values. */
export function mediaTypesOf(bundle: unknown): { schema: unknown; examples: Record<string, unknown> }[] {
  const found: { schema: unknown; examples: Record<string, unknown> }[] = [];
  visit(bundle, (node) => {
    if (!isNode(node.schema) || !isNode(node.examples)) return;
    const values = Object.entries(node.examples).map(([name, at]) => [name, (resolve(bundle, at) as Node).value]);
    found.push({ schema: node.schema, examples: Object.fromEntries(values) });
  });
  return found;
}

function walk(bundle: unknown, schemas: unknown[], value: unknown): string[] {
  const branches = schemas.flatMap((schema) => branchesOf(bundle, schema));
  if (Array.isArray(value)) {
    const items = branches.flatMap(({ items }) => (isNode(items) ? [items] : []));
    return value.flatMap((each, index) => walk(bundle, items, each).map((at) => `/${index}${at}`));
  }
  if (!isNode(value) || isAnything(branches)) return [];
  return Object.entries(value).flatMap(([name, child]) => {
    const declared = branches.flatMap(({ properties }) =>
      isNode(properties) && name in properties ? [properties[name]] : [],
    );
    return declared.length === 0 ? [`/${name}`] : walk(bundle, declared, child).map((at) => `/${name}${at}`);
  });
}

function isAnything(branches: Node[]): boolean {
  return (
    branches.some((branch) => branch.additionalProperties === true) ||
    !branches.some((branch) => "properties" in branch)
  );
}

function branchesOf(bundle: unknown, schema: unknown): Node[] {
  const node = resolve(bundle, schema);
  if (!isNode(node)) return [];
  const parts = [node.allOf, node.oneOf, node.anyOf].flatMap((list) => (Array.isArray(list) ? list : []));
  return [node, ...parts.flatMap((part) => branchesOf(bundle, part))];
}

function resolve(bundle: unknown, node: unknown): unknown {
  if (!isNode(node) || typeof node.$ref !== "string") return node;
  const keys = node.$ref.replace(/^#\//, "").split("/").map(decode);
  return keys.reduce<unknown>((at, key) => (isNode(at) ? at[key] : undefined), bundle);
}

const decode = (key: string) => decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~");

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);

function visit(value: unknown, look: (node: Node) => void): void {
  if (typeof value !== "object" || value === null) return;
  if (isNode(value)) look(value);
  for (const child of Object.values(value)) visit(child, look);
}
