import type { DocumentedResponse, Operation } from "../operation.js";
import type { Asked, ValidCase } from "./case.js";
import { documentedValues } from "./replay-cases.js";

/**
 * One case for each documented status, for each named example of it, and for a success made up from the schema. A mock
 * obeys `Prefer` and so shows every answer that the spec describes; a real server ignores it, and its answer is judged for
 * what it is.
 */
export function statusCases(operation: Operation): ValidCase[] {
  const values = documentedValues(operation);
  return operation.responses.flatMap(askedOf).map((asked) => ({
    kind: "valid",
    operationId: operation.operationId,
    name: nameOf(asked),
    inferred: false,
    values,
    asked,
  }));
}

function nameOf({ status, example, isMadeUp }: Asked): string {
  return `asks for ${status}${isMadeUp ? " made up" : example === undefined ? "" : ` ${example}`}`;
}

/** Ranges (`4XX`) and `default` cannot be asked for by number. */
function askedOf(response: DocumentedResponse): Asked[] {
  if (!/^[1-5]\d\d$/.test(response.status)) return [];
  const status = Number(response.status);
  const examples = response.examples.map(({ name, mediaType }) => ({ status, example: name, mediaType }));
  // Only of success: an error's schema hardly says more than its examples do.
  const isMadeUp = status < 300 && examples.length > 0;
  return [{ status }, ...examples, ...(isMadeUp ? [{ status, isMadeUp } as const] : [])];
}
