import type {
  ChangedServiceOrderLine,
  CreateServiceOrderLine,
  CreateServiceOrderRequest,
  UpdateServiceOrderLine,
  UpdateServiceOrderRequest,
} from "@quayside/types/dataloy";
import type { LineChanges, StoredDisbursement } from "../../store/disbursements.js";
import type { Entities } from "../../store/entities.js";
import { type KeyOf, openReferences } from "../references.js";
import { readLine, readOrder } from "./read-order.js";
import { amountOf, type Line, reconcileLines } from "./rules.js";

/** Who writes, and when. */
export type Author = { readonly userKey: number; readonly time: string };

/** Whose a new row is, and the first of the keys that were taken for it and its lines. */
export type Place = { readonly copy: number; readonly owner: number; readonly key: number };

/** What optional values are until they are given (D-89). */
const UNSET_ORDER = {
  business_partner: null,
  external_reference_no: null,
  exchange_rate: null,
  order_date: null,
  amount_advanced: null,
  nomination_email: null,
  email_sent_date: null,
};
const UNSET_LINE = {
  description: null,
  amount_estimate: null,
  amount_revised: 0,
  amount_final: 0,
  is_owners_cost: null,
  is_charterers_cost: null,
  external_reference_no: null,
};

/**
 * Makes a new order with its lines.
 *
 * @param entities - What the body mentions.
 * @throws Refusal - 400 for a reference to nothing.
 */
export function newOrder(
  body: CreateServiceOrderRequest,
  entities: Entities,
  place: Place,
  author: Author,
): StoredDisbursement {
  const keyOf = openReferences(entities);
  const { key } = place;
  return withAmount(entities, {
    ...UNSET_ORDER,
    ...readOrder(body, keyOf),
    ...place,
    ...historyOf(author),
    port_call: keyOf("PortCall", body.portCall),
    currency: keyOf("Currency", body.currency),
    status: keyOf("StatusType", body.status),
    amount_advanced_currency: keyOf("Currency", body.amountAdvancedCurrency),
    amount: 0,
    lines: body.serviceOrderLines.map((line, index) => {
      return newLine(line, keyOf, { ...place, key: key + 1 + index, service_order: key }, author);
    }),
  });
}

/** An order as a change leaves it, and what becomes of its lines. */
export type ChangedOrder = { readonly order: StoredDisbursement; readonly changes: LineChanges };

/**
 * Changes an order: what the body holds is set, and all else stays (D-67).
 *
 * @param entities - What the body mentions, and the order's present status.
 * @param firstKey - The first of the keys that were taken for new lines.
 * @throws Refusal - 400 for a reference to nothing, or for a line that is not the order's.
 */
export function changeOrder(
  before: StoredDisbursement,
  body: UpdateServiceOrderRequest,
  entities: Entities,
  firstKey: number,
  author: Author,
): ChangedOrder {
  const keyOf = openReferences(entities);
  const { copy, owner, key } = before;
  const change = { changed_by_id: author.userKey, modified_date: author.time };
  const wanted: readonly UpdateServiceOrderLine[] =
    body.serviceOrderLines ?? before.lines.map((line) => ({ key: line.key }));
  const known = wanted.filter(isKeyed).map((line) => ({ key: line.key, values: readLine(line, keyOf, key) }));
  const { kept, ...changes } = reconcileLines(before.lines, known, change);
  const added = wanted.filter(isNew).map((line, index) => {
    return newLine(line, keyOf, { copy, owner, key: firstKey + index, service_order: key }, author);
  });
  const order = { ...before, ...readOrder(body, keyOf), ...change, lines: [...kept, ...added] };
  return { order: withAmount(entities, order), changes: { ...changes, added } };
}

/** Whether an update means an existing line. */
function isKeyed(line: UpdateServiceOrderLine): line is ChangedServiceOrderLine {
  return "key" in line;
}

/** Whether an update adds a line. */
export function isNew(line: UpdateServiceOrderLine): line is CreateServiceOrderLine {
  return !isKeyed(line);
}

function newLine(
  line: CreateServiceOrderLine,
  keyOf: KeyOf,
  place: Place & Pick<Line, "service_order">,
  author: Author,
): Line {
  const values = readLine(line, keyOf, place.service_order);
  const service_code = keyOf("ServiceCode", line.serviceCode);
  return { ...UNSET_LINE, ...values, ...place, ...historyOf(author), service_code };
}

function historyOf({ userKey, time }: Author) {
  return {
    created_by_id: userKey,
    created_date: time,
    changed_by_id: null,
    modified_date: time,
    is_object_active: 1,
  };
}

function withAmount(entities: Entities, order: StoredDisbursement): StoredDisbursement {
  return { ...order, amount: amountOf(entities.get(order.status)?.code ?? null, order.lines) };
}
