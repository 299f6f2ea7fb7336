import { all, type Case, remove, set } from "./case.test.fixture.ts";

const CREATE = "/components/schemas/CreateServiceOrderRequest/properties/service_order";
const WRITABLE = "/components/schemas/WritableServiceOrder/properties";
const CREATING = "`CreateServiceOrderRequest` in `createServiceOrder`";

/** Changes of what a caller sends. */
export const REQUESTS: readonly Case[] = [
  {
    name: "a property of a request becomes required",
    change: set(`${CREATE}/required/-`, "due_at"),
    impact: "major",
    says: [CREATING, "Properties of `service_order` became required: `due_at`.", `${CREATE}/required`],
  },
  {
    name: "a property of a request becomes optional",
    change: remove(`${CREATE}/required/1`),
    impact: "minor",
    says: [
      CREATING,
      "`required` of `service_order` changed from 'order_number', 'cargo_type', 'container_ids', 'service_ids' to " +
        "'order_number', 'container_ids', 'service_ids'.",
      `${CREATE}/required`,
    ],
  },
  {
    name: "the required properties are put into another order",
    change: all(remove(`${CREATE}/required/0`), set(`${CREATE}/required/-`, "order_number")),
    impact: "patch",
  },
  {
    name: "an optional property is added to a request",
    change: set(`${CREATE}/properties/vessel`, { type: "string" }),
    impact: "minor",
    says: [CREATING, "Property `vessel` of `service_order` was added.", `${CREATE}/properties/vessel`],
  },
  {
    name: "a property of a closed request is removed",
    change: remove(`${CREATE}/properties/comment`),
    impact: "major",
    says: [CREATING, "Property `comment` of `service_order` was removed.", `${CREATE}/properties/comment`],
  },
  {
    name: "a property is removed from a schema that a closed request is composed of",
    api: "dataloy",
    change: remove(`${WRITABLE}/exchangeRate`),
    impact: "major",
    says: [
      "`WritableServiceOrder` in `createServiceOrder` and `updateServiceOrder`",
      "Property `exchangeRate` of `WritableServiceOrder` was removed.",
      `${WRITABLE}/exchangeRate`,
    ],
  },
  {
    name: "a request loses one of the schemas that it is composed of",
    api: "dataloy",
    change: remove("/components/schemas/CreateServiceOrderRequest/allOf/0"),
    impact: "major",
    says: [
      CREATING,
      "The properties of an `allOf` subschema of `CreateServiceOrderRequest` were removed.",
      "/components/schemas/CreateServiceOrderRequest/allOf/0",
    ],
  },
  {
    name: "a property of a request can no longer be sent",
    api: "dataloy",
    change: set(`${WRITABLE}/exchangeRate/readOnly`, true),
    impact: "major",
    says: [
      "`WritableServiceOrder` in `createServiceOrder` and `updateServiceOrder`",
      "`exchangeRate` can no longer be sent: it became `readOnly`.",
      `${WRITABLE}/exchangeRate/readOnly`,
    ],
  },
  {
    name: "an open request is closed",
    change: set("/components/schemas/RequestTime", { type: "object", additionalProperties: false }),
    before: set("/components/schemas/RequestTime", { type: "object" }),
    impact: "major",
    says: [
      "`RequestTime` in `listServiceOrders`, `createServiceOrder`, `updateServiceOrder`, `createInterchange` and 1 more",
      "`additionalProperties` of `RequestTime` was set to 'false'.",
      "/components/schemas/RequestTime/additionalProperties",
    ],
  },
  {
    name: "a request that is composed is closed",
    api: "dataloy",
    before: remove("/components/schemas/CreateServiceOrderRequest/unevaluatedProperties"),
    change: set("/components/schemas/CreateServiceOrderRequest/unevaluatedProperties", false),
    impact: "major",
    says: [
      CREATING,
      "`unevaluatedProperties` of `CreateServiceOrderRequest` was set to 'false'.",
      "/components/schemas/CreateServiceOrderRequest/unevaluatedProperties",
    ],
  },
  {
    name: "the least length of a request's text is raised",
    change: set(`${CREATE}/properties/order_number/minLength`, 3),
    impact: "major",
    says: [
      CREATING,
      "`minLength` of `order_number` changed from '1' to '3'.",
      `${CREATE}/properties/order_number/minLength`,
    ],
  },
  {
    name: "a request's list may hold no more than some items",
    change: set(`${CREATE}/properties/container_ids/maxItems`, 10),
    impact: "major",
    says: [CREATING, "`maxItems` of `container_ids` was set to '10'.", `${CREATE}/properties/container_ids/maxItems`],
  },
  {
    name: "a request takes null too",
    change: set(`${CREATE}/properties/comment/type`, ["string", "null"]),
    impact: "minor",
    says: [
      CREATING,
      "`type` of `comment` changed from 'string' to 'string', 'null'.",
      `${CREATE}/properties/comment/type`,
    ],
  },
  {
    name: "a request no longer takes null",
    api: "dataloy",
    change: set(`${WRITABLE}/exchangeRate/type`, "number"),
    impact: "major",
    says: [
      "`WritableServiceOrder` in `createServiceOrder` and `updateServiceOrder`",
      "Type of `exchangeRate` narrowed from 'number | null' to 'number'.",
      `${WRITABLE}/exchangeRate/type`,
    ],
  },
  {
    name: "a value that only requests have is removed from an enum",
    change: remove("/components/schemas/InterchangePurpose/enum/0"),
    impact: "major",
    says: [
      "`InterchangePurpose` in `createInterchange`",
      "Enum of `purpose` lost values: 'drop_off_container'.",
      "/components/schemas/InterchangePurpose/enum",
    ],
  },
  {
    name: "a value that only requests have is added to an enum",
    change: set("/components/schemas/InterchangePurpose/enum/-", "weigh"),
    impact: "minor",
    says: [
      "`InterchangePurpose` in `createInterchange`",
      "`enum` of `purpose` changed from 'drop_off_container', 'pick_up_container', 'drop_off_chassis', " +
        "'pick_up_chassis', 'drop_off_genset', 'pick_up_genset' to 'drop_off_container', 'pick_up_container', " +
        "'drop_off_chassis', 'pick_up_chassis', 'drop_off_genset', 'pick_up_genset', 'weigh'.",
      "/components/schemas/InterchangePurpose/enum",
    ],
  },
  {
    name: "the pattern of a request's text changes",
    change: set("/components/schemas/RequestTime/pattern", "^\\d+$"),
    impact: "major",
    says: [
      "`RequestTime` in `listServiceOrders`, `createServiceOrder`, `updateServiceOrder`, `createInterchange` and 1 more",
      "`pattern` of `RequestTime` changed from '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d" +
        "(\\.\\d+)?(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)$' to '^\\d+$'.",
      "/components/schemas/RequestTime/pattern",
    ],
  },
  {
    name: "one of the forms of a request's value is no longer taken",
    change: remove(`${CREATE}/properties/service_ids/items/oneOf/1`),
    impact: "major",
    says: [CREATING, "`oneOf` subschema was removed.", `${CREATE}/properties/service_ids/items/oneOf/1`],
  },
];
