import { DISBURSEMENTS } from "./disbursements.ts";
import { HOLD_STORIES } from "./holds.ts";
import { INTERCHANGES } from "./interchanges.ts";
import { LINE_ITEMS } from "./line-items.ts";
import { SERVICE_ORDERS } from "./service-orders.ts";
import type { Story } from "./story.ts";

/** Every story. */
export const STORIES: readonly Story[] = [
  ...SERVICE_ORDERS,
  ...INTERCHANGES,
  ...LINE_ITEMS,
  ...HOLD_STORIES,
  ...DISBURSEMENTS,
];
