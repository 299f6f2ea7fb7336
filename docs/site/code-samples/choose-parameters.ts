import type { OpenApiDocument } from "../reference/read-bundle.ts";
import { follow } from "../reference/resolve.ts";
import { firstExample } from "./first-example.ts";

/** A parameter with the value that a sample gives it. */
export interface ChosenParameter {
  in: "path" | "query" | "header";
  name: string;
  value: unknown;
  /** Whether a list is written as one pair for each element. */
  explode: boolean;
  /** Whether its text is JSON. */
  isJson: boolean;
}

interface Parameter {
  in: ChosenParameter["in"];
  name: string;
  required?: boolean;
  explode?: boolean;
  schema?: { contentMediaType?: string };
}

/**
 * The parameters that a sample shows, with the first of their examples: those that are required, and of the others those that say how
 * much is answered - how many rows a page has, and which fields. Not the others: the example of a filter leaves out most of what is there,
 * that of a page is the second, which a short list does not have, and a switch is no part of a first call.
 *
 * @throws When one of them has no example.
 */
export function chooseParameters(document: OpenApiDocument, item: object, operation: object): ChosenParameter[] {
  const limit: unknown = Object(operation)["x-pagination"]?.limit;
  return listParameters(document, item, operation)
    .map((parameter) => ({ parameter, isJson: isJson(document, parameter) }))
    .filter(({ parameter, isJson }) => parameter.required === true || parameter.name === limit || isJson)
    .map(({ parameter, isJson }) => ({
      in: parameter.in,
      name: parameter.name,
      value: firstExample(document, parameter, `"${parameter.name}" of ${Object(operation).operationId}`),
      explode: parameter.explode ?? parameter.in === "query",
      isJson,
    }));
}

/** An operation's own parameter takes the place of the path's of that name. */
function listParameters(document: OpenApiDocument, item: object, operation: object): Parameter[] {
  const all: Parameter[] = [...(Object(item).parameters ?? []), ...(Object(operation).parameters ?? [])].map(
    (parameter) => Object(follow(document, parameter)),
  );
  return [...new Map(all.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter])).values()];
}

function isJson(document: OpenApiDocument, { schema }: Parameter): boolean {
  return Object(follow(document, schema)).contentMediaType === "application/json";
}
