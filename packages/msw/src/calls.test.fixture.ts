import type { DataloyClient, operations as dataloyOperations } from "@quayside/client/dataloy";
import type { OctopiClient, operations as octopiOperations } from "@quayside/client/octopi";

type Calls<Operations, Client> = { readonly [Id in keyof Operations]: (client: Client) => Promise<unknown> };

const order = { order_number: "SO/1 %2F" };
const cargo_type = "container" as const;
const newOrder = { order_number: "SO/1", cargo_type, container_ids: [1], service_ids: ["inspection"] };
const visit = { truck_visit_id: 7 };
const interchange = { truck_visit_id: 7, id: 12 };
const bill = { bill_of_lading_id: 1001 };
const lineItem = { bill_of_lading_id: 1001, id: 38 };
const holds = { manifest_client_identifier: "M/1", bill_of_lading_number: "B(1):2" };
const hold = { ...holds, hold_id: 36 };

/** One call of each of Octopi's operations. */
export const octopiCalls: Calls<octopiOperations, OctopiClient> = {
  listServiceOrders: (octopi) => octopi.listServiceOrders({ query: { status: "pending", page: 1 } }),
  createServiceOrder: (octopi) => octopi.createServiceOrder({ body: { service_order: newOrder } }),
  getServiceOrder: (octopi) => octopi.getServiceOrder({ path: order }),
  updateServiceOrder: (octopi) =>
    octopi.updateServiceOrder({ path: order, body: { service_order: { order_number: "SO/2" } } }),
  deleteServiceOrder: (octopi) => octopi.deleteServiceOrder({ path: order }),
  cancelServiceOrder: (octopi) =>
    octopi.cancelServiceOrder({ path: order, body: { service_order: { cancellation_reason: "late" } } }),
  listInterchanges: (octopi) => octopi.listInterchanges({ path: visit }),
  createInterchange: (octopi) => octopi.createInterchange({ path: visit, body: { purpose: "pick_up_container" } }),
  getInterchange: (octopi) => octopi.getInterchange({ path: interchange }),
  updateInterchange: (octopi) => octopi.updateInterchange({ path: interchange, body: { container_number: "ABCU1" } }),
  deleteInterchange: (octopi) => octopi.deleteInterchange({ path: interchange }),
  listLineItems: (octopi) => octopi.listLineItems({ path: bill }),
  createLineItem: (octopi) => octopi.createLineItem({ path: bill, body: { line_item: { container_id: 1 } } }),
  updateLineItem: (octopi) => octopi.updateLineItem({ path: lineItem, body: { line_item: { container_id: 2 } } }),
  deleteLineItem: (octopi) => octopi.deleteLineItem({ path: lineItem }),
  listHolds: (octopi) => octopi.listHolds({ path: holds }),
  applyHold: (octopi) => octopi.applyHold({ path: hold }),
  liftHold: (octopi) => octopi.liftHold({ path: hold, body: { hold: { reference_number: "R-1" } } }),
};

const newDataloyOrder = {
  portCall: 1,
  serviceOrderLines: [],
  currency: "USD",
  status: "EST",
  amountAdvancedCurrency: "USD",
};

/** One call of each of Dataloy's operations. */
export const dataloyCalls: Calls<dataloyOperations, DataloyClient> = {
  listServiceOrders: (dataloy) => dataloy.listServiceOrders({ query: { limit: 2, pageNumber: 1 } }),
  createServiceOrder: (dataloy) => dataloy.createServiceOrder({ body: newDataloyOrder }),
  getServiceOrder: (dataloy) => dataloy.getServiceOrder({ path: { key: 36647845 } }),
  updateServiceOrder: (dataloy) => dataloy.updateServiceOrder({ path: { key: 36647845 }, body: { status: 1000130 } }),
};
