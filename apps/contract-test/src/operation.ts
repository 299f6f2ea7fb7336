import { elements, entries, isObject, type JsonObject, member, resolve } from "./document.js";

/** One operation of the spec, as far as requests are made from it. */
export type Operation = {
  readonly operationId: string;
  /** Upper case. */
  readonly method: string;
  /** The path's template, e.g. `/api/v1/service_orders/{order_number}.json`. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: RequestBody | undefined;
  readonly responses: readonly DocumentedResponse[];
  readonly secured: boolean;
  /** How a list is read page by page; undefined where it has no pages. */
  readonly pagination: Pagination | undefined;
};

/** `x-pagination`: names of query parameters, and where the answer has its rows; pointers into the body. */
export type Pagination = {
  readonly page: string;
  readonly limit: string;
  readonly maximum: number;
  /** Pointer to the rows; empty for a bare array. */
  readonly items: string;
  /** The property that tells rows apart. */
  readonly key: string;
  /** Pointer to the number of all rows. */
  readonly total: string | undefined;
  /** The header with it. */
  readonly totalHeader: string | undefined;
  /** Pointer to the link to the next page. */
  readonly next: string | undefined;
  /** What has to be asked for so that rows keep their order from page to page. */
  readonly sort: string | undefined;
};

/** A parameter; `examples` are values as they mean, not as they are written in a URL. */
export type Parameter = {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly schema: unknown;
  readonly examples: readonly Example[];
  /** The parameter as it stands in the spec. */
  readonly source: JsonObject;
};

/** The request body in the first media type that the spec lists. */
export type RequestBody = {
  readonly required: boolean;
  readonly mediaType: string;
  readonly schema: unknown;
  readonly examples: readonly Example[];
};

/** A documented status with its named examples. */
export type DocumentedResponse = {
  /** As written in the spec: `200`, `4XX`, `default`. */
  readonly status: string;
  readonly examples: readonly { name: string; mediaType: string }[];
  /** The response as it stands in the spec, `$ref`s followed. */
  readonly source: JsonObject;
};

/** A documented value with its name; an unnamed `example` is called "example". */
export type Example = { readonly name: string; readonly value: unknown };

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** Reads every operation of a bundle, in the order in which it lists them. */
export function readOperations(document: unknown): Operation[] {
  return entries(member(document, "paths")).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = member(item, method);
      return isObject(operation) ? [readOperation(document, path, method, member(item, "parameters"), operation)] : [];
    }),
  );
}

function readOperation(
  document: unknown,
  path: string,
  method: string,
  inherited: unknown,
  node: JsonObject,
): Operation {
  const own = elements(member(node, "parameters"));
  return {
    operationId: String(node.operationId),
    method: method.toUpperCase(),
    path,
    parameters: readParameters(document, [...elements(inherited), ...own]),
    body: readBody(document, resolve(document, node.requestBody)),
    responses: entries(node.responses).map(([status, response]) => readResponse(document, status, response)),
    secured: elements(node.security ?? member(document, "security")).length > 0,
    pagination: readPagination(node["x-pagination"]),
  };
}

function readPagination(node: unknown): Pagination | undefined {
  if (!isObject(node)) return undefined;
  const text = (name: string) => (node[name] === undefined ? undefined : String(node[name]));
  return {
    page: String(node.page),
    limit: String(node.limit),
    maximum: Number(node.maximum),
    items: String(node.items),
    key: String(node.key),
    total: text("total"),
    totalHeader: text("total-header"),
    next: text("next"),
    sort: text("sort"),
  };
}

/** An operation's own parameter replaces the path's of the same name and place. */
function readParameters(document: unknown, nodes: readonly unknown[]): Parameter[] {
  const byPlace = new Map<string, Parameter>();
  for (const node of nodes) {
    const source = resolve(document, node);
    const place = member(source, "in");
    if (!isObject(source) || (place !== "path" && place !== "query" && place !== "header")) continue;
    const name = String(source.name);
    const examples = readExamples(document, source);
    byPlace.set(`${place} ${name}`, {
      name,
      in: place,
      required: source.required === true,
      schema: source.schema,
      examples,
      source,
    });
  }
  return [...byPlace.values()];
}

function readBody(document: unknown, node: unknown): RequestBody | undefined {
  const [first] = entries(member(node, "content"));
  if (first === undefined) return undefined;
  const [mediaType, content] = first;
  const examples = readExamples(document, content);
  return { required: member(node, "required") === true, mediaType, schema: member(content, "schema"), examples };
}

function readResponse(document: unknown, status: string, node: unknown): DocumentedResponse {
  const source = resolve(document, node);
  const examples = entries(member(source, "content")).flatMap(([mediaType, content]) =>
    entries(member(content, "examples")).map(([name]) => ({ name, mediaType })),
  );
  return { status, examples, source: isObject(source) ? source : {} };
}

/** Named examples, else the single one, else the first of the schema's own. */
function readExamples(document: unknown, node: unknown): Example[] {
  const named = entries(member(node, "examples")).map(([name, example]) => ({
    name,
    value: member(resolve(document, example), "value"),
  }));
  if (named.length > 0) return named;
  const schema = resolve(document, member(node, "schema"));
  const single = member(node, "example") ?? elements(member(schema, "examples"))[0] ?? member(schema, "example");
  return single === undefined ? [] : [{ name: "example", value: single }];
}

/** The operation with an id. @throws Error when there is none. */
export function findOperation(operations: readonly Operation[], operationId: string): Operation {
  const found = operations.find((operation) => operation.operationId === operationId);
  if (found === undefined) throw new Error(`The spec has no operation ${operationId}.`);
  return found;
}
