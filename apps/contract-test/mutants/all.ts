import { CHANGES_OF_DISBURSEMENTS } from "./dataloy/changes.ts";
import { CREATIONS_OF_DISBURSEMENTS } from "./dataloy/creations.ts";
import { FILTERS_OF_DISBURSEMENTS } from "./dataloy/filters.ts";
import { LISTS_OF_DISBURSEMENTS } from "./dataloy/lists.ts";
import { READS_OF_DISBURSEMENTS } from "./dataloy/reads.ts";
import type { Mutant } from "./mutant.ts";
import { LISTS_OF_HOLDS } from "./octopi/holds/lists.ts";
import { MOVES_OF_HOLDS } from "./octopi/holds/moves.ts";
import { CHANGES_OF_INTERCHANGES } from "./octopi/interchanges/changes.ts";
import { CREATIONS_OF_INTERCHANGES } from "./octopi/interchanges/creations.ts";
import { READS_OF_INTERCHANGES } from "./octopi/interchanges/reads.ts";
import { CHANGES_OF_LINE_ITEMS } from "./octopi/line-items/changes.ts";
import { CREATIONS_OF_LINE_ITEMS } from "./octopi/line-items/creations.ts";
import { LISTS_OF_LINE_ITEMS } from "./octopi/line-items/lists.ts";
import { CANCELLATIONS } from "./octopi/service-orders/cancellations.ts";
import { CHANGES_OF_SERVICE_ORDERS } from "./octopi/service-orders/changes.ts";
import { CREATIONS_OF_SERVICE_ORDERS } from "./octopi/service-orders/creations.ts";
import { FILTERS_OF_SERVICE_ORDERS } from "./octopi/service-orders/filters.ts";
import { LISTS_OF_SERVICE_ORDERS } from "./octopi/service-orders/lists.ts";
import { READS_OF_SERVICE_ORDERS } from "./octopi/service-orders/reads.ts";
import { TIMES_OF_SERVICE_ORDERS } from "./octopi/service-orders/times.ts";

/** Every mutant. */
export const MUTANTS: readonly Mutant[] = [
  ...LISTS_OF_SERVICE_ORDERS,
  ...FILTERS_OF_SERVICE_ORDERS,
  ...READS_OF_SERVICE_ORDERS,
  ...CREATIONS_OF_SERVICE_ORDERS,
  ...CHANGES_OF_SERVICE_ORDERS,
  ...CANCELLATIONS,
  ...TIMES_OF_SERVICE_ORDERS,
  ...READS_OF_INTERCHANGES,
  ...CREATIONS_OF_INTERCHANGES,
  ...CHANGES_OF_INTERCHANGES,
  ...LISTS_OF_LINE_ITEMS,
  ...CREATIONS_OF_LINE_ITEMS,
  ...CHANGES_OF_LINE_ITEMS,
  ...LISTS_OF_HOLDS,
  ...MOVES_OF_HOLDS,
  ...LISTS_OF_DISBURSEMENTS,
  ...FILTERS_OF_DISBURSEMENTS,
  ...READS_OF_DISBURSEMENTS,
  ...CREATIONS_OF_DISBURSEMENTS,
  ...CHANGES_OF_DISBURSEMENTS,
];
