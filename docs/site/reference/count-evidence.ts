import { methods } from "./list-operations.ts";
import { follow } from "./resolve.ts";

/** How many responses of a document's operations are documented and how many inferred. */
export function countEvidence(document: Record<string, unknown>): { documented: number; inferred: number } {
  const bases = responsesOf(document).map((response) => Object(Object(response)["x-evidence"]).basis);
  return {
    documented: bases.filter((basis) => basis === "documented").length,
    inferred: bases.filter((basis) => basis === "inferred").length,
  };
}

function responsesOf(document: Record<string, unknown>): unknown[] {
  return Object.values(Object(document.paths))
    .flatMap((item) => methods.flatMap((method) => Object.values(Object(Object(Object(item)[method]).responses))))
    .map((response) => follow(document, response));
}
