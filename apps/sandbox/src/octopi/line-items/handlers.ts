import { Refusal } from "@quayside/serve";
import type { FlexField, FlexFieldInput } from "@quayside/types/octopi";
import { findBillOfLading } from "../../store/bills-of-lading.js";
import { findContainer, hasContainerType, type StoredContainer } from "../../store/containers.js";
import { takeNumbers } from "../../store/counters.js";
import {
  findLineItem,
  findLineItems,
  insertLineItem,
  removeLineItem,
  type StoredLineItem,
  saveLineItem,
} from "../../store/line-items.js";
import { type Scope, scopeOf } from "../../store/scope.js";
import type { LineItemRow } from "../../store/tables.js";
import type { OctopiHandler } from "../context.js";
import { mergeFlexFields, mergeValues, valuesOf } from "./rules.js";
import { writeLineItem, writePage } from "./write-line-item.js";

const DEFAULT_PER = 10;

export const listLineItems: OctopiHandler<"listLineItems"> = async ({ path, query }, context) => {
  const scope = scopeOf(context);
  const { page = 1, per = DEFAULT_PER } = query;
  const id = await requireBill(scope, path.bill_of_lading_id);
  // One more than asked for tells whether there is another page.
  const found = await findLineItems(scope, id, { offset: (page - 1) * per, limit: per + 1 });
  const url = `${context.origin}/api/v1/bill_of_ladings/${id}/line_items.json`;
  return { status: 200, body: writePage(found, { page, per, path: url }) };
};

export const createLineItem: OctopiHandler<"createLineItem"> = async ({ path, body }, context) => {
  const scope = scopeOf(context);
  const { container_id, flex_fields = [], ...given } = body.line_item;
  const bill_of_lading_id = await requireBill(scope, path.bill_of_lading_id);
  const container = await requireContainer(scope, container_id);
  await refuseUnknownType(scope, given.container_type_label);
  const item: LineItemRow = {
    copy: scope.copy,
    owner: scope.owner,
    id: await takeNumbers(scope.db, scope.copy, "line_item"),
    bill_of_lading_id,
    container_id,
    quantity: 1,
    ...mergeValues(valuesOf(container), given, context.owner.weightUnit),
    flex_fields: JSON.stringify(mergeFlexFields([], requireWhole(flex_fields))),
  };
  await insertLineItem(scope, item);
  return { status: 201, body: writeLineItem({ ...item, container_number: container.number }) };
};

export const updateLineItem: OctopiHandler<"updateLineItem"> = async ({ path, body }, context) => {
  const scope = scopeOf(context);
  const before = await requireItem(scope, path);
  const { container_id = before.container_id, flex_fields = [], ...given } = body.line_item;
  const moved = container_id !== before.container_id;
  const container = moved ? await requireContainer(scope, container_id) : undefined;
  await refuseUnknownType(scope, given.container_type_label);
  const fields = mergeFlexFields(JSON.parse(before.flex_fields), requireWhole(flex_fields));
  const after = {
    ...before,
    ...mergeValues(before, given, context.owner.weightUnit),
    container_id,
    container_number: container?.number ?? before.container_number,
    flex_fields: JSON.stringify(fields),
  };
  await saveLineItem(scope, after);
  return { status: 200, body: writeLineItem(after) };
};

export const deleteLineItem: OctopiHandler<"deleteLineItem"> = async ({ path }, context) => {
  const scope = scopeOf(context);
  await removeLineItem(scope, await requireItem(scope, path));
  return { status: 204 };
};

/** @returns The id, which is that of a bill of lading. */
async function requireBill(scope: Scope, id: number): Promise<number> {
  const bill = await findBillOfLading(scope, id);
  if (bill === undefined) throw new Refusal(404, `There is no bill of lading with the id ${id}.`);
  return bill.id;
}

type ItemPath = { readonly bill_of_lading_id: number; readonly id: number };

async function requireItem(scope: Scope, { bill_of_lading_id, id }: ItemPath): Promise<StoredLineItem> {
  const item = await findLineItem(scope, bill_of_lading_id, id);
  if (item !== undefined) return item;
  throw new Refusal(404, `There is no line item ${id} on the bill of lading with the id ${bill_of_lading_id}.`);
}

/** A container of the organisation's. It may stand on the bill of lading already: the vendor's examples add and set the same one. */
async function requireContainer(scope: Scope, id: number): Promise<StoredContainer> {
  const container = await findContainer(scope, id);
  if (container === undefined) throw new Refusal(404, `There is no container with the id ${id}.`);
  return container;
}

async function refuseUnknownType(scope: Scope, label: string | undefined): Promise<void> {
  if (label === undefined || (await hasContainerType(scope, label))) return;
  throw new Refusal(400, `There is no container type ${JSON.stringify(label)}: send the label of one of your own.`);
}

function requireWhole(fields: readonly FlexFieldInput[]): FlexField[] {
  return fields.map(({ label, value }, index) => {
    if (label !== undefined && value !== undefined) return { label, value };
    throw new Refusal(400, `/line_item/flex_fields/${index} must have both a label and a value.`);
  });
}
