import type { DocumentedResponse, Operation } from "../operation.js";
import type { Asked, ValidCase } from "./case.js";
import { documentedValues } from "./replay-cases.js";

/**
 * One case for each documented status and for each named example of it. A mock obeys `Prefer` and so shows every answer
 * that the spec describes; a real server ignores it, and its answer is judged for what it is.
 */
export function statusCases(operation: Operation): ValidCase[] {
  const values = documentedValues(operation);
  return operation.responses.flatMap(askedOf).map((asked) => ({
    kind: "valid",
    operationId: operation.operationId,
    name: asked.example === undefined ? `asks for ${asked.status}` : `asks for ${asked.status} ${asked.example}`,
    inferred: false,
    values,
    asked,
  }));
}

/** Ranges (`4XX`) and `default` cannot be asked for by number. */
function askedOf(response: DocumentedResponse): Asked[] {
  if (!/^[1-5]\d\d$/.test(response.status)) return [];
  const status = Number(response.status);
  return [{ status }, ...response.examples.map(({ name, mediaType }) => ({ status, example: name, mediaType }))];
}
