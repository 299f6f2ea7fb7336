import { isAllowed, methodOf } from "./mode.js";
import type { Target } from "./open-target.js";
import { plainText } from "./reports/plain-text.js";
import { casesOf } from "./run-contract-tests.js";
import { writeRequest } from "./write-request.js";

/**
 * Writes what a run would send, one line a request, and what its mode leaves out. Sends nothing.
 *
 * @param ids - Of the operations; all by default.
 */
export function writePlan({ api, origin, mode }: Target, ids?: readonly string[]): string {
  const { documented, further } = casesOf(api, ids);
  const all = [...documented, ...further];
  const sent = all.filter((one) => isAllowed(mode, api, one));
  const lines = sent.map((one) => {
    const operation = api.operations.find(({ operationId }) => operationId === one.operationId);
    const url = one.kind === "broken" || operation === undefined ? "" : writeRequest(operation, one.values).url;
    const path = one.kind === "broken" ? one.request.url : url;
    return `${methodOf(api, one).padEnd(6)} ${plainText(path)}  ${one.operationId}, ${plainText(one.name)}`;
  });
  const left = all.length - sent.length;
  const without = left === 0 ? "" : `, and leaves out ${left} that mode ${mode} does not allow`;
  return [
    ...lines,
    "",
    `A run in mode ${mode} sends ${sent.length} requests to ${origin}${without}. Nothing was sent.`,
    "",
  ].join("\n");
}
