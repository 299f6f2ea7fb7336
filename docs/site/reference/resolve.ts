/** What a node of an OpenAPI document stands for: itself, or where its local `$ref` leads, such as `#/components/responses/NotFound`. */
export function resolve(document: unknown, node: unknown): unknown {
  const reference: unknown = Object(node).$ref;
  if (typeof reference !== "string") return node;
  return reference
    .split("/")
    .slice(1)
    .reduce((at: unknown, key) => Object(at)[key.replaceAll("~1", "/").replaceAll("~0", "~")], document);
}
