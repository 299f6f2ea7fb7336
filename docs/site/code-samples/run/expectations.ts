/** What an operation's samples need and show. */
export interface Expectation {
  /** The operations that must have been called before, with their samples' requests, in a session that is new. */
  after?: readonly string[];
  /** What stands in the answer. */
  shows?: string;
}

/** By API and operation. An operation that is not here is called first of all, and its answer held to nothing but its status. */
export const expectations: Readonly<Record<string, Readonly<Record<string, Expectation>>>> = {
  octopi: {
    listServiceOrders: { shows: "SO123456" },
    createServiceOrder: { shows: "API_TEST_002" },
    getServiceOrder: { after: ["createServiceOrder"], shows: "API_TEST_002" },
    updateServiceOrder: { after: ["createServiceOrder"], shows: "API_TEST_002_UPDATED" },
    deleteServiceOrder: { after: ["createServiceOrder"] },
    cancelServiceOrder: { after: ["createServiceOrder"], shows: "The vessel is delayed" },
    listInterchanges: { shows: "2205893" },
    createInterchange: { shows: "CAIU2340022" },
    getInterchange: { shows: "CONZ1234674" },
    updateInterchange: { shows: "CON123456" },
    listLineItems: { shows: "1211" },
    createLineItem: { shows: "TE-679876665" },
    updateLineItem: { shows: "4200" },
    listHolds: { shows: "Freight Charges" },
    applyHold: { after: ["liftHold"] },
  },
  dataloy: {
    listServiceOrders: { shows: "statusTypeCode" },
    createServiceOrder: { shows: "DA1234" },
    getServiceOrder: { shows: "statusTypeCode" },
    updateServiceOrder: { shows: "11000" },
  },
  sandbox: {
    getSession: { shows: "-getSession" },
    deleteSnapshot: { after: ["takeSnapshot"] },
    restoreSnapshot: { after: ["takeSnapshot"] },
    listSnapshots: { after: ["takeSnapshot"], shows: "before-lunch" },
    takeSnapshot: { shows: "before-lunch" },
    getWebhookSubscription: { after: ["createWebhookSubscription"], shows: "https://agent.example/dataloy" },
    deleteWebhookSubscription: { after: ["createWebhookSubscription"] },
  },
};
