import { JOURNEYS } from "../../journeys/all.js";
import { CannotRun } from "../cannot-run.js";
import { brokenCases } from "../cases/broken-cases.js";
import type { Case } from "../cases/case.js";
import { drawnCheck } from "../cases/drawn-check.js";
import { missingRecords } from "../cases/missing-records.js";
import { onOwnRecord } from "../cases/on-own-record.js";
import { preparationOf } from "../cases/preparations.js";
import { replayCases } from "../cases/replay-cases.js";
import { rightCases } from "../cases/right-cases.js";
import { statusCases } from "../cases/status-cases.js";
import { unknownSender } from "../cases/unknown-sender.js";
import { meaningChecks } from "../meaning/meaning-checks.js";
import type { Resource } from "../meaning/resource.js";
import { resourcesOf } from "../meaning/resources.js";
import type { Operation } from "../operation.js";
import { caseCheck } from "./case-check.js";
import type { Check } from "./check.js";
import { journeyCheck } from "./journey.js";
import type { Nature } from "./nature.js";
import type { Target } from "./open-target.js";

/** All that a target is held against. */
export type Checks = {
  /** The documented requests come first, for what they meet tells whether the others make sense. */
  readonly documented: readonly Check[];
  readonly further: readonly Check[];
};

/**
 * Makes the checks of a target, whatever its mode allows.
 *
 * @param ids - Of the operations; all by default. A check of several is made for any of them.
 * @throws CannotRun when there is no operation of that id.
 */
export function checksOf(target: Target, nature: Nature, ids?: readonly string[]): Checks {
  const { api } = target;
  const operations = ids === undefined ? api.operations : ids.map((id) => operationOf(target, id));
  const wanted = ({ operationId, operationIds = [operationId] }: Check) =>
    operations.some((one) => operationIds.includes(one.operationId));
  const asCheck = (one: Case) => checkOf(target, nature, one);
  // What keeps no state knows neither stories nor meaning.
  const stateful = nature.isMock ? [] : [...meaningChecks(api), ...journeysOf(target)];
  return {
    documented: operations.flatMap((one) => replayCases(api.document, one)).map(asCheck),
    further: [
      ...operations.flatMap((one) => [
        ...[...(nature.isMock ? statusCases(one) : []), ...rightCases(api, one), ...brokenCases(api, one)].map(asCheck),
        ...(nature.isMock ? [] : [...unknownSender(target, one), ...missingRecords(one)].map(asCheck)),
        ...drawnCheck(target, nature, one),
      ]),
      ...stateful.filter(wanted),
    ],
  };
}

/** The journeys of the target's API as checks. */
function journeysOf({ api }: Target): Check[] {
  return JOURNEYS.filter((one) => one.api === api.name).map(journeyCheck);
}

/** A request on a record of its own goes as far as `own`; where that cannot be, a request that writes goes as far as `any`. */
function checkOf(target: Target, nature: Nature, one: Case): Check {
  const { api, mode } = target;
  const operation = operationOf(target, one.operationId);
  const isRead = (one.kind === "broken" ? one.request.method : operation.method) === "GET";
  if (nature.isMock) return caseCheck(operation, one, isRead ? "reads" : "any");
  if (nature.hasSessions) {
    const prepared = preparationOf(api.name, one);
    return caseCheck(operation, one, isRead && prepared === undefined ? "reads" : "any", prepared);
  }
  const resource = resourceOf(target, operation);
  const own = resource === undefined ? undefined : onOwnRecord(resource, operation, one);
  if (own === undefined || resource?.remove === undefined || mode === "read-only")
    return caseCheck(operation, one, isRead ? "reads" : "any");
  return { ...caseCheck(operation, one, "own", own), needs: resource.create?.needs };
}

/** The resource whose records an operation makes or works on. */
function resourceOf({ api }: Target, { operationId, path }: Operation): Resource | undefined {
  return resourcesOf(api.name).find(({ create, list }) => {
    if (create === undefined) return false;
    const listPath = api.operations.find((one) => one.operationId === list.operationId)?.path ?? "";
    return operationId === create.operationId || path.startsWith(`${listPath.replace(/\.json$/, "")}/`);
  });
}

function operationOf({ api: { name, operations } }: Target, id: string): Operation {
  const found = operations.find(({ operationId }) => operationId === id);
  if (found !== undefined) return found;
  throw new CannotRun(
    `${name} has no operation "${id}"; it has ${operations.map((one) => one.operationId).join(", ")}.`,
  );
}
