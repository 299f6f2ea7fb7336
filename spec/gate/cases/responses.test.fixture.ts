import { all, type Case, copy, remove, rename, set } from "./case.test.fixture.ts";

const ORDER = "/paths/~1api~1v1~1service_orders~1{order_number}.json";
const ORDERS = "/paths/~1api~1v1~1service_orders.json";
const ANSWER = `${ORDER}/get/responses/200/content/application~1json`;

/** Changes of which answers, webhooks and examples there are, and of what the client makes of them. */
export const RESPONSES: readonly Case[] = [
  {
    name: "a response is removed",
    change: remove(`${ORDER}/get/responses/422`),
    impact: "major",
    says: ["`getServiceOrder`", "Response `422` was removed.", `${ORDER}/get/responses/422`],
  },
  {
    name: "a refusal is added",
    change: set(`${ORDER}/get/responses/409`, { $ref: "#/components/responses/NotFound" }),
    impact: "minor",
    says: ["`getServiceOrder`", "Response `409` was added.", `${ORDER}/get/responses/409`],
  },
  {
    name: "a success of another shape is added",
    change: set(`${ORDER}/get/responses/202`, { description: "Still being written." }),
    impact: "major",
    says: ["`getServiceOrder`", "Response `202`, a success of another shape, was added.", `${ORDER}/get/responses/202`],
  },
  {
    name: "a success of the same shape is added",
    change: copy(`${ORDER}/get/responses/200`, `${ORDER}/get/responses/203`),
    impact: "minor",
    says: ["`getServiceOrder`", "Response `203` was added.", `${ORDER}/get/responses/203`],
  },
  {
    name: "an answer has no body any more",
    change: remove(`${ORDER}/get/responses/200/content`),
    impact: "major",
    says: ["`getServiceOrder`", "All media types were removed.", `${ORDER}/get/responses/200/content`],
  },
  {
    name: "a header of an answer is removed",
    api: "dataloy",
    change: remove("/paths/~1ws~1rest~1ServiceOrder/get/responses/200/headers/totalObjectsNumber"),
    impact: "major",
    says: [
      "`listServiceOrders`",
      "Response header `totalObjectsNumber` was removed.",
      "/paths/~1ws~1rest~1ServiceOrder/get/responses/200/headers/totalObjectsNumber",
    ],
  },
  {
    name: "a header that always came may be missing",
    before: set("/components/responses/Unauthorized/headers/WWW-Authenticate/required", true),
    change: remove("/components/responses/Unauthorized/headers/WWW-Authenticate/required"),
    impact: "major",
    says: [
      "response `Unauthorized` in all operations",
      "Response header `WWW-Authenticate` is no longer required.",
      "/components/responses/Unauthorized/headers/WWW-Authenticate",
    ],
  },
  {
    name: "a header is added to an answer",
    change: set("/components/responses/Unauthorized/headers/Retry-After", { schema: { type: "integer" } }),
    impact: "minor",
    says: [
      "response `Unauthorized` in all operations",
      "Header `Retry-After` was added.",
      "/components/responses/Unauthorized/headers/Retry-After",
    ],
  },
  {
    name: "a named example of an answer is removed",
    change: remove(`${ANSWER}/examples/cancelled`),
    impact: "major",
    says: ["`getServiceOrder`", "Example `cancelled` was removed.", `${ANSWER}/examples/cancelled`],
  },
  {
    name: "a named example of an answer is renamed",
    change: rename(`${ANSWER}/examples/cancelled`, "canceled"),
    impact: "major",
    says: ["`getServiceOrder`", "Example `cancelled` was renamed to `canceled`.", `${ANSWER}/examples/canceled`],
  },
  {
    name: "a named example is added to an answer",
    change: set(`${ANSWER}/examples/late`, { summary: "Late", value: {} }),
    impact: "minor",
    says: ["`getServiceOrder`", "Example `late` was added.", `${ANSWER}/examples/late`],
  },
  {
    name: "a webhook is removed",
    api: "dataloy",
    change: remove("/webhooks/serviceOrderUpdated"),
    impact: "major",
    says: ["`serviceOrderUpdated`", "Webhook `serviceOrderUpdated` was removed.", "/webhooks/serviceOrderUpdated"],
  },
  {
    name: "a webhook is renamed",
    api: "dataloy",
    change: rename("/webhooks/serviceOrderUpdated", "serviceOrderChanged"),
    impact: "major",
    says: [
      "`serviceOrderChanged`",
      "Webhook `serviceOrderUpdated` was renamed to `serviceOrderChanged`.",
      "/webhooks/serviceOrderChanged",
    ],
  },
  {
    name: "an operation is no longer read page by page",
    change: remove(`${ORDERS}/get/x-pagination`),
    impact: "major",
    says: [
      "`listServiceOrders`",
      "`x-pagination` was removed: the client's method loses `.each()`.",
      `${ORDERS}/get/x-pagination`,
    ],
  },
  {
    name: "an operation can no longer be sent once",
    change: all(remove(`${ORDERS}/post/x-natural-key`), set(`${ORDERS}/post/description`, "Creates an order.")),
    impact: "major",
    says: [
      "`createServiceOrder`",
      "`x-natural-key` was removed: the client's method loses `.once()`.",
      `${ORDERS}/post/x-natural-key`,
    ],
  },
  {
    name: "an answer no longer says which operation it leads to",
    change: remove("/components/schemas/UnliftedHold/allOf/1/properties/actions/properties/lift/x-operation"),
    impact: "major",
    says: [
      "`UnliftedHold` in `listHolds`",
      "The operation of `lift` was `liftHold`, and is none now.",
      "/components/schemas/UnliftedHold/allOf/1/properties/actions/properties/lift",
    ],
  },
];
