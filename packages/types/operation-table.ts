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
  "x-pagination"?: Pagination;
  "x-natural-key"?: { property: string; lookup: string };
};
type Pagination = {
  page: string;
  limit: string;
  maximum: number;
  items: string;
  key: string;
  total?: string;
  "total-header"?: string;
  next?: string;
  sort?: string;
};
type Response = { content?: Record<string, unknown> };

type Entry = {
  method: string;
  path: string;
  responses: Record<string, string[]>;
  pagination?: Record<string, unknown>;
  naturalKey?: string[];
  isAction?: true;
};

/**
 * Writes the operation table of one API as TypeScript: operationId → method, path, media types by status; how a list is paged,
 * and what a record that is created is known by.
 *
 * @throws When an operation has no operationId, shares it with another one, or declares `default` or `4XX` for a status.
 */
export function operationTable(bundle: Bundle): string {
  const table: Record<string, Entry> = {};
  const actions = new Set(leadingTo(bundle));
  for (const [path, method, operation] of operationsOf(bundle)) {
    const id = operation.operationId;
    if (id === undefined) throw new Error(`${method} ${path} has no operationId.`);
    if (Object.hasOwn(table, id)) throw new Error(`the operationId ${id} stands at two operations. Give each its own.`);
    table[id] = {
      method,
      path,
      responses: mediaTypes(bundle, operation, id),
      ...pagination(operation),
      ...naturalKey(operation),
      ...(actions.has(id) && { isAction: true as const }),
    };
  }
  const lost = [...actions].find((id) => !Object.hasOwn(table, id));
  if (lost !== undefined) throw new Error(`x-operation: ${lost} is no operation of this API.`);
  const lines = Object.entries(table).map(([id, entry]) => `  ${JSON.stringify(id)}: ${JSON.stringify(entry)},`);
  return `
/**
 * Each operation's method, path template and, by documented status, media types of its answers. Of lists in pages, \`pagination\`;
 * of creations whose record has a key of the caller's, \`naturalKey\`: the way to it in the request's body. \`isAction\` marks those that
 * a record may lead to.
 */
export const operationTable = {
${lines.join("\n")}
} as const satisfies {
  [Id in keyof operations]: {
    method: "GET" | "PUT" | "POST" | "DELETE" | "PATCH";
    path: keyof paths;
    responses: { [Status in keyof operations[Id]["responses"]]: readonly string[] };
    pagination?: object;
    naturalKey?: readonly string[];
    isAction?: true;
  };
};

declare const leads: unique symbol;

/** Marks a request, given by method and URL, with the operation that it calls. Nothing of the mark is there at run time. */
export type LeadsTo<Id extends keyof operations> = { readonly [leads]?: Id };
`;
}

/** The operations that `x-operation` names anywhere in a bundle. */
function leadingTo(part: unknown): string[] {
  if (typeof part !== "object" || part === null) return [];
  const own = "x-operation" in part ? [String(part["x-operation"])] : [];
  return [...own, ...Object.values(part).flatMap(leadingTo)];
}

/** Ways into a body are lists of property names. */
function pagination({ "x-pagination": given }: Operation): Pick<Entry, "pagination"> {
  if (given === undefined) return {};
  const { items, total, next, "total-header": totalHeader, ...rest } = given;
  const ways = { items: way(items), total: total && way(total), next: next && way(next) };
  return { pagination: { ...rest, ...ways, totalHeader } };
}

function naturalKey({ "x-natural-key": given }: Operation): Pick<Entry, "naturalKey"> {
  return given === undefined ? {} : { naturalKey: way(given.property) };
}

/** A JSON pointer as the names in it. */
function way(pointer: string): string[] {
  return pointer.split("/").slice(1);
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
