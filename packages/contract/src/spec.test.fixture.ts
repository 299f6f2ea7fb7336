import { checkRequest } from "./check-request.js";
import { checkResponse } from "./check-response.js";
import type { Contract } from "./contract.js";
import type { Finding } from "./finding.js";
import { openContract } from "./open-contract.js";

/** A document whose one operation is `getThing`, GET /things/{id}, unless members say otherwise. */
export function specOf(operation: object, members: object = {}): object {
  const responses = { "200": { description: "The thing." } };
  return {
    openapi: "3.1.1",
    info: { title: "Things", version: "1" },
    paths: { "/things": { get: { operationId: "getThing", responses, ...operation } } },
    ...members,
  };
}

/** Opens a document whose one operation answers 200 with JSON of a schema. */
export function openSchema(schema: unknown, schemas: object = {}): Contract {
  const content = { "application/json": { schema } };
  return openContract(
    specOf({ responses: { "200": { description: "The thing.", content } } }, { components: { schemas } }),
  );
}

/** What is found in a JSON answer. */
export function findInAnswer(contract: Contract, value: unknown): Finding[] {
  const headers = new Headers({ "content-type": "application/json" });
  return checkResponse(contract, "getThing", { status: 200, headers, body: JSON.stringify(value) });
}

/** What is found in a JSON answer of a schema; `schemas` are the document's components. */
export function findInValue(schema: unknown, value: unknown, schemas: object = {}): Finding[] {
  return findInAnswer(openSchema(schema, schemas), value);
}

/** What is found in a request GET /things that has these parameters in its spec. */
export function findInQuery(
  parameters: readonly object[],
  query: string,
  headers: Record<string, string> = {},
): Finding[] {
  const contract = openContract(specOf({ parameters }));
  return checkRequest(contract, { method: "GET", url: `/things?${query}`, headers: new Headers(headers) });
}
