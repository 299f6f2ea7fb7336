import type { ApiName } from "../api.js";
import { findOperation } from "../operation.js";
import type { Caller } from "../run/caller.js";
import type { Preparation } from "../run/case-check.js";
import type { Case, Values } from "./case.js";
import { documentedValues } from "./replay-cases.js";

/**
 * What has to be done in a fresh copy of the documented data, so that documented requests find what they speak of: the examples
 * tell a story, and each request here stands alone.
 */
type Prepared = {
  readonly api: ApiName;
  readonly operationIds: readonly string[];
  /** Only for cases with this value in the path; for all by default. */
  readonly path?: Values["path"];
  readonly by: string;
};

const PREPARED: readonly Prepared[] = [
  {
    api: "octopi",
    operationIds: ["getServiceOrder", "updateServiceOrder", "deleteServiceOrder", "cancelServiceOrder"],
    by: "createServiceOrder",
  },
  // Of the bill of lading's holds, 36 is in force and 34 is not.
  { api: "octopi", operationIds: ["applyHold"], path: { hold_id: 36 }, by: "liftHold" },
  { api: "octopi", operationIds: ["liftHold"], path: { hold_id: 34 }, by: "applyHold" },
];

/** Examples of a body that are about another record than the path's first example. */
const ELSEWHERE: readonly { api: ApiName; operationId: string; name: string; path: Values["path"] }[] = [
  {
    api: "dataloy",
    operationId: "updateServiceOrder",
    name: "body add-change-and-remove-lines",
    path: { key: 36648101 },
  },
];

/** How a case's record comes to be; undefined where it is there from the beginning. */
export function preparationOf(api: ApiName, one: Case): Preparation | undefined {
  const prepared = PREPARED.filter((each) => each.api === api && each.operationIds.includes(one.operationId));
  const elsewhere = ELSEWHERE.find(
    (each) => each.api === api && each.operationId === one.operationId && each.name === one.name,
  );
  if (elsewhere === undefined && prepared.length === 0) return undefined;
  return async (caller) => {
    for (const each of prepared) await prepare(caller, each, one);
    if (elsewhere === undefined || one.kind === "broken") return one;
    return { ...one, values: { ...one.values, path: { ...one.values.path, ...elsewhere.path } } };
  };
}

async function prepare({ run, call }: Caller, { path, by }: Prepared, one: Case): Promise<void> {
  if (
    path !== undefined &&
    !Object.entries(path).every(([name, value]) => pathOf(run.target.api.operations, one)[name] === value)
  )
    return;
  const values = documentedValues(findOperation(run.target.api.operations, by));
  await call(by, { ...values, path: { ...values.path, ...path } });
}

/** A broken case stands on the documented values. */
function pathOf(operations: Parameters<typeof findOperation>[0], one: Case): Readonly<Record<string, unknown>> {
  const values = one.kind === "valid" ? one.values : documentedValues(findOperation(operations, one.operationId));
  return values.path ?? {};
}
