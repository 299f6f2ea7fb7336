import type { Contract, Operation } from "./contract.js";
import { follow, isObject, memberOf, membersOf, type Place } from "./document.js";
import { openBody, openResponse } from "./open-messages.js";
import { type Opening, openParameters } from "./open-parameters.js";
import { openRoutes } from "./open-routes.js";
import { openSecurity } from "./open-security.js";
import { compileSchemas, type Schemas } from "./schema/compile-schemas.js";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
const DIALECTS = ["https://json-schema.org/draft/2020-12/schema", "https://spec.openapis.org/oas/3.1/dialect/base"];

/**
 * Opens a bundled OpenAPI 3.1 document: compiles its schemas and lists its operations. Takes some tenths of a second; do it once.
 *
 * @param document - The parsed document; it must not change afterwards.
 * @param options.lazily - Compiles a schema when a message is first held against it, which opens the document in less than half of the
 *   time. For a document that was opened once without it, as in a test: a keyword with a wrong value would be found late. Default false.
 * @throws Error naming the place of whatever cannot be checked later: a schema that cannot be compiled, a `$ref` that names nothing,
 *   an operation without an operationId, a style that is not understood. Nothing passes because it was not understood.
 */
export function openContract(document: unknown, options: { readonly lazily?: boolean } = {}): Contract {
  checkVersion(document);
  const schemas = compileSchemas(document, options.lazily);
  const operations = new Map<string, Operation>();
  for (const found of operationPlaces(document)) {
    const operation = openOperation(document, schemas, found);
    if (operations.has(operation.operationId))
      throw new Error(`The operationId ${operation.operationId} at ${found.place.pointer} is taken.`);
    operations.set(operation.operationId, operation);
  }
  return { operations, routes: openRoutes([...operations.values()]) };
}

function checkVersion(document: unknown): void {
  const version = isObject(document) ? document.openapi : undefined;
  if (typeof version !== "string" || !version.startsWith("3.1.")) {
    throw new Error(`This is no OpenAPI 3.1 document: its "openapi" is ${JSON.stringify(version)}.`);
  }
  const dialect = isObject(document) ? document.jsonSchemaDialect : undefined;
  if (dialect !== undefined && !DIALECTS.includes(String(dialect))) {
    throw new Error(`The jsonSchemaDialect ${JSON.stringify(dialect)} is not understood. Use ${DIALECTS[0]}.`);
  }
}

type OperationPlace = {
  readonly place: Place & { readonly name: string };
  readonly path: string;
  readonly item: Place;
};

function operationPlaces(document: unknown): OperationPlace[] {
  const paths = membersOf(memberOf({ pointer: "#", value: document }, "paths")).filter(({ name }) =>
    name.startsWith("/"),
  );
  return paths.flatMap((path) => {
    const item = follow(document, path);
    return membersOf(item).flatMap((place) => (METHODS.includes(place.name) ? [{ place, path: path.name, item }] : []));
  });
}

function openOperation(document: unknown, schemas: Schemas, { place, path, item }: OperationPlace): Operation {
  const operationId = memberOf(place, "operationId").value;
  if (typeof operationId !== "string" || !/^\S+$/.test(operationId)) {
    throw new Error(`The operation at ${place.pointer} has no operationId. Give it one without spaces.`);
  }
  const request: Opening = { document, schemas, direction: "request" };
  const response: Opening = { document, schemas, direction: "response" };
  const responses = membersOf(memberOf(place, "responses")).filter(({ name }) => !name.startsWith("x-"));
  return {
    operationId,
    method: place.name.toUpperCase(),
    path,
    parameters: openParameters(request, memberOf(item, "parameters"), memberOf(place, "parameters")),
    requestBody: openBody(request, memberOf(place, "requestBody")),
    responses: new Map(responses.map((each) => [each.name, openResponse(response, each)])),
    security: openSecurity(document, place),
  };
}
