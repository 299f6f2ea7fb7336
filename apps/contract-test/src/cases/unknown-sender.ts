import { randomBytes } from "node:crypto";
import type { Api } from "../api.js";
import type { Operation } from "../operation.js";
import { writeRequest } from "../write-request.js";
import type { BrokenCase } from "./case.js";
import { documentedValues } from "./replay-cases.js";

/** A documented request with credentials of the right form that nobody was given: who takes any is no guard. */
export function unknownSender(api: Api, operation: Operation): BrokenCase[] {
  if (!operation.secured) return [];
  const token = randomBytes(24).toString("hex");
  return [
    {
      kind: "broken",
      operationId: operation.operationId,
      name: "with credentials that nobody was given",
      inferred: false,
      request: writeRequest(operation, documentedValues(operation)),
      due: "authentication",
      where: "header.Authorization",
      authorization: api.authorize({ kind: "token", token }),
    },
  ];
}
