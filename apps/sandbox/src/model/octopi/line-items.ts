import type { FlexField, FlexFieldInput, LineItem } from "@quayside/types/octopi";
import { found, refuse } from "../call.js";
import { ORIGIN } from "../send.js";
import { takeNumber } from "../world.js";
import type { Cargo } from "./cargo.js";
import type { ModelOf } from "./model.js";
import type { Bill, Terminal } from "./terminal.js";

/** Line items: a list for each bill of lading. */
export const lineItems: ModelOf<"listLineItems" | "createLineItem" | "updateLineItem" | "deleteLineItem"> = {
  listLineItems: ({ path, query: { page = 1, per = 10 } }, { terminal }) => {
    const bill = billOf(terminal, path.bill_of_lading_id);
    const line_items = bill.lineItems.slice((page - 1) * per, page * per);
    const url = `${ORIGIN}/api/v1/bill_of_ladings/${bill.id}/line_items.json?page=${page + 1}&per=${per}`;
    const isLast = page * per >= bill.lineItems.length;
    return {
      status: 200,
      body: isLast ? { line_items } : { line_items, actions: { next_page: { method: "GET", url } } },
    };
  },
  createLineItem: ({ path, body: { line_item: sent } }, { terminal, world }) => {
    const bill = billOf(terminal, path.bill_of_lading_id);
    const container = containerOf(terminal, sent.container_id);
    refuseUnknownType(terminal, sent.container_type_label);
    const weight = sent.container_weight ?? container.weight;
    const item: LineItem = {
      container_id: container.id,
      quantity: 1,
      container_number: container.number,
      cargo_type: "container",
      container_type_label: sent.container_type_label ?? container.type_label,
      container_weight: weight,
      container_weight_unit: unitOf(terminal, weight, sent.container_weight_unit ?? container.weight_unit),
      flex_fields: withFields([], sent.flex_fields),
      id: world.next.line_item,
    };
    takeNumber(world, "line_item");
    bill.lineItems.push(item);
    return { status: 201, body: item };
  },
  updateLineItem: ({ path, body: { line_item: sent } }, { terminal }) => {
    const { bill, item } = itemOf(terminal, path);
    const isSame = (sent.container_id ?? item.container_id) === item.container_id;
    const container = isSame ? undefined : containerOf(terminal, sent.container_id ?? 0);
    refuseUnknownType(terminal, sent.container_type_label);
    const weight = sent.container_weight ?? item.container_weight;
    const after: LineItem = {
      ...item,
      container_id: container?.id ?? item.container_id,
      container_number: container?.number ?? item.container_number,
      container_type_label: sent.container_type_label ?? item.container_type_label,
      container_weight: weight,
      container_weight_unit: unitOf(terminal, weight, sent.container_weight_unit ?? item.container_weight_unit),
      flex_fields: withFields(item.flex_fields, sent.flex_fields),
    };
    bill.lineItems = bill.lineItems.map((one) => (one === item ? after : one));
    return { status: 200, body: after };
  },
  deleteLineItem: ({ path }, { terminal }) => {
    const { bill, item } = itemOf(terminal, path);
    bill.lineItems = bill.lineItems.filter((one) => one !== item);
    return { status: 204 };
  },
};

function billOf({ bills }: Terminal, id: number): Bill {
  return found(
    bills.find((bill) => bill.id === id),
    "no bill of lading",
  );
}

type ItemPath = { readonly bill_of_lading_id: number; readonly id: number };

function itemOf(terminal: Terminal, { bill_of_lading_id, id }: ItemPath): { bill: Bill; item: LineItem } {
  const bill = terminal.bills.find((one) => one.id === bill_of_lading_id);
  const item = bill?.lineItems.find((one) => one.id === id);
  return bill === undefined || item === undefined ? refuse(404, `no line item ${id}`) : { bill, item };
}

function containerOf({ cargo }: Terminal, id: number): Cargo {
  const container = cargo.find((one) => one.id === id && one.cargo_type === "container");
  return found(container, `no container with the id ${id}`);
}

function refuseUnknownType({ containerTypes }: Terminal, label: string | undefined): void {
  if (label !== undefined && !containerTypes.includes(label)) refuse(400, "no container type");
}

/** A weight without a unit is in the organisation's; no weight needs none. */
function unitOf({ weightUnit }: Terminal, weight: number | null, unit: string | null): string | null {
  return unit ?? (weight === null ? null : weightUnit);
}

/** Each field is set where it is, or added at the end. */
function withFields(before: readonly FlexField[], sent: readonly FlexFieldInput[] = []): FlexField[] {
  const fields = before.map((field) => ({ ...field }));
  for (const { label, value } of sent) {
    if (label === undefined || value === undefined) return refuse(400, "both a label and a value");
    const field = fields.find((one) => one.label === label);
    if (field === undefined) fields.push({ label, value });
    else field.value = value;
  }
  return fields;
}
