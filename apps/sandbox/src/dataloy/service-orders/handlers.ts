import { Refusal } from "@quayside/serve";
import { takeNumbers } from "../../store/counters.js";
import { countDisbursements, listDisbursements } from "../../store/disbursement-list.js";
import {
  changeLines,
  findDisbursement,
  insertDisbursement,
  type StoredDisbursement,
  updateDisbursement,
} from "../../store/disbursements.js";
import { findEntities } from "../../store/entities.js";
import { type Scope, scopeOf } from "../../store/scope.js";
import type { DataloyContext, DataloyHandler } from "../context.js";
import { readFields } from "../fields.js";
import { writeLocalTime } from "../local-time.js";
import { mentionedIn } from "../references.js";
import { notify } from "../webhooks/notify.js";
import { type Author, changeOrder, isNew, newOrder } from "./change-order.js";
import { readFilter } from "./read-filter.js";
import { referencesIn } from "./read-order.js";
import { readPage } from "./read-page.js";
import { readSort } from "./read-sort.js";
import { SHORT_VIEW, USUAL_VIEW, wantsLines } from "./views.js";
import { writeOrder, writeOrders } from "./write-order.js";

/** An order of more is a mistake, and would keep everybody else waiting. */
const MAX_LINES = 1000;

export const listServiceOrders: DataloyHandler<"listServiceOrders"> = async ({ query, header }, context) => {
  const scope = scopeOf(context);
  const fields = header.fields === undefined ? SHORT_VIEW : readFields(header.fields);
  const filter = readFilter(query.filter ?? []);
  const sort = query.sort === undefined ? undefined : readSort(query.sort);
  const page = readPage(query, header.disablemaxlimit !== undefined);
  const orders = await listDisbursements(scope, { filter, sort, ...page, lines: wantsLines(fields) });
  const body = await writeOrders(scope, orders, fields, context.origin);
  if (header.noCount !== undefined) return { status: 200, body };
  const total = await countDisbursements(scope, filter, sort);
  return { status: 200, body, headers: { totalobjectsnumber: String(total) } };
};

export const getServiceOrder: DataloyHandler<"getServiceOrder"> = async ({ path, header }, context) => {
  const scope = scopeOf(context);
  const fields = header.fields === undefined ? USUAL_VIEW : readFields(header.fields);
  const order = await requireOrder(scope, path.key);
  return { status: 200, body: await writeOrder(scope, order, fields, context.origin) };
};

/** The handlers that change orders. `poke` is called once there is a notification to deliver. */
export function writingHandlers(poke: () => void) {
  const createServiceOrder: DataloyHandler<"createServiceOrder"> = async ({ body }, context) => {
    const scope = scopeOf(context);
    const count = body.serviceOrderLines.length;
    refuseTooMany(count);
    const entities = await findEntities(scope, mentionedIn(referencesIn(body)));
    const key = await takeNumbers(scope.db, scope.copy, "dataloy", 1 + count);
    const order = newOrder(body, entities, { copy: scope.copy, owner: scope.owner, key }, authorOf(context));
    await insertDisbursement(scope, order);
    await notify(context, "C", order, poke);
    return { status: 201, body: await writeOrder(scope, order, USUAL_VIEW, context.origin) };
  };

  const updateServiceOrder: DataloyHandler<"updateServiceOrder"> = async ({ path, body }, context) => {
    const scope = scopeOf(context);
    const before = await requireOrder(scope, path.key);
    refuseTooMany(body.serviceOrderLines?.length ?? 0);
    const entities = await findEntities(scope, mentionedIn([...referencesIn(body), before.status]));
    const count = body.serviceOrderLines?.filter(isNew).length ?? 0;
    const firstKey = count === 0 ? 0 : await takeNumbers(scope.db, scope.copy, "dataloy", count);
    const { order, changes } = changeOrder(before, body, entities, firstKey, authorOf(context));
    await updateDisbursement(scope, order);
    await changeLines(scope, order.key, changes);
    await notify(context, "U", order, poke);
    return { status: 200, body: await writeOrder(scope, order, USUAL_VIEW, context.origin) };
  };

  return { createServiceOrder, updateServiceOrder };
}

async function requireOrder(scope: Scope, key: number): Promise<StoredDisbursement> {
  const order = await findDisbursement(scope, key);
  if (order === undefined) throw new Refusal(404, `ServiceOrder with key ${key} was not found.`);
  return order;
}

function refuseTooMany(lines: number): void {
  if (lines > MAX_LINES) throw new Refusal(400, `More than ${MAX_LINES} lines: make several orders of it.`);
}

function authorOf({ owner, now }: DataloyContext): Author {
  return { userKey: owner.userKey, time: writeLocalTime(now) };
}
