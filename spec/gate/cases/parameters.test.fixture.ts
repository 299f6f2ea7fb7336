import { all, type Case, remove, rename, set } from "./case.test.fixture.ts";

const ORDERS = "/paths/~1api~1v1~1service_orders.json";
const ORDER = "/paths/~1api~1v1~1service_orders~1{order_number}.json";
const PER = "/components/parameters/Per";
const LISTING = "`listServiceOrders`";

/** Changes of parameters, and of whether there is a body. */
export const PARAMETERS: readonly Case[] = [
  {
    name: "a required request body is added",
    change: set(`${ORDER}/get/requestBody`, { required: true, content: {} }),
    impact: "major",
    says: ["`getServiceOrder`", "A required request body was added.", `${ORDER}/get/requestBody`],
  },
  {
    name: "an optional request body is added",
    change: set(`${ORDER}/get/requestBody`, { content: {} }),
    impact: "minor",
    says: ["`getServiceOrder`", "An optional request body was added.", `${ORDER}/get/requestBody`],
  },
  {
    name: "a request body becomes required",
    before: set(`${ORDER}/put/requestBody/required`, false),
    change: set(`${ORDER}/put/requestBody/required`, true),
    impact: "major",
    says: ["`updateServiceOrder`", "Request body became required.", `${ORDER}/put/requestBody/required`],
  },
  {
    name: "a request body becomes optional",
    change: remove(`${ORDER}/put/requestBody/required`),
    impact: "minor",
    says: ["`updateServiceOrder`", "The request body became optional.", `${ORDER}/put/requestBody`],
  },
  {
    name: "a request body is removed",
    change: remove(`${ORDER}/put/requestBody`),
    impact: "major",
    says: ["`updateServiceOrder`", "Request body was removed.", `${ORDER}/put/requestBody`],
  },
  {
    name: "a query parameter becomes required",
    change: set("/components/parameters/StatusFilter/required", true),
    impact: "major",
    says: [
      "parameter `StatusFilter` in `listServiceOrders`",
      "`status` query parameter became required.",
      "/components/parameters/StatusFilter/required",
    ],
  },
  {
    name: "an optional query parameter is added",
    change: set(`${ORDERS}/get/parameters/-`, { name: "vessel", in: "query", schema: { type: "string" } }),
    impact: "minor",
    says: [LISTING, "Optional `vessel` query parameter was added.", `${ORDERS}/get/parameters/7`],
  },
  {
    name: "a required query parameter is added",
    change: set(`${ORDERS}/get/parameters/-`, { name: "vessel", in: "query", required: true, schema: {} }),
    impact: "major",
    says: [LISTING, "Required `vessel` query parameter was added.", `${ORDERS}/get/parameters/7`],
  },
  {
    name: "a query parameter is removed",
    change: remove(`${ORDERS}/get/parameters/1`),
    impact: "major",
    says: [LISTING, "`due_at` query parameter was removed.", `${ORDERS}/get/parameters/1`],
  },
  {
    name: "a query parameter is renamed",
    change: set("/components/parameters/StatusFilter/name", "state"),
    impact: "major",
    says: [
      "parameter `StatusFilter` in `listServiceOrders`",
      "`status` query parameter was renamed to `state`.",
      "/components/parameters/StatusFilter/name",
    ],
  },
  {
    name: "a path parameter is renamed, which the wire does not show",
    change: all(
      set("/components/parameters/HoldId/name", "number"),
      rename(
        "/paths/~1api~1v1~1manifests~1{manifest_client_identifier}~1bill_of_ladings~1{bill_of_lading_number}~1holds~1{hold_id}.json",
        "/api/v1/manifests/{manifest_client_identifier}/bill_of_ladings/{bill_of_lading_number}/holds/{number}.json",
      ),
    ),
    impact: "major",
    says: [
      "parameter `HoldId` in `applyHold` and `liftHold`",
      "`hold_id` path parameter was renamed to `number`.",
      "/components/parameters/HoldId/name",
    ],
  },
  {
    name: "the default of a parameter changes",
    change: set(`${PER}/schema/default`, 20),
    impact: "major",
    says: [
      "parameter `Per` in `listServiceOrders` and `listLineItems`",
      "The default changed from 10 to 20.",
      `${PER}/schema/default`,
    ],
  },
  {
    name: "the maximum of a parameter is lowered",
    change: set(`${PER}/schema/maximum`, 50),
    impact: "major",
    says: [
      "parameter `Per` in `listServiceOrders` and `listLineItems`",
      "Upper bound changed from '<= 100' to '<= 50'.",
      `${PER}/schema/maximum`,
    ],
  },
  {
    name: "the maximum of a parameter is raised",
    change: set(`${PER}/schema/maximum`, 500),
    impact: "minor",
    says: [
      "parameter `Per` in `listServiceOrders` and `listLineItems`",
      "`maximum` changed from 100 to 500.",
      `${PER}/schema/maximum`,
    ],
  },
  {
    name: "a request's body gets another media type",
    change: rename(`${ORDER}/put/requestBody/content/application~1json`, "application/xml"),
    impact: "major",
    says: [
      "`updateServiceOrder`",
      "Media type `application/json` became `application/xml`.",
      `${ORDER}/put/requestBody/content/application~1xml`,
    ],
  },
];
