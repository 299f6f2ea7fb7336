export interface OperationLink {
  operationId: string;
  method: string;
  path: string;
  summary: string;
  tag: string;
  /** The anchor that Redoc gives it, with `#`. */
  anchor: string;
}

/** The keys of a path item that hold operations. */
export const methods: readonly string[] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** The operations of an OpenAPI document in its order. Webhooks are not among them. */
export function listOperations(document: { paths: Record<string, object> }): OperationLink[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => methods.includes(method))
      .map(([method, operation]) => {
        const [tag = ""] = operation.tags ?? [];
        const anchor = `#/${slug(tag)}/${slug(operation.operationId)}`;
        return {
          operationId: operation.operationId,
          method: method.toUpperCase(),
          path,
          summary: operation.summary,
          tag,
          anchor,
        };
      }),
  );
}

function slug(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}
