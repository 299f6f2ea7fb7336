import { plainText } from "../reports/plain-text.js";
import type { Check } from "./check.js";
import { checksOf } from "./checks-of.js";
import { isAllowed } from "./mode.js";
import type { Nature } from "./nature.js";
import type { Target } from "./open-target.js";

/** Nothing is asked of the target, so it is taken for a system with state that is not ours. */
const UNKNOWN: Nature = { isMock: false, hasSessions: false };

/**
 * Writes what a run would do, one line a check, and what its mode leaves out. Sends nothing.
 *
 * @param ids - Of the operations; all by default.
 */
export function writePlan(target: Target, ids?: readonly string[]): string {
  const { api, origin, mode, maxWrites, rate } = target;
  const { documented, further } = checksOf(target, UNKNOWN, ids);
  const all = [...documented, ...further];
  const run = all.filter(({ reach }) => isAllowed(mode, reach));
  const left = all.length - run.length;
  const without = left === 0 ? "" : `, and leaves out ${left} that mode ${mode} does not allow`;
  const bounds = [
    ...(rate === undefined ? [] : [`at most ${rate} requests a second`]),
    ...(maxWrites === undefined ? [] : [`at most ${maxWrites} that write`]),
  ];
  return [
    ...(mode === "disposable" ? ["first  one record of each kind is made, removed and looked for"] : []),
    ...run.map((one) => lineOf(one, one.sends ?? severalOf(target, one))),
    "",
    `A run in mode ${mode} makes ${run.length} checks of ${api.title} at ${origin}${without}. Nothing was sent.`,
    ...(bounds.length === 0 ? [] : [`It sends ${bounds.join(", ")}.`]),
    "",
  ].join("\n");
}

function lineOf({ reach, operationId, name }: Check, request: string): string {
  return `${reach === "reads" ? "reads " : "writes"} ${plainText(request)}  ${operationId}, ${plainText(name)}`;
}

/** What sends several requests is told by all the operations that it calls. */
function severalOf({ api }: Target, { operationId, operationIds = [operationId] }: Check): string {
  const called = api.operations.filter((one) => operationIds.includes(one.operationId));
  return `several of ${called.map(({ method, path }) => `${method} ${path}`).join(", ")}`;
}
