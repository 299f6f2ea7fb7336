import { methods } from "../reference/list-operations.ts";
import type { OpenApiDocument } from "../reference/read-bundle.ts";
import { follow } from "../reference/resolve.ts";
import { type ChosenParameter, chooseParameters } from "./choose-parameters.ts";
import { findCredentials } from "./find-credentials.ts";
import { firstExample } from "./first-example.ts";
import type { SampleRequest } from "./sample-request.ts";
import { writeHeader, writeTarget } from "./write-target.ts";

/**
 * Makes the request that the samples of an operation send, of nothing but the examples in its description.
 *
 * @throws When the document has no such operation, or lacks an example that the request needs.
 */
export function makeSampleRequest(document: OpenApiDocument, operationId: string): SampleRequest {
  const { path, item, method, operation } = findOperation(document, operationId);
  const chosen = chooseParameters(document, item, operation);
  const body = exampleBody(document, operation);
  const api = /[a-z]+/.exec(document.info.title.toLowerCase())?.[0] ?? "api";
  return {
    api,
    operationId,
    method: method.toUpperCase(),
    origin: { variable: `${api.toUpperCase()}_ORIGIN`, byDefault: originOf(document) },
    target: writeTarget(path, chosen),
    headers: [
      ...chosen.filter((parameter) => parameter.in === "header").map(writeHeader),
      ...(body === undefined ? [] : [["Content-Type", "application/json"] as const]),
    ],
    credentials: findCredentials(document, operation),
    body,
    parameters: {
      path: valuesOf(chosen, "path"),
      query: valuesOf(chosen, "query"),
      header: valuesOf(chosen, "header"),
    },
    answer: answerOf(document, operation),
  };
}

type Json = Record<string, unknown>;

function findOperation(document: OpenApiDocument, operationId: string) {
  for (const [path, item] of Object.entries<Json>(document.paths as Record<string, Json>)) {
    for (const method of methods) {
      const operation: Json = Object(item[method]);
      if (operation.operationId === operationId) return { path, item, method, operation };
    }
  }
  throw new Error(`"${document.info.title}" has no operation ${operationId}.`);
}

/** A server with variables is not the same for everybody, so no program should name one. */
function originOf(document: OpenApiDocument): string | undefined {
  const { url, variables }: Json = Object(Object(document.servers)[0]);
  return typeof url === "string" && variables === undefined ? new URL(url).origin : undefined;
}

/** The first named example, also where the body may be left out: it shows what can be said. */
function exampleBody(document: OpenApiDocument, operation: Json): unknown {
  const requestBody = follow(document, operation.requestBody);
  if (requestBody === undefined) return undefined;
  const mediaType: unknown = Object(Object(requestBody).content)["application/json"];
  return firstExample(document, mediaType, `the JSON body of ${operation.operationId}`);
}

function valuesOf(chosen: readonly ChosenParameter[], place: ChosenParameter["in"]): Record<string, unknown> {
  return Object.fromEntries(chosen.filter((one) => one.in === place).map(({ name, value }) => [name, value]));
}

function answerOf(document: OpenApiDocument, operation: Json): SampleRequest["answer"] {
  const successes = Object.entries(Object(operation.responses)).filter(([status]) => status.startsWith("2"));
  const withJson = successes.filter(([, response]) => {
    const { content }: Json = Object(follow(document, response));
    return Object(content)["application/json"] !== undefined;
  });
  if (withJson.length === 0) return "nothing";
  return withJson.length === successes.length ? "json" : "maybe json";
}
