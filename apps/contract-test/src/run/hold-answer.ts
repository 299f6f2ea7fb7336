import { checkResponse } from "@quayside/contract";
import type { Answer } from "../wire/send.js";
import type { Caller } from "./caller.js";
import { isOnInferred } from "./is-on-inferred.js";

/** Holds an answer on the way of a rule or a story against the contract, and tells what it finds. */
export function holdAnswer({ run, found }: Pick<Caller, "run" | "found">, operationId: string, answer: Answer): void {
  const { api } = run.target;
  const { status } = answer;
  // A documented failure is a failure all the same.
  const message = `${status}; the spec has no failure for such a request`;
  if (status >= 500) found({ rule: "server-error", where: `${operationId} ${status}`, message });
  for (const each of checkResponse(api.contract, operationId, answer))
    found(each, isOnInferred(api, { operationId, inferred: false }, each, status));
}
