import { all, type Case, copy, remove, rename, renameSchema, set } from "./case.test.fixture.ts";

const ORDER = "/paths/~1api~1v1~1service_orders~1{order_number}.json";
const CANCEL = "/paths/~1api~1v1~1service_orders~1{order_number}~1cancel.json";
const SUBSCRIPTIONS = "/paths/~1ws~1rest~1WebhookSubscription";

/** Changes of operations, names, sign-in, and of words only. */
export const OPERATIONS: readonly Case[] = [
  {
    name: "an operation is removed",
    change: remove(`${ORDER}/delete`),
    impact: "major",
    says: [
      "`deleteServiceOrder`",
      "Operation `DELETE /api/v1/service_orders/{order_number}.json` was removed.",
      `${ORDER}/delete`,
    ],
  },
  {
    name: "a path is removed, with all its operations",
    change: remove(ORDER),
    impact: "major",
    says: [
      "`getServiceOrder`, `updateServiceOrder` and `deleteServiceOrder`",
      "Path `/api/v1/service_orders/{order_number}.json` was removed.",
      ORDER,
    ],
  },
  {
    name: "a path is renamed",
    change: rename(CANCEL, "/api/v1/service_orders/{order_number}/abort.json"),
    impact: "major",
    says: [
      "`cancelServiceOrder`",
      "Path `/api/v1/service_orders/{order_number}/cancel.json` was renamed to `/api/v1/service_orders/{order_number}/abort.json`.",
      CANCEL.replace("cancel", "abort"),
    ],
  },
  {
    name: "an operation is called by another method",
    change: rename(`${CANCEL}/put`, "post"),
    impact: "major",
    says: [
      "`cancelServiceOrder`",
      "Operation `PUT /api/v1/service_orders/{order_number}/cancel.json` was removed.",
      `${CANCEL}/put`,
    ],
  },
  {
    name: "an operationId is renamed, which is a method of the client",
    change: set(`${CANCEL}/put/operationId`, "abortServiceOrder"),
    impact: "major",
    says: [
      "`abortServiceOrder`",
      "`operationId` of operation `PUT /api/v1/service_orders/{order_number}/cancel.json` changed from 'cancelServiceOrder' to " +
        "'abortServiceOrder'.",
      `${CANCEL}/put/operationId`,
    ],
  },
  {
    name: "an operation is added at a new path",
    change: set("/paths/~1api~1v1~1vessels.json", { get: { operationId: "listVessels", responses: {} } }),
    impact: "minor",
    says: ["`listVessels`", "Path `/api/v1/vessels.json` was added.", "/paths/~1api~1v1~1vessels.json"],
  },
  {
    name: "an operation is added at a path that is there",
    change: all(copy(`${CANCEL}/put`, `${CANCEL}/post`), set(`${CANCEL}/post/operationId`, "tryCancelling")),
    impact: "minor",
    says: [
      "`tryCancelling`",
      "Operation `POST /api/v1/service_orders/{order_number}/cancel.json` was added.",
      `${CANCEL}/post`,
    ],
  },
  {
    name: "an operation is deprecated",
    change: set(`${CANCEL}/put/deprecated`, true),
    impact: "minor",
    says: ["`cancelServiceOrder`", "Operation `cancelServiceOrder` is deprecated.", `${CANCEL}/put/deprecated`],
  },
  {
    name: "a schema is renamed, which is a type",
    change: renameSchema("WeightUnit", "WeightUnits"),
    impact: "major",
    says: [
      "`WeightUnits` in `createLineItem` and `updateLineItem`",
      "Schema `WeightUnit`, a type of that name, was renamed to `WeightUnits`.",
      "/components/schemas/WeightUnits",
    ],
  },
  {
    name: "a schema that nothing refers to is removed, which is a type",
    before: set("/components/schemas/Vessel", { type: "object" }),
    change: remove("/components/schemas/Vessel"),
    impact: "major",
    says: ["`Vessel`", "Schema `Vessel`, a type of that name, was removed.", "/components/schemas/Vessel"],
  },
  {
    name: "a schema is added",
    change: set("/components/schemas/Vessel", { type: "object" }),
    impact: "minor",
    says: ["`Vessel`", "Schema `Vessel` was added.", "/components/schemas/Vessel"],
  },
  {
    name: "a way to sign in is no longer accepted",
    api: "dataloy",
    change: remove("/security/1"),
    impact: "major",
    says: ["the whole API", "Security requirement `Basic` is no longer accepted.", "/security/1"],
  },
  {
    name: "one more way to sign in is accepted",
    api: "dataloy",
    before: remove("/security/1"),
    change: set("/security/-", { Basic: [] }),
    impact: "minor",
    says: ["the whole API", "Security requirement `Basic` was added.", "/security/1"],
  },
  {
    name: "the header of a token has another name",
    api: "octopi",
    change: set("/components/securitySchemes/Token/name", "X-Token"),
    impact: "major",
    says: [
      "security scheme `Token` in all operations",
      "`name` of security scheme `Token` changed from 'Authorization' to 'X-Token'.",
      "/components/securitySchemes/Token/name",
    ],
  },
  {
    name: "a token has another form",
    change: set("/components/securitySchemes/Token/x-token-format", "^Bearer .+$"),
    impact: "major",
    says: [
      "security scheme `Token` in all operations",
      "The form of a token of `Token` changed from '^Token token=\"?[^\\s\"]+\"?$' to '^Bearer .+$'.",
      "/components/securitySchemes/Token/x-token-format",
    ],
  },
  {
    name: "tokens come from another address",
    api: "dataloy",
    change: set("/components/securitySchemes/OAuth2/flows/clientCredentials/tokenUrl", "https://example.com/token"),
    impact: "major",
    says: [
      "security scheme `OAuth2` in `listServiceOrders`, `createServiceOrder`, `getServiceOrder` and `updateServiceOrder`",
      "`tokenUrl` of OAuth flow `clientCredentials` changed from 'https://dataloy.eu.auth0.com/oauth/token' to " +
        "'https://example.com/token'.",
      "/components/securitySchemes/OAuth2/flows/clientCredentials/tokenUrl",
    ],
  },
  {
    name: "an operation that anybody may call falls under the API's security",
    api: "sandbox",
    before: set("/security", [{ ControlKey: [] }]),
    change: remove("/paths/~1oauth~1token/post/security"),
    impact: "major",
    says: [
      "`createAccessToken`",
      "The API's own `security` holds now: no authentication no longer suffices.",
      "/paths/~1oauth~1token/post/security",
    ],
  },
  {
    name: "an operation's security falls away, and the API's takes the same",
    api: "sandbox",
    before: all(set("/security", [{ OAuth2: [] }]), set(`${SUBSCRIPTIONS}/get/security`, [{ OAuth2: [] }])),
    change: remove(`${SUBSCRIPTIONS}/get/security`),
    impact: "patch",
  },
  {
    name: "the API moves to another server",
    change: set("/servers/0/url", "https://octopi.example.com"),
    impact: "major",
    says: ["the whole API", "Server `https://app.octopi.co` became `https://octopi.example.com`.", "/servers/0/url"],
  },
  { name: "only a version is raised", change: set("/info/version", "9.9.9"), impact: undefined },
  { name: "a description is reworded", change: set(`${CANCEL}/put/description`, "Cancels."), impact: "patch" },
  {
    name: "a property is described otherwise",
    change: set("/components/schemas/ServiceOrder/properties/comment/description", "Free text."),
    impact: "patch",
  },
  {
    name: "an example's data changes",
    change: set("/components/examples/service-order-cancelled/value/comment", "Another one"),
    impact: "patch",
  },
  {
    name: "a property has another example",
    change: set("/components/schemas/ServiceOrder/properties/comment/examples", ["Another one"]),
    impact: "patch",
  },
  {
    name: "what a response rests on is marked otherwise",
    change: set(`${ORDER}/get/responses/200/x-evidence`, { basis: "documented", source: "octopi-service-orders" }),
    impact: "patch",
  },
  {
    name: "an inferred property is marked so",
    change: set("/components/schemas/ServiceOrder/properties/comment/x-evidence", { basis: "inferred", note: "D-07" }),
    impact: "patch",
  },
  { name: "a tag is added", change: set("/tags/-", { name: "Vessels", description: "Ships." }), impact: "patch" },
  {
    name: "properties are put into another order",
    change: all(
      copy("/components/schemas/ErrorBody/properties/error", "/components/schemas/ErrorBody/properties/last"),
      rename("/components/schemas/ErrorBody/properties/error", "first"),
      rename("/components/schemas/ErrorBody/properties/last", "error"),
      remove("/components/schemas/ErrorBody/properties/first"),
    ),
    impact: undefined,
  },
];
