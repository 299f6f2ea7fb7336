import type {
  CreateServiceOrderLine,
  EntityReference,
  operations,
  ServiceOrder,
  UpdateServiceOrderLine,
  WritableServiceOrder,
  WritableServiceOrderLine,
} from "@quayside/types/dataloy";
import type { Call } from "../../handler.js";
import { type Expected, refuse } from "../call.js";
import { takeNumber, type World } from "../world.js";
import { keptBy } from "./list.js";
import { type Fields, pickFields, SHORT, USUAL } from "./pick-fields.js";
import { self, type Tenant, type WholeLine, type WholeOrder } from "./tenant.js";

/** Where a call finds things: its caller's data, in a session's world. */
export type At = { readonly world: World; readonly tenant: Tenant };

type Models = { readonly [Id in keyof operations]: (call: Call<operations[Id]>, at: At) => Expected };

const MOST_ROWS = 2000;

/**
 * Dataloy's service orders: a list of them with all that can be shown, of which each answer is a part. Of several things that are wrong
 * with a body, it is open which one a refusal tells.
 */
export const disbursements: Models = {
  listServiceOrders: ({ query, header }, { tenant }) => {
    const kept = keptBy(tenant.orders, query.filter ?? [], query.sort);
    const { pageNumber = 1, limit = MOST_ROWS } = query;
    const page = kept.slice((pageNumber - 1) * limit, pageNumber * limit);
    const total = header.noCount === undefined ? String(kept.length) : null;
    return {
      status: 200,
      body: pickFields(page, fieldsIn(header.fields, SHORT)),
      headers: { totalObjectsNumber: total },
    };
  },
  getServiceOrder: ({ path, header }, { tenant }) => {
    return { status: 200, body: pickFields(orderOf(tenant, path.key), fieldsIn(header.fields, USUAL)) };
  },
  createServiceOrder: ({ body }, at) => {
    const { world, tenant } = at;
    const key = world.next.dataloy;
    const order = withAmount({
      ...self("ServiceOrder", key),
      ...UNSET_ORDER,
      ...newHistory(at),
      ...(valuesOf(body, tenant) as RequiredValues),
      amount: 0,
      serviceOrderLines: body.serviceOrderLines.map((line, index) => newLine(line, key + 1 + index, key, at)),
    });
    for (let taken = 0; taken <= body.serviceOrderLines.length; taken += 1) takeNumber(world, "dataloy");
    tenant.orders.push(order);
    return { status: 201, body: pickFields(order, USUAL) };
  },
  updateServiceOrder: ({ path, body }, at) => {
    const { world, tenant } = at;
    const before = orderOf(tenant, path.key);
    const values = valuesOf(body, tenant);
    const serviceOrderLines = linesAfter(before, body.serviceOrderLines, at);
    const news = serviceOrderLines.filter(({ key }) => key >= world.next.dataloy);
    const order = withAmount({ ...before, ...values, ...newChange(at), serviceOrderLines });
    for (const _ of news) takeNumber(world, "dataloy");
    tenant.orders = tenant.orders.map((one) => (one === before ? order : one));
    return { status: 200, body: pickFields(order, USUAL) };
  },
};

type RequiredValues = Pick<WholeOrder, "portCall" | "currency" | "status" | "amountAdvancedCurrency">;

const UNSET_ORDER = {
  ...{ businessPartner: null, externalReferenceNo: null, exchangeRate: null, orderDate: null, amountAdvanced: null },
  ...{ nominationEmail: null, emailSentDate: null, portAgentType: null },
};
const UNSET_LINE = {
  ...{ description: null, amountEstimate: null, amountRevised: 0, amountFinal: 0 },
  ...{ isOwnersCost: null, isCharterersCost: null, externalReferenceNo: null },
};

function fieldsIn(text: string | undefined, usual: Fields): Fields {
  return text === undefined ? usual : JSON.parse(text);
}

function orderOf({ orders }: Tenant, key: number): WholeOrder {
  return orders.find((order) => order.key === key) ?? refuse(404, `${key} was not found`);
}

/** What a body sets of an order. */
function valuesOf(
  { serviceOrderLines: _, ...sent }: WritableServiceOrder & { serviceOrderLines?: unknown },
  tenant: Tenant,
) {
  const types = {
    portCall: "PortCall",
    businessPartner: "BusinessPartner",
    currency: "Currency",
    status: "StatusType",
    amountAdvancedCurrency: "Currency",
  };
  return emptyTextsAsNull(refer(sent, types, tenant)) as Partial<WholeOrder>;
}

/** Puts objects in the place of references. */
function refer(sent: object, types: Readonly<Record<string, string>>, { entities }: Tenant): object {
  const named = Object.entries(types).filter(([name]) => (Reflect.get(sent, name) ?? null) !== null);
  const objects = named.map(([name, type]) => {
    const reference: EntityReference = Reflect.get(sent, name);
    const key = typeof reference === "object" ? reference.key : reference;
    const entity = entities.find((one) => one.type === type && (one.code === key || one.shown.key === key));
    return [name, entity === undefined || entity.isForeign ? refuse(400) : entity.shown];
  });
  return { ...sent, ...Object.fromEntries(objects) };
}

function emptyTextsAsNull(sent: object): object {
  return Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, value === "" ? null : value]));
}

function lineValues(line: WritableServiceOrderLine, order: number, tenant: Tenant): Partial<WholeLine> {
  const { serviceOrder, ...sent } = line;
  const on = typeof serviceOrder === "object" ? serviceOrder.key : serviceOrder;
  if (on !== undefined && on !== order) refuse(400);
  return emptyTextsAsNull(refer(sent, { serviceCode: "ServiceCode" }, tenant)) as Partial<WholeLine>;
}

function newLine(line: CreateServiceOrderLine, key: number, order: number, at: At): WholeLine {
  return {
    ...UNSET_LINE,
    ...newHistory(at),
    ...(lineValues(line, order, at.tenant) as Pick<WholeLine, "serviceCode">),
    ...self("ServiceOrderLine", key),
    serviceOrder: self("ServiceOrder", order),
  };
}

/** The lines that have a key stay, and become what is sent; those without come to them; all others go. */
function linesAfter(before: WholeOrder, sent: readonly UpdateServiceOrderLine[] | undefined, at: At): WholeLine[] {
  if (sent === undefined) return before.serviceOrderLines;
  const changes = sent.filter((line) => "key" in line);
  const keys = changes.map(({ key }) => key);
  const unknown = keys.find((key) => !before.serviceOrderLines.some((line) => line.key === key));
  if (unknown !== undefined || new Set(keys).size < keys.length) refuse(400);
  const kept = before.serviceOrderLines.flatMap((line) => {
    const change = changes.find(({ key }) => key === line.key);
    return change === undefined ? [] : [changedLine(line, lineValues(change, before.key, at.tenant), at)];
  });
  const added = sent.filter((line): line is CreateServiceOrderLine => !("key" in line));
  const first = at.world.next.dataloy;
  return [...kept, ...added.map((line, index) => newLine(line, first + index, before.key, at))];
}

/** A line that is sent as it is was not changed by anybody. */
function changedLine(line: WholeLine, values: Partial<WholeLine>, at: At): WholeLine {
  const after = { ...line, ...values };
  return JSON.stringify(after) === JSON.stringify(line) ? line : { ...after, ...newChange(at) };
}

function newHistory({ world, tenant }: At) {
  const now = localTime(world);
  const created = { createdById: tenant.userKey, createdDate: now };
  return { ...created, changedById: null, modifiedDate: now, isObjectActive: true, remarks: [] };
}

function newChange({ world, tenant }: At) {
  return { changedById: tenant.userKey, modifiedDate: localTime(world) };
}

/** A session's time as Dataloy writes it. */
export function localTime({ clock }: Pick<World, "clock">): string {
  return new Date(clock.now).toISOString().slice(0, 19);
}

/** The sum of the lines, to the cent, of the stage that the status stands for. */
function withAmount(order: WholeOrder): WholeOrder {
  const code = (order.status as NonNullable<ServiceOrder["status"]>).statusTypeCode;
  const amount = code === "FIN" ? "amountFinal" : code === "REV" ? "amountRevised" : "amountEstimate";
  const cents = order.serviceOrderLines.map((line) => Math.round((line[amount] ?? 0) * 100));
  return { ...order, amount: cents.reduce((sum, one) => sum + one, 0) / 100 };
}
