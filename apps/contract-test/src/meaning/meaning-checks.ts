import type { Api } from "../api.js";
import type { Check } from "../check.js";
import { assigned } from "./assigned.js";
import { cancels } from "./cancels.js";
import { filters } from "./filters.js";
import { lifecycle } from "./lifecycle.js";
import { listed } from "./listed.js";
import { nextPages } from "./next-pages.js";
import { pages } from "./pages.js";
import { readBack } from "./read-back.js";
import { references } from "./references.js";
import { renames } from "./renames.js";
import { repeats } from "./repeats.js";
import type { Resource } from "./resource.js";
import { resourcesOf } from "./resources.js";
import { sorts } from "./sorts.js";
import { tenants } from "./tenants.js";
import { untouched } from "./untouched.js";

/** Every rule over several requests, for every resource of an API. */
export function meaningChecks({ name, operations }: Api): Check[] {
  const of = resourcesOf(name).flatMap((resource) => {
    const { pagination } = operations.find(({ operationId }) => operationId === resource.list.operationId) ?? {};
    const checks = [
      ...readBack(resource),
      ...untouched(resource),
      ...assigned(resource),
      ...listed(resource),
      ...renames(resource),
      ...references(resource),
      ...lifecycle(resource),
      ...cancels(resource),
      ...filters(resource),
      ...(pagination === undefined ? [] : pages(resource, pagination)),
      ...(pagination?.next === undefined ? [] : nextPages(resource)),
      ...sorts(resource),
      ...tenants(resource, operations),
    ];
    return checks.map((check) => reaching(resource, check));
  });
  return [...of, ...repeats(operations)];
}

/** A record that nothing removes is not disposable. */
function reaching({ create, remove }: Resource, check: Check): Check {
  const reach = check.reach === "own" && remove === undefined ? "any" : check.reach;
  return { ...check, reach, needs: create?.needs };
}
