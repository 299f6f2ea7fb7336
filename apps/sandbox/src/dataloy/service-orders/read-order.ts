import { Refusal } from "@quayside/serve";
import type { KeyReference, WritableServiceOrder, WritableServiceOrderLine } from "@quayside/types/dataloy";
import type { DisbursementLineRow, DisbursementRow } from "../../store/tables.js";
import type { KeyOf, MaybeReference } from "../references.js";

type Body = WritableServiceOrder & { readonly serviceOrderLines?: readonly WritableServiceOrderLine[] };

/** All references of a body, so that they can be looked up at once. */
export function referencesIn({ serviceOrderLines = [], ...order }: Body): MaybeReference[] {
  const { portCall, businessPartner, currency, status, amountAdvancedCurrency } = order;
  const own = [portCall, businessPartner, currency, status, amountAdvancedCurrency];
  return [...own, ...serviceOrderLines.map(({ serviceCode }) => serviceCode)];
}

/** What a body sets of an order, without its lines. */
export function readOrder(body: WritableServiceOrder, keyOf: KeyOf): Partial<DisbursementRow> {
  return given({
    port_call: keyOf("PortCall", body.portCall),
    business_partner: keyOf("BusinessPartner", body.businessPartner),
    external_reference_no: readText(body.externalReferenceNo),
    exchange_rate: body.exchangeRate,
    currency: keyOf("Currency", body.currency),
    order_date: body.orderDate,
    status: keyOf("StatusType", body.status),
    amount_advanced: body.amountAdvanced,
    amount_advanced_currency: keyOf("Currency", body.amountAdvancedCurrency),
    nomination_email: readText(body.nominationEmail),
    email_sent_date: body.emailSentDate,
  });
}

/**
 * What a body sets of a line.
 *
 * @param order - Key of the order that it stands on.
 * @throws Refusal - 400 when the line names another order (D-90).
 */
export function readLine(line: WritableServiceOrderLine, keyOf: KeyOf, order: number): Partial<DisbursementLineRow> {
  refuseOtherOrder(line.serviceOrder, order);
  return given({
    service_code: keyOf("ServiceCode", line.serviceCode),
    description: readText(line.description),
    amount_estimate: line.amountEstimate,
    amount_revised: line.amountRevised,
    amount_final: line.amountFinal,
    is_owners_cost: readFlag(line.isOwnersCost),
    is_charterers_cost: readFlag(line.isCharterersCost),
    external_reference_no: readText(line.externalReferenceNo),
  });
}

function refuseOtherOrder(reference: KeyReference | undefined, order: number): void {
  if (reference === undefined) return;
  const key = typeof reference === "number" ? reference : reference.key;
  if (key !== order) throw new Refusal(400, `serviceOrder of a line names ${key}, and the line is not on that order.`);
}

/** An empty text is read back as null (D-64). */
function readText(text: string | null | undefined): string | null | undefined {
  return text === "" ? null : text;
}

function readFlag(flag: boolean | undefined): number | undefined {
  return flag === undefined ? undefined : Number(flag);
}

type Given<Values> = { [Name in keyof Values]?: Exclude<Values[Name], undefined> };

/** Drops what is undefined: it stays as it is. */
function given<Values extends object>(values: Values): Given<Values> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<Values>;
}
