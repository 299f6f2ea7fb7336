import type { Losses } from "../compare/find-losses.ts";

/** What an import into Postman loses, as it is known: a newer importer or another spec may change it. */
export const postmanLosses: Losses = {
  "Parameters: descriptions": {
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
  "Parameters: the first example, as value": { octopi: ["deleteLineItem id", "updateLineItem id"] },
  "Parameters: all other examples": { octopi: "all", dataloy: "all" },
  "Request bodies: all other examples, in saved answers": {
    octopi: [
      "createServiceOrder only-what-is-required",
      "updateServiceOrder comment-only",
      "updateLineItem everything",
      "liftHold until-a-day",
      "liftHold until-an-instant",
    ],
    dataloy: { allBut: ["createServiceOrder several-lines", "createServiceOrder only-what-is-mandatory"] },
    sandbox: "all",
  },
  "Answers: the first example of the first media type": { octopi: ["updateInterchange 200 completed"] },
  "Answers: all other examples": {
    octopi: {
      allBut: [
        "createServiceOrder 200 breakbulk",
        "createServiceOrder 201 breakbulk",
        "createInterchange 200 pick-up-container",
        "createInterchange 200 completed-chassis",
        "createInterchange 200 drop-off-genset",
        "createInterchange 201 pick-up-container",
        "createInterchange 201 completed-chassis",
        "createInterchange 201 drop-off-genset",
        "updateInterchange 200 other-chassis",
        "createLineItem 200 container-only",
        "createLineItem 201 container-only",
      ],
    },
    dataloy: {
      allBut: [
        "createServiceOrder 200 several-lines",
        "createServiceOrder 200 only-what-is-mandatory",
        "createServiceOrder 201 several-lines",
        "createServiceOrder 201 only-what-is-mandatory",
      ],
    },
    sandbox: "all",
  },
  "Answers: summaries of the examples": { octopi: "all", dataloy: "all", sandbox: "all" },
  "Credentials: descriptions": { octopi: "all", dataloy: "all", sandbox: "all" },
  "Fields of schemas: descriptions": { octopi: "all", dataloy: "all", sandbox: "all" },
  "Operations: operationIds": { octopi: "all", dataloy: "all", sandbox: "all" },
  "Evidence marks": { octopi: "all", dataloy: "all" },
  "Credentials: all of several ways": { dataloy: "all", sandbox: "all" },
  Webhooks: { dataloy: "all" },
};
