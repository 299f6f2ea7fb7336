import type { Journey } from "../src/run/journey.js";
import { disbursement } from "./disbursement.js";
import { holds } from "./holds.js";
import { interchange } from "./interchange.js";
import { lineItems } from "./line-items.js";
import { serviceOrderLife } from "./service-order-life.js";

/** Every story, one a file. */
export const JOURNEYS: readonly Journey[] = [serviceOrderLife, holds, interchange, lineItems, disbursement];
