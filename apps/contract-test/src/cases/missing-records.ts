import type { Operation, Parameter } from "../operation.js";
import { writeRequest } from "../write-request.js";
import type { BrokenCase } from "./case.js";
import { documentedValues, withParameter } from "./replay-cases.js";

/** Values that no record is called by. */
const UNKNOWN = { number: 987_654_321, text: "QUAYSIDE-NO-SUCH-RECORD" };

/** A documented request about a record that there is not, once for each part of its address. */
export function missingRecords(operation: Operation): BrokenCase[] {
  if (!operation.responses.some(({ status }) => status === "404")) return [];
  const { operationId, parameters } = operation;
  return parameters
    .filter((one) => one.in === "path")
    .map((parameter) => ({
      kind: "broken",
      operationId,
      name: `path ${parameter.name} of nothing that there is`,
      inferred: false,
      request: writeRequest(operation, withParameter(documentedValues(operation), parameter, unknownFor(parameter))),
      due: "no-such-record",
      where: `path.${parameter.name}`,
    }));
}

function unknownFor({ examples }: Parameter): unknown {
  return typeof examples[0]?.value === "number" ? UNKNOWN.number : UNKNOWN.text;
}
