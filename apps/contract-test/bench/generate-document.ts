import { type Contract, checkRequest } from "@quayside/contract";

/**
 * Makes a description of so many operations: resources that are listed, made, read and changed, each with schemas of its own.
 *
 * @param count - At least 1.
 */
export function generateDocument(count: number): unknown {
  const paths: Record<string, unknown> = {};
  for (let index = 0; index * 4 < count; index += 1) {
    const [list, create, read, update] = operationsOf(index);
    const own = Math.min(4, count - index * 4);
    paths[`/api/v1/things_${index}.json`] = { get: list, ...(own > 1 ? { post: create } : {}) };
    if (own > 2)
      paths[`/api/v1/things_${index}/{id}.json`] = { parameters: [ID], get: read, ...(own > 3 ? { put: update } : {}) };
  }
  return {
    openapi: "3.1.0",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: { title: "Generated", version: "1.0.0" },
    security: [{ ApiKey: [] }],
    paths,
    components: { securitySchemes: { ApiKey: { type: "apiKey", in: "header", name: "Authorization" } } },
  };
}

const ID = { name: "id", in: "path", required: true, schema: { type: "integer", minimum: 1 }, example: 7 };

function operationsOf(index: number) {
  const thing = { type: "object", required: ["id", "name"], properties: { id: { type: "integer" }, ...PROPERTIES } };
  const input = { type: "object", additionalProperties: false, required: ["name"], properties: PROPERTIES };
  const body = {
    required: true,
    content: { "application/json": { schema: input, examples: { one: { value: EXAMPLE } } } },
  };
  const one = { id: 7, ...EXAMPLE };
  return [
    {
      operationId: `listThings${index}`,
      parameters: FILTERS,
      responses: responses({ type: "array", items: thing }, [one]),
    },
    { operationId: `createThing${index}`, requestBody: body, responses: responses(thing, one) },
    { operationId: `getThing${index}`, responses: responses(thing, one) },
    { operationId: `updateThing${index}`, requestBody: body, responses: responses(thing, one) },
  ] as const;
}

const FILTERS = [
  { name: "state", in: "query", schema: { enum: ["new", "old"] }, example: "new" },
  { name: "per", in: "query", schema: { type: "integer", minimum: 1, maximum: 100 }, example: 25 },
];

const PROPERTIES = {
  name: { type: "string", minLength: 1, maxLength: 64 },
  state: { enum: ["new", "old"] },
  weight: { type: "number", minimum: 0 },
  count: { type: ["integer", "null"], minimum: 0, maximum: 1000 },
  at: { type: "string", format: "date-time" },
  tags: { type: "array", maxItems: 5, items: { type: "string", maxLength: 20 } },
};

const EXAMPLE = { name: "one", state: "new", weight: 1.5, count: 3, at: "2026-01-01T00:00:00Z", tags: ["a"] };

const ERROR = { type: "object", required: ["error"], properties: { error: { type: "string" } } };

function responses(schema: unknown, value: unknown) {
  const failure = { description: "No.", content: json(ERROR, { error: "No." }) };
  return {
    "200": { description: "Yes.", content: json(schema, value) },
    "401": failure,
    "422": failure,
    "500": failure,
  };
}

function json(schema: unknown, value: unknown) {
  return { "application/json": { schema, examples: { one: { value } } } };
}

/** Answers as a mock of the description does: what is broken is refused, else what was asked for with `Prefer` comes. */
export async function answerGenerated(contract: Contract, request: Request): Promise<Response> {
  const { method, url, headers } = request;
  const findings = checkRequest(contract, { method, url, headers, body: await request.text() });
  if (findings.some(({ rule }) => rule === "unknown-path")) return new Response("", { status: 404 });
  if (findings.some(({ rule }) => rule === "unknown-method")) return new Response("", { status: 405 });
  const authorization = headers.get("authorization") ?? "";
  if (!authorization.startsWith("Token token=") || authorization === "Token token=")
    return Response.json({ error: "No." }, { status: 401 });
  if (findings.length > 0) return Response.json({ error: "No." }, { status: 422 });
  const asked = Number(/code=(\d+)/.exec(headers.get("prefer") ?? "")?.[1] ?? 200);
  if (asked !== 200) return Response.json({ error: "No." }, { status: asked });
  const one = { id: 7, ...EXAMPLE };
  return Response.json(method === "GET" && !/\/\d+\.json/.test(url) ? [one] : one);
}
