import { DATALOY, DISBURSEMENTS_TALLY } from "./dataloy.js";
import type { Random } from "./random.js";
import type { SeedRows } from "./rows-of.js";

const FIRST_DAY = Date.UTC(2021, 0, 1, 8);
const MINUTE_MS = 60_000;
/** An order, then its lines: so many keys for each. */
const KEYS_PER_ORDER = 3;
const STATUSES = [1000128, 1000129, 1000130, 1000131] as const;
const PORT_CALLS = [36344211, 36344213, 36344215, 36344217, 36344219] as const;
const PARTNERS = [20798543, 20798544, 20798545, null] as const;
const CODES = [36567906, 36567907, 36567908, 36567909, 36567910] as const;

/**
 * Makes up service orders of the first tenant, a minute after one another, with two lines each.
 *
 * @param firstKey - Of the first one that is ever made up.
 * @param from - How many were made up before.
 */
export function makeUpDisbursements(random: Random, firstKey: number, from: number, count: number): SeedRows {
  const made = Array.from({ length: count }, (_, index) => makeUpOne(random, firstKey, from + index));
  return {
    disbursements: made.map(({ order }) => order),
    disbursement_lines: made.flatMap(({ lines }) => lines),
    tallies: [{ owner: 11, name: DISBURSEMENTS_TALLY, count }],
  };
}

/** How many keys the made-up orders take. */
export function keysFor(count: number): number {
  return count * KEYS_PER_ORDER;
}

function makeUpOne(random: Random, firstKey: number, index: number) {
  const [template] = DATALOY.disbursements ?? [];
  const [line] = DATALOY.disbursement_lines ?? [];
  if (template === undefined || line === undefined) throw new Error("The seed has no service order of Dataloy.");
  const key = firstKey + index * KEYS_PER_ORDER;
  const day = new Date(FIRST_DAY + index * MINUTE_MS).toISOString().slice(0, 19);
  const history = { created_date: day, changed_by_id: null, modified_date: day };
  const status = random.pick(STATUSES);
  const lines = [1, 2].map((place) => {
    const amount_estimate = (100 + random.below(99_900)) / 4;
    const amount_revised = status >= 1000130 ? amount_estimate + random.below(500) : 0;
    const amount_final = status === 1000131 ? amount_revised : 0;
    const amounts = { amount_estimate, amount_revised, amount_final };
    return { ...line, ...history, ...amounts, key: key + place, service_order: key, service_code: random.pick(CODES) };
  });
  const stage = status === 1000131 ? "amount_final" : status === 1000130 ? "amount_revised" : "amount_estimate";
  const order = {
    ...template,
    ...history,
    key,
    status,
    port_call: random.pick(PORT_CALLS),
    business_partner: random.pick(PARTNERS),
    external_reference_no: `QS-${String(index + 1).padStart(6, "0")}`,
    order_date: day,
    email_sent_date: null,
    amount: lines.reduce((sum, one) => sum + one[stage], 0),
  };
  return { order, lines };
}
