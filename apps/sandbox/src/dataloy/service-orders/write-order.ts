import type { Entity, EntityHistory, ServiceOrder, ServiceOrderLine } from "@quayside/types/dataloy";
import type { StoredDisbursement } from "../../store/disbursements.js";
import { type Entities, findEntities } from "../../store/entities.js";
import type { Scope } from "../../store/scope.js";
import type { DisbursementLineRow, DisbursementRow } from "../../store/tables.js";
import { openRefer, type Refer, writeEntity } from "../entity.js";
import type { FieldTree } from "../fields.js";
import { project } from "../project.js";
import { wantsCodes } from "./views.js";

/** Writes orders with the fields that are wanted, and looks up codes where a field wants one. */
export async function writeOrders(
  scope: Scope,
  orders: readonly StoredDisbursement[],
  fields: FieldTree,
  origin: string,
): Promise<ServiceOrder[]> {
  const entities = wantsCodes(fields) ? await findEntities(scope, { keys: orders.flatMap(referencesOf) }) : NONE;
  const refer = openRefer(entities, origin);
  return orders.map((order) => project(writeWhole(order, refer, origin), fields));
}

/** As {@link writeOrders}, for one. */
export async function writeOrder(
  scope: Scope,
  order: StoredDisbursement,
  fields: FieldTree,
  origin: string,
): Promise<ServiceOrder> {
  const [written] = await writeOrders(scope, [order], fields, origin);
  if (written === undefined) throw new Error(`The order ${order.key} was not written.`);
  return written;
}

const NONE: Entities = new Map();

function referencesOf({ lines, ...order }: StoredDisbursement): number[] {
  const { port_call, business_partner, currency, status, amount_advanced_currency } = order;
  const own = [port_call, business_partner, currency, status, amount_advanced_currency].filter((key) => key !== null);
  return [...own, ...lines.map(({ service_code }) => service_code)];
}

/** All that there is of an order; an answer is a part of it. */
function writeWhole(order: StoredDisbursement, refer: Refer, origin: string): ServiceOrder {
  const self = writeEntity(origin, "ServiceOrder", order.key);
  return {
    ...self,
    portCall: refer("PortCall", order.port_call),
    serviceOrderLines: order.lines.map((line) => writeLine(line, self, refer, origin)),
    businessPartner: refer("BusinessPartner", order.business_partner),
    externalReferenceNo: order.external_reference_no,
    exchangeRate: order.exchange_rate,
    currency: refer("Currency", order.currency),
    orderDate: order.order_date,
    status: refer("StatusType", order.status),
    amountAdvanced: order.amount_advanced,
    amountAdvancedCurrency: refer("Currency", order.amount_advanced_currency),
    nominationEmail: order.nomination_email,
    emailSentDate: order.email_sent_date,
    portAgentType: null,
    amount: order.amount,
    ...writeHistory(order),
  };
}

function writeLine(line: DisbursementLineRow, serviceOrder: Entity, refer: Refer, origin: string): ServiceOrderLine {
  return {
    ...writeEntity(origin, "ServiceOrderLine", line.key),
    serviceOrder,
    serviceCode: refer("ServiceCode", line.service_code),
    description: line.description,
    amountEstimate: line.amount_estimate,
    amountRevised: line.amount_revised,
    amountFinal: line.amount_final,
    isOwnersCost: writeFlag(line.is_owners_cost),
    isCharterersCost: writeFlag(line.is_charterers_cost),
    externalReferenceNo: line.external_reference_no,
    ...writeHistory(line),
  };
}

function writeFlag(flag: number | null): boolean | null {
  return flag === null ? null : flag === 1;
}

function writeHistory(row: DisbursementRow | DisbursementLineRow): EntityHistory {
  return {
    createdById: row.created_by_id,
    createdDate: row.created_date,
    changedById: row.changed_by_id,
    modifiedDate: row.modified_date,
    isObjectActive: row.is_object_active === 1,
    remarks: [],
  };
}
