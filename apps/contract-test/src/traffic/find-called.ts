import { allowedMethods, findOperation, type OperationMatch } from "@quayside/contract";
import type { Api } from "../api.js";
import type { RecordedExchange } from "./recorded-exchange.js";

/** What a recorded request calls: an operation, or with an undocumented method the path of one. */
export type Called = { readonly match: OperationMatch; readonly isMethodKnown: boolean };

/**
 * Finds what a recorded request calls, whatever its origin: the spec's paths are whole.
 *
 * @returns Undefined for what is not about this API: other paths, a browser's questions before a request (OPTIONS) and HEAD, which
 *   HTTP has wherever it has GET.
 */
export function findCalled({ contract }: Api, { method, url }: RecordedExchange["request"]): Called | undefined {
  const pathname = pathOf(url);
  const match = findOperation(contract, method, pathname);
  if (match !== undefined) return { match, isMethodKnown: true };
  if (["OPTIONS", "HEAD"].includes(method.toUpperCase())) return undefined;
  const [known = ""] = allowedMethods(contract, pathname);
  const onPath = findOperation(contract, known, pathname);
  return onPath === undefined ? undefined : { match: onPath, isMethodKnown: false };
}

/** As it was sent: `new URL` would resolve dots and encode what is not encoded. */
function pathOf(url: string): string {
  const [address = ""] = url.split(/[?#]/, 1);
  return address.replace(/^https?:\/\/[^/]*/i, "");
}
