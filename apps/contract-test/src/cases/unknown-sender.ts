import { randomBytes } from "node:crypto";
import type { Operation } from "../operation.js";
import type { Target } from "../run/open-target.js";
import { writeRequest } from "../write-request.js";
import type { BrokenCase } from "./case.js";
import { documentedValues } from "./replay-cases.js";

/** A documented request with credentials of the right form that nobody was given: who takes any is no guard. */
export function unknownSender({ api, credentials: own, mode }: Target, operation: Operation): BrokenCase[] {
  if (!operation.secured) return [];
  const secret = randomBytes(24).toString("hex");
  const token = api.authorize({ kind: "token", token: secret });
  const cases = [{ name: "with credentials that nobody was given", authorization: token }];
  // Elsewhere it could lock the user out.
  if (own.kind === "user" && mode === "full")
    cases.push({ name: "with another password", authorization: api.authorize({ ...own, password: secret }) });
  return cases.map((one) => ({
    kind: "broken",
    operationId: operation.operationId,
    inferred: false,
    request: writeRequest(operation, documentedValues(operation)),
    due: "authentication",
    where: "header.Authorization",
    ...one,
  }));
}
