import { type Case, remove, rename, set } from "./case.test.fixture.ts";

const SERVICE_ORDER = "/components/schemas/ServiceOrder";
const IN_ORDERS =
  "`ServiceOrder` in `listServiceOrders`, `createServiceOrder`, `getServiceOrder`, `updateServiceOrder` and 2 more";

/** Changes of the values in an answer. */
export const ANSWERS: readonly Case[] = [
  {
    name: "a property of an answer is removed",
    change: remove(`${SERVICE_ORDER}/properties/comment`),
    impact: "major",
    says: [IN_ORDERS, "Property `comment` of `ServiceOrder` was removed.", `${SERVICE_ORDER}/properties/comment`],
  },
  {
    name: "a property of an answer is renamed",
    change: rename(`${SERVICE_ORDER}/properties/comment`, "comments"),
    impact: "major",
    says: [
      IN_ORDERS,
      "Property `comment` of `ServiceOrder` was renamed to `comments`.",
      `${SERVICE_ORDER}/properties/comments`,
    ],
  },
  {
    name: "a property is added to an answer",
    change: set(`${SERVICE_ORDER}/properties/vessel`, { type: "string" }),
    impact: "minor",
    says: [IN_ORDERS, "Property `vessel` of `ServiceOrder` was added.", `${SERVICE_ORDER}/properties/vessel`],
  },
  {
    name: "a required property of an answer becomes optional",
    change: remove(`${SERVICE_ORDER}/required/5`),
    impact: "major",
    says: [IN_ORDERS, "Properties of `ServiceOrder` are no longer required: `comment`.", `${SERVICE_ORDER}/required`],
  },
  {
    name: "an optional property of an answer becomes required",
    before: set("/components/schemas/ErrorBody/required", []),
    change: set("/components/schemas/ErrorBody/required", ["error"]),
    impact: "minor",
    says: [
      "`ErrorBody` in all operations",
      "`required` of `ErrorBody` changed from none to 'error'.",
      "/components/schemas/ErrorBody/required",
    ],
  },
  {
    name: "a value of an answer may be null",
    change: set(`${SERVICE_ORDER}/properties/comment/type`, ["string", "null"]),
    impact: "major",
    says: [
      IN_ORDERS,
      "Type of `comment` widened from 'string' to 'string | null'.",
      `${SERVICE_ORDER}/properties/comment/type`,
    ],
  },
  {
    name: "a value of an answer is never null any more",
    change: set(`${SERVICE_ORDER}/properties/due_at/type`, "string"),
    impact: "minor",
    says: [
      IN_ORDERS,
      "`type` of `due_at` changed from 'string', 'null' to 'string'.",
      `${SERVICE_ORDER}/properties/due_at/type`,
    ],
  },
  {
    name: "a whole number of an answer may have a fraction",
    change: set(`${SERVICE_ORDER}/properties/id/type`, "number"),
    impact: "major",
    says: [IN_ORDERS, "Type of `id` widened from 'integer' to 'number'.", `${SERVICE_ORDER}/properties/id/type`],
  },
  {
    name: "an answer's enum gains a value",
    change: set("/components/schemas/ServiceOrderStatus/enum/-", "on_hold"),
    impact: "major",
    says: [
      IN_ORDERS.replace("ServiceOrder", "ServiceOrderStatus"),
      "Enum of `ServiceOrderStatus` gained values: 'on_hold'.",
      "/components/schemas/ServiceOrderStatus/enum",
    ],
  },
  {
    name: "an answer's value is no longer constant",
    change: remove("/components/schemas/CustomService/properties/service_type/const"),
    impact: "major",
    says: [
      IN_ORDERS.replace("ServiceOrder", "CustomService"),
      "`const` of `service_type` was removed.",
      "/components/schemas/CustomService/properties/service_type",
    ],
  },
  {
    name: "an answer's format changes",
    change: set(`${SERVICE_ORDER}/properties/due_at/format`, "date"),
    impact: "major",
    says: [
      IN_ORDERS,
      "`format` of `due_at` changed from 'date-time' to 'date'.",
      `${SERVICE_ORDER}/properties/due_at/format`,
    ],
  },
  {
    name: "an answer gets one more form",
    change: set("/components/schemas/ServiceOrderItem/oneOf/-", { type: "object", title: "Another" }),
    impact: "major",
    says: [
      IN_ORDERS.replace("ServiceOrder", "ServiceOrderItem"),
      "`oneOf` subschema of `ServiceOrderItem` was added.",
      "/components/schemas/ServiceOrderItem/oneOf/3",
    ],
  },
  {
    name: "the discriminator of a union is another one",
    before: set("/components/schemas/ServiceOrderItem/discriminator", { propertyName: "status" }),
    change: set("/components/schemas/ServiceOrderItem/discriminator", { propertyName: "state" }),
    impact: "major",
    says: [
      IN_ORDERS.replace("ServiceOrder", "ServiceOrderItem"),
      "The discriminator of `ServiceOrderItem` was changed.",
      "/components/schemas/ServiceOrderItem/discriminator/propertyName",
    ],
  },
  {
    name: "a property of what a webhook sends is removed",
    api: "dataloy",
    change: remove("/components/schemas/WebhookNotification/properties/eventTime"),
    impact: "major",
    says: [
      "`WebhookNotification` in `serviceOrderCreated` and `serviceOrderUpdated`",
      "Property `eventTime` of `WebhookNotification` was removed.",
      "/components/schemas/WebhookNotification/properties/eventTime",
    ],
  },
];
