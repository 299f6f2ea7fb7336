import {
  answer,
  bodyOf,
  everySecond,
  inOk,
  inRequest,
  isOk,
  type Json,
  onOk,
  onStatus,
  renamed,
  withBody,
  withHeader,
  without,
} from "../../change.ts";
import { lettingIn } from "../../credentials.ts";
import { octopi } from "../../define.ts";
import type { Call, Came, Mutant } from "../../mutant.ts";
import { ofItem, weighing } from "./line-item.ts";

/** What changing and deleting line items gets wrong. */
export const CHANGES_OF_LINE_ITEMS: readonly Mutant[] = [
  octopi("precision", "updateLineItem", "weights are cut to whole numbers", inRequest(ofItem(weighing(Math.trunc)))),
  octopi(
    "precision",
    "updateLineItem",
    "a weight in pounds is written as kilograms",
    inRequest(
      ofItem((item) => (item.container_weight_unit === "lb" ? { ...item, container_weight_unit: "kg" } : item)),
    ),
  ),
  octopi(
    "schema",
    "updateLineItem",
    "a changed line item has its number of a container under another name",
    inOk((item) => renamed(item, "container_number", "number")),
  ),
  octopi(
    "content-type",
    "updateLineItem",
    "a refusal of a line item is a page for people",
    onStatus(400, (came) =>
      withHeader({ ...came, body: "<!doctype html><title>400</title>" }, "content-type", "text/html"),
    ),
  ),
  octopi(
    "auth",
    "updateLineItem",
    "whoever sends any Authorization can change a line item",
    lettingIn("octopi", (authorization) => authorization !== undefined),
  ),
  octopi("lost-update", "updateLineItem", "a new weight is answered but not stored", weightNotStored, "listLineItems"),
  octopi(
    "lost-update",
    "updateLineItem",
    "every second weight is answered but not stored",
    everySecond(weightNotStored),
    "listLineItems",
  ),
  octopi(
    "lost-update",
    "updateLineItem",
    "a new weight resets the type of the container",
    inRequest(
      ofItem((item) => ({
        container_type_label: "20DV",
        ...item,
      })),
    ),
  ),
  octopi(
    "read-back",
    "updateLineItem",
    "flex fields of a change are dropped",
    inRequest(ofItem((item) => without(item, "flex_fields"))),
  ),
  octopi(
    "read-back",
    "updateLineItem",
    "a line item keeps the number of the container that it had",
    {
      updateLineItem: async (call) => {
        const before = (await itemsOf(call)).find(({ id }) => String(id) === call.path.id);
        const came = await call.pass();
        return isOk(came) && before !== undefined
          ? withBody(came, { ...JSON.parse(came.body), container_number: before.container_number })
          : came;
      },
    },
    "listLineItems",
  ),
  octopi(
    "leak-between-tenants",
    "updateLineItem",
    "a line item can be changed on any bill of lading",
    onStatus(404, async (came, { sent, pass }) => {
      for (const bill of ["1001", "1003"]) {
        const second = await pass({ url: sent.url.replace(/bill_of_ladings\/\d+/, `bill_of_ladings/${bill}`) });
        if (isOk(second)) return second;
      }
      return came;
    }),
    "listLineItems",
  ),
  octopi(
    "status",
    "deleteLineItem",
    "the deletion of no line item is a success",
    onStatus(404, (came) => ({ ...came, status: 204, body: "" })),
  ),
  octopi(
    "status",
    "deleteLineItem",
    "the deletion of a line item is answered 202",
    onOk((came) => ({ ...came, status: 202 })),
  ),
  octopi(
    "refusal",
    "deleteLineItem",
    "a word is an id of a line item",
    async ({ sent, pass }) =>
      await pass({ url: sent.url.replace(/line_items\/[^/]*[^/\d][^/]*\.json/, "line_items/38.json") }),
  ),
  octopi(
    "schema",
    "deleteLineItem",
    "the deletion of a line item is answered with a text",
    onOk(() => answer(200, "ok")),
  ),
  octopi(
    "auth",
    "deleteLineItem",
    "any token of the right form can delete a line item",
    lettingIn("octopi", (authorization) => /^Token token=./.test(authorization ?? "")),
  ),
  octopi(
    "deletion",
    "deleteLineItem",
    "the deletion of a line item is answered, and it stays",
    async (call) => {
      const isThere = (await itemsOf(call)).some(({ id }) => String(id) === call.path.id);
      return isThere ? { status: 204, headers: {}, body: "" } : await call.pass();
    },
    "listLineItems",
  ),
  octopi(
    "deletion",
    "deleteLineItem",
    "the deletion of a line item takes the next one with it",
    onOk(async (came, call) => {
      const next = (await itemsOf(call)).find(({ id }) => id > Number(call.path.id)) ?? (await itemsOf(call)).at(-1);
      if (next !== undefined) await call.ask("DELETE", call.sent.url.replace(/\d+\.json/, `${next.id}.json`));
      return came;
    }),
    "listLineItems",
  ),
];

async function weightNotStored(call: Call): Promise<Came> {
  const weight = call.isValid ? bodyOf(call.sent)?.line_item.container_weight : undefined;
  if (weight === undefined) return await call.pass();
  const body = JSON.stringify({ line_item: without(bodyOf(call.sent).line_item, "container_weight") });
  const came = await call.pass({ body });
  return isOk(came) ? withBody(came, { ...JSON.parse(came.body), container_weight: weight }) : came;
}

async function itemsOf({ path, ask }: Call): Promise<Json[]> {
  const came = await ask("GET", `/api/v1/bill_of_ladings/${path.bill_of_lading_id}/line_items.json?per=100`);
  return came.status === 200 ? JSON.parse(came.body).line_items : [];
}
