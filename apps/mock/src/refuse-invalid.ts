import { InvalidRequest, type Violation } from "./invalid-request.js";
import type { Operation } from "./prism-engine.js";

/** What Prism finds in a request. */
export type Diagnostic = { path?: string[]; code?: string | number; message: string };

const MAX_VIOLATIONS = 10;
const MAX_MESSAGE_LENGTH = 300;

/** The status of an operation's answer to an invalid request: 422 or 400, whichever it documents; 422 where neither. */
export function invalidStatus(operation: Operation): number {
  const documented = operation.responses.map(({ code }) => code);
  return documented.includes("400") && !documented.includes("422") ? 400 : 422;
}

/** Refuses a request for one thing that is wrong with its body. */
export function refuseBody(operation: Operation, message: string): InvalidRequest {
  return refuseDiagnostics(operation, [{ path: ["body"], code: "body", message }]);
}

/** Refuses a request with a sentence that names each thing that is wrong with it, up to ten. */
export function refuseDiagnostics(operation: Operation, diagnostics: readonly Diagnostic[]): InvalidRequest {
  const violations = diagnostics.slice(0, MAX_VIOLATIONS).map(toViolation);
  const hidden = diagnostics.length - violations.length;
  const sentences = violations.map(({ message }) => message).concat(hidden > 0 ? [`and ${hidden} more`] : []);
  return new InvalidRequest(invalidStatus(operation), `${sentences.join("; ")}.`, violations);
}

/** A message may quote a name from the request, of any length. */
function toViolation({ path = [], code = "", message }: Diagnostic): Violation {
  const short = message.length > MAX_MESSAGE_LENGTH ? `${message.slice(0, MAX_MESSAGE_LENGTH)}…` : message;
  return { location: ["request", ...path], severity: "Error", code: String(code), message: short };
}
