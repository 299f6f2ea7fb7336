import type { ApiName } from "../api.js";
import type { Resource } from "./resource.js";
import { DATALOY_SERVICE_ORDERS } from "./resources/dataloy-service-orders.js";
import { OCTOPI_HOLDS } from "./resources/octopi-holds.js";
import { OCTOPI_INTERCHANGES } from "./resources/octopi-interchanges.js";
import { OCTOPI_LINE_ITEMS } from "./resources/octopi-line-items.js";
import { OCTOPI_SERVICE_ORDERS } from "./resources/octopi-service-orders.js";

/** The resources of all APIs. */
export const RESOURCES: readonly Resource[] = [
  OCTOPI_SERVICE_ORDERS,
  OCTOPI_INTERCHANGES,
  OCTOPI_LINE_ITEMS,
  OCTOPI_HOLDS,
  DATALOY_SERVICE_ORDERS,
];

/** The resources of an API. */
export function resourcesOf(api: ApiName): readonly Resource[] {
  return RESOURCES.filter((one) => one.api === api);
}
