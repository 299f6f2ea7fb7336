const methods = ["get", "put", "post", "delete", "patch"] as const;

/** The parts of a bundled spec that the generator reads. */
export type Bundle = {
  openapi: string;
  paths: Record<string, { [Method in (typeof methods)[number]]?: Operation }>;
  components?: { schemas?: Record<string, unknown>; responses?: Record<string, Response> };
};

type Operation = {
  operationId?: string;
  summary?: string;
  description?: string;
  deprecated?: boolean;
  responses?: Record<string, Response | { $ref: string }>;
};
type Response = { content?: Record<string, unknown> };

/**
 * Writes the operation table of one API as TypeScript: operationId → method, path, media types by status.
 *
 * @throws When an operation has no operationId, shares it with another one, or declares `default` or `4XX` for a status.
 */
export function operationTable(bundle: Bundle): string {
  const table: Record<string, { method: string; path: string; responses: Record<string, string[]> }> = {};
  for (const [path, method, operation] of operationsOf(bundle)) {
    const id = operation.operationId;
    if (id === undefined) throw new Error(`${method} ${path} has no operationId.`);
    if (Object.hasOwn(table, id)) throw new Error(`the operationId ${id} stands at two operations. Give each its own.`);
    table[id] = { method, path, responses: mediaTypes(bundle, operation, id) };
  }
  const lines = Object.entries(table).map(([id, entry]) => `  ${JSON.stringify(id)}: ${JSON.stringify(entry)},`);
  return `
/** Each operation's method, path template and, by documented status, media types of its answers. */
export const operationTable = {
${lines.join("\n")}
} as const satisfies {
  [Id in keyof operations]: {
    method: "GET" | "PUT" | "POST" | "DELETE" | "PATCH";
    path: keyof paths;
    responses: { [Status in keyof operations[Id]["responses"]]: readonly string[] };
  };
};
`;
}

/** Every operation of the paths, in the order of the spec; the method is in capitals. */
export function* operationsOf(bundle: Bundle): Generator<[path: string, method: string, operation: Operation]> {
  for (const [path, item] of Object.entries(bundle.paths)) {
    for (const method of methods) {
      const operation = item[method];
      if (operation !== undefined) yield [path, method.toUpperCase(), operation];
    }
  }
}

function mediaTypes(bundle: Bundle, operation: Operation, id: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const [status, response] of Object.entries(operation.responses ?? {})) {
    if (!/^\d{3}$/.test(status)) {
      throw new Error(
        `${id} declares the status ${status}. Write exact ones: the client tells answers apart by status.`,
      );
    }
    found[status] = Object.keys(resolve(bundle, response).content ?? {});
  }
  return found;
}

function resolve(bundle: Bundle, response: Response | { $ref: string }): Response {
  if (!("$ref" in response)) return response;
  const name = response.$ref.replace("#/components/responses/", "");
  const found = bundle.components?.responses?.[name];
  if (found === undefined) throw new Error(`${response.$ref} leads nowhere.`);
  return found;
}
