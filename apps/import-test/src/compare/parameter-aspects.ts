import type { ImportedParameter, ImportedRequest } from "../collection.ts";
import { type DescribedOperation, valuesOf } from "../described/describe.ts";
import type { Parameter } from "../described/document.ts";
import { type Aspect, hasText, type Outcome, perOperation } from "./aspect.ts";

/** Parameters of the path, the query and the headers. */
export const parameterAspects: readonly Aspect[] = [
  perParameter("Parameters: of path, query and headers", (_, rows) => rows.length > 0),
  perParameter("Parameters: descriptions", ({ description }, rows) =>
    rows.some((row) => hasText(row.description, description)),
  ),
  perOperation("Parameters: the first example, as value", (operation, request) =>
    examples(operation, request, (isFirst) => isFirst),
  ),
  perOperation("Parameters: all other examples", (operation, request) =>
    examples(operation, request, (isFirst) => !isFirst),
  ),
  perOperation("Parameters: those of the path are filled in when sent", ({ parameters, path }, request) =>
    parameters.filter(isInPath).map(({ name }) => [name, isSent(name, path, request)]),
  ),
  perOperation("Parameters: optional ones are off until wanted", ({ parameters }, request) =>
    parameters
      .filter(({ required }) => required !== true)
      .map((parameter) => [parameter.name, rowsOf(parameter, request).every((row) => !row.isOn)]),
  ),
];

function perParameter(name: string, isKept: (parameter: Parameter, rows: ImportedParameter[]) => boolean): Aspect {
  return perOperation(name, ({ parameters }, request) =>
    parameters.map((parameter) => [parameter.name, isKept(parameter, rowsOf(parameter, request))]),
  );
}

/** A program may have one row for each value that an enumeration allows. */
function rowsOf(parameter: Parameter, request: ImportedRequest | undefined): ImportedParameter[] {
  return request?.parameters.filter((row) => row.in === parameter.in && row.name === parameter.name) ?? [];
}

function examples(
  { parameters }: DescribedOperation,
  request: ImportedRequest | undefined,
  isWanted: (isFirst: boolean) => boolean,
): Outcome[] {
  return parameters.flatMap((parameter) => {
    const rows = rowsOf(parameter, request);
    return valuesOf(parameter)
      .filter(({ isFirst }) => isWanted(isFirst))
      .map(
        ({ name, value }): Outcome => [
          name === "example" ? parameter.name : `${parameter.name} ${name}`,
          rows.some((row) => row.value === String(value)),
        ],
      );
  });
}

function isInPath(parameter: Parameter): boolean {
  return parameter.in === "path";
}

function isSent(name: string, path: string, request: ImportedRequest | undefined): boolean {
  const row = request?.parameters.find((parameter) => parameter.in === "path" && parameter.name === name);
  if (request === undefined || row === undefined) return false;
  const at = path.split("/").findIndex((segment) => segment.includes(`{${name}}`));
  const sent = new URL(request.toHttp({}).url).pathname.split("/")[at];
  return sent === path.split("/")[at]?.replace(`{${name}}`, encodeURIComponent(row.value));
}
