import { bodyOf, inOk, inRequest, onOk, onStatus, without } from "../../change.ts";
import { lettingIn } from "../../credentials.ts";
import { octopi } from "../../define.ts";
import type { Fault, Mutant } from "../../mutant.ts";
import { ofItem, weighing } from "./line-item.ts";

/** What adding line items gets wrong. */
export const CREATIONS_OF_LINE_ITEMS: readonly Mutant[] = [
  octopi(
    "schema",
    "createLineItem",
    "a new line item has null for its flex fields",
    inOk((item) => ({
      ...item,
      flex_fields: item.flex_fields.length === 0 ? null : item.flex_fields,
    })),
  ),
  octopi(
    "status",
    "createLineItem",
    "an unknown container is refused with 422",
    onStatus(404, (came) => ({ ...came, status: 422 })),
  ),
  octopi(
    "auth",
    "createLineItem",
    "a line item can be added without a token",
    lettingIn("octopi", (authorization) => authorization === undefined),
  ),
  octopi("refusal", "createLineItem", "a unit of weight that nobody knows is taken", unitTaken()),
  octopi("refusal", "createLineItem", "a line item needs no container", async (call) => {
    const item = bodyOf(call.sent)?.line_item;
    if (call.isValid || typeof item !== "object" || item === null || "container_id" in item) return await call.pass();
    return await call.pass({ body: JSON.stringify({ line_item: { ...item, container_id: 1912 } }) });
  }),
  octopi(
    "refusal",
    "createLineItem",
    "a line item is taken from a body of any type",
    async ({ sent, pass }) => await pass({ headers: { ...sent.headers, "content-type": "application/json" } }),
  ),
  octopi(
    "duplicates",
    "createLineItem",
    "a line item is added twice",
    onOk(async (came, { sent, ask }) => {
      await ask("POST", sent.url, JSON.parse(sent.body));
      return came;
    }),
    "listLineItems",
  ),
  octopi(
    "read-back",
    "createLineItem",
    "a new line item has the quantity 0",
    inOk((item) => ({ ...item, quantity: 0 })),
  ),
  octopi(
    "read-back",
    "createLineItem",
    "the unit of a new line item's weight is lost",
    inOk((item) => ({ ...item, container_weight_unit: null })),
  ),
  octopi(
    "read-back",
    "createLineItem",
    "a new line item has no type of its container",
    inRequest(ofItem((item) => without(item, "container_type_label"))),
  ),
  octopi(
    "lost-update",
    "createLineItem",
    "a line item is answered but not added",
    onOk(async (came, { path, ask }) => {
      await ask(
        "DELETE",
        `/api/v1/bill_of_ladings/${path.bill_of_lading_id}/line_items/${JSON.parse(came.body).id}.json`,
      );
      return came;
    }),
    "listLineItems",
  ),
  octopi(
    "precision",
    "createLineItem",
    "weights are rounded to whole numbers",
    inRequest(ofItem(weighing(Math.round))),
  ),
];

/** Takes kilograms for whatever it does not know. */
function unitTaken(): Fault {
  return async (call) => {
    const item = bodyOf(call.sent)?.line_item;
    if (call.isValid || typeof item?.container_weight_unit !== "string") return await call.pass();
    return await call.pass({ body: JSON.stringify({ line_item: { ...item, container_weight_unit: "kg" } }) });
  };
}
