import type { Api } from "../api.js";
import type { Check } from "../run/check.js";
import { assigned } from "./assigned.js";
import { cancels } from "./cancels.js";
import { filters } from "./filters.js";
import { lifecycle } from "./lifecycle.js";
import { listed } from "./listed.js";
import { nextPages } from "./next-pages.js";
import { pages, unique } from "./pages.js";
import { readBack } from "./read-back.js";
import { references } from "./references.js";
import { renames } from "./renames.js";
import { repeats } from "./repeats.js";
import type { Resource } from "./resource.js";
import { resourcesOf } from "./resources.js";
import { sorts } from "./sorts.js";
import { sparse } from "./sparse.js";
import { tenants } from "./tenants.js";
import { touched } from "./touched.js";
import { untouched } from "./untouched.js";
import { zone } from "./zone.js";

/** Every rule over several requests, for every resource of an API. */
export function meaningChecks({ name, operations }: Api): Check[] {
  const of = resourcesOf(name).flatMap((resource) => {
    const { pagination } = operations.find(({ operationId }) => operationId === resource.list.operationId) ?? {};
    const checks = [
      ...readBack(resource),
      ...untouched(resource),
      ...touched(resource),
      ...assigned(resource),
      ...zone(resource),
      ...listed(resource),
      ...renames(resource),
      ...references(resource),
      ...lifecycle(resource),
      ...cancels(resource),
      ...filters(resource),
      ...(pagination === undefined ? [] : pages(resource, pagination)),
      ...(pagination?.next === undefined ? [] : nextPages(resource)),
      ...sorts(resource),
      unique(resource),
      ...sparse(resource),
      ...tenants(resource, operations),
    ];
    return checks.map((check) => reaching(resource, check));
  });
  return [...of, ...repeats(operations)];
}

/** A record that nothing removes is not disposable. */
function reaching({ create, read, list, remove }: Resource, check: Check): Check {
  if (check.reach === "reads") return check;
  const reach = check.reach === "own" && remove === undefined ? "any" : check.reach;
  const called = [check.operationId, create?.operationId, read?.operationId ?? list.operationId];
  const operationIds = called.filter((one) => one !== undefined);
  return { ...check, reach, operationIds, needs: create?.needs };
}
