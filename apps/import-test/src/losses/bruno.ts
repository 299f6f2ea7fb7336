import type { Losses } from "../compare/find-losses.ts";

/** What an import into Bruno loses, as it is known: a newer importer or another spec may change it. */
export const brunoLosses: Losses = {
  "Tags: a folder under the name of each": {
    octopi: ["Service orders", "Line items"],
    dataloy: "all",
    sandbox: ["Yard work", "Hold events", "Access tokens"],
  },
  "Parameters: all other examples": { octopi: "all", dataloy: "all" },
  "Parameters: those of the path are filled in when sent": {
    octopi: [
      "getServiceOrder order_number",
      "updateServiceOrder order_number",
      "deleteServiceOrder order_number",
      "getInterchange id",
      "deleteInterchange id",
      "updateInterchange id",
      "deleteLineItem id",
      "updateLineItem id",
      "applyHold hold_id",
      "liftHold hold_id",
    ],
  },
  "Parameters: optional ones are off until wanted": {
    octopi: { allBut: ["listServiceOrders status", "listServiceOrders cargo_type"] },
    dataloy: {
      allBut: [
        "listServiceOrders noCount",
        "listServiceOrders disablemaxlimit",
        "createServiceOrder autoPost",
        "updateServiceOrder autoPost",
      ],
    },
    sandbox: "all",
  },
  "Answers: descriptions": {
    octopi: { allBut: ["deleteLineItem 204", "applyHold 204", "liftHold 204"] },
    dataloy: "all",
    sandbox: {
      allBut: [
        "deleteSession 204",
        "deleteSnapshot 204",
        "clearFaults 204",
        "clearRequests 204",
        "deleteWebhookSubscription 204",
      ],
    },
  },
  "Answers: headers": { octopi: "all", dataloy: "all" },
  "Credentials: descriptions": { octopi: "all", dataloy: "all", sandbox: "all" },
  "Fields of schemas: descriptions": { octopi: "all", dataloy: "all", sandbox: "all" },
  "Operations: operationIds": { octopi: "all", dataloy: "all", sandbox: "all" },
  "Evidence marks": { octopi: "all", dataloy: "all" },
  "Tags: descriptions": { dataloy: ["Webhooks"] },
  "Credentials: all of several ways": { dataloy: "all", sandbox: "all" },
  Webhooks: { dataloy: "all" },
  "Credentials: one of the ways": { sandbox: ["createAccessToken"] },
};
