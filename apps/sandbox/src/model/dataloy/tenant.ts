import type { EntityHistory, ServiceOrder, ServiceOrderLine } from "@quayside/types/dataloy";
import { DATALOY } from "../../seed/dataloy.js";
import type { DisbursementLineRow, DisbursementRow } from "../../store/tables.js";
import type { Caller } from "../call.js";
import { ORIGIN } from "../send.js";

/** An object that orders refer to: what is known of it, and all that is shown of it. */
export type Entity = {
  readonly type: string;
  readonly code: string | null;
  /** Whether it is a status of another class. */
  readonly isForeign: boolean;
  readonly shown: { readonly key: number; readonly self: string };
};

/** A service order with everything that can be shown of it; what a request sees is a part of it. */
export type WholeOrder = Required<Omit<ServiceOrder, "serviceOrderLines">> & { serviceOrderLines: WholeLine[] };

/** A line with everything. */
export type WholeLine = Required<ServiceOrderLine>;

/** All that a tenant has. */
export type Tenant = { readonly userKey: number; readonly entities: readonly Entity[]; orders: WholeOrder[] };

const OWNERS = { demo: 11, demo2: 12 } as const;
const USERS = { demo: 1201, demo2: 1301 } as const;

/** What a tenant has when a session begins. */
export function openTenant(whose: Caller): Tenant {
  const owner = OWNERS[whose];
  const entities = (DATALOY.entities ?? [])
    .filter((row) => row.owner === owner)
    .map(({ type, code, name, class: ofStatus, key }) => {
      const shown = {
        ...self(type, key),
        ...named(`${LABELS[type]?.code}`, code),
        ...named(`${LABELS[type]?.name}`, name),
      };
      return { type, code, shown, isForeign: ofStatus !== null && ofStatus !== "ServiceOrder" };
    });
  const orders = (DATALOY.disbursements ?? []).filter((row) => row.owner === owner);
  return { userKey: USERS[whose], entities, orders: orders.map((row) => orderOf(row, entities)) };
}

/** What an entity's code and name are called; a name that no object shows is called nothing. */
const LABELS: Readonly<Record<string, { readonly code: string; readonly name?: string }>> = {
  BusinessPartner: { code: "businessPartnerCode", name: "businessPartnerName" },
  Currency: { code: "currencyCode" },
  StatusType: { code: "statusTypeCode", name: "statusTypeDesc" },
  ServiceCode: { code: "serviceCode" },
};

function named(label: string, value: string | null) {
  return label === "undefined" || value === null ? {} : { [label]: value };
}

/** Key and address. */
export function self(type: string, key: number) {
  return { key, self: `${ORIGIN}/ws/rest/${type}/${key}` };
}

function orderOf(row: Omit<DisbursementRow, "copy">, entities: readonly Entity[]): WholeOrder {
  const refer = (key: number) => entities.find(({ shown }) => shown.key === key)?.shown ?? self("Nothing", key);
  const referOrNull = (key: number | null) => (key === null ? null : refer(key));
  const order = self("ServiceOrder", row.key);
  const lines = (DATALOY.disbursement_lines ?? []).filter(({ service_order }) => service_order === row.key);
  return {
    ...order,
    portCall: refer(row.port_call),
    businessPartner: referOrNull(row.business_partner),
    externalReferenceNo: row.external_reference_no,
    exchangeRate: row.exchange_rate,
    currency: refer(row.currency),
    orderDate: row.order_date,
    status: refer(row.status),
    amountAdvanced: row.amount_advanced,
    amountAdvancedCurrency: referOrNull(row.amount_advanced_currency),
    nominationEmail: row.nomination_email,
    emailSentDate: row.email_sent_date,
    portAgentType: null,
    amount: row.amount,
    ...historyOf(row),
    serviceOrderLines: lines.map((line) => ({
      ...self("ServiceOrderLine", line.key),
      serviceOrder: order,
      serviceCode: refer(line.service_code),
      ...lineOf(line),
    })),
  };
}

function lineOf(line: Omit<DisbursementLineRow, "copy">) {
  return {
    description: line.description,
    amountEstimate: line.amount_estimate,
    amountRevised: line.amount_revised,
    amountFinal: line.amount_final,
    isOwnersCost: line.is_owners_cost === null ? null : line.is_owners_cost === 1,
    isCharterersCost: line.is_charterers_cost === null ? null : line.is_charterers_cost === 1,
    externalReferenceNo: line.external_reference_no,
    ...historyOf(line),
  };
}

function historyOf(row: Omit<DisbursementRow, "copy"> | Omit<DisbursementLineRow, "copy">): Required<EntityHistory> {
  return {
    createdById: row.created_by_id,
    createdDate: row.created_date,
    changedById: row.changed_by_id,
    modifiedDate: row.modified_date,
    isObjectActive: row.is_object_active === 1,
    remarks: [],
  };
}
