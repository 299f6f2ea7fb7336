import { inOk, inRequest, type Json, onOk, onStatus, without } from "../change.ts";
import { lettingIn } from "../credentials.ts";
import { dataloy } from "../define.ts";
import type { Mutant } from "../mutant.ts";
import { hoursOff, mended, ofLines, rounding } from "./bodies.ts";

/** What creating Dataloy's orders gets wrong. */
export const CREATIONS_OF_DISBURSEMENTS: readonly Mutant[] = [
  dataloy(
    "schema",
    "createServiceOrder",
    "a creation answers the key alone",
    inOk(({ key }) => ({ key })),
  ),
  dataloy(
    "status",
    "createServiceOrder",
    "a creation is answered 202 by Dataloy",
    onOk((came) => ({ ...came, status: 202 })),
  ),
  dataloy(
    "status",
    "createServiceOrder",
    "an unknown reference breaks the server",
    onStatus(400, (came, call) =>
      call.isValid ? { ...came, status: 500, body: came.body.replace('"statusCode":400', '"statusCode":500') } : came,
    ),
  ),
  dataloy(
    "auth",
    "createServiceOrder",
    "Dataloy's orders can be created by anybody",
    lettingIn("dataloy", (authorization) => authorization === undefined),
  ),
  dataloy(
    "refusal",
    "createServiceOrder",
    "an order needs no port call",
    mended((body) => ("portCall" in body ? undefined : { ...body, portCall: 36344213 })),
  ),
  dataloy(
    "refusal",
    "createServiceOrder",
    "a currency that nobody knows is dollars",
    mended((body) =>
      typeof body.currency === "string" && body.currency !== "" ? { ...body, currency: "USD" } : undefined,
    ),
  ),
  dataloy(
    "refusal",
    "createServiceOrder",
    "a text of any length is cut",
    mended((body) =>
      typeof body.externalReferenceNo === "string"
        ? { ...body, externalReferenceNo: body.externalReferenceNo.slice(0, 64) }
        : undefined,
    ),
  ),
  dataloy(
    "duplicates",
    "createServiceOrder",
    "an order is created twice",
    onOk(async (came, { sent, ask }) => {
      await ask("POST", sent.url, JSON.parse(sent.body));
      return came;
    }),
    "listServiceOrders",
  ),
  dataloy(
    "duplicates",
    "createServiceOrder",
    "each line of a new order is created twice",
    inRequest((body) => ({
      ...body,
      serviceOrderLines: body.serviceOrderLines.flatMap((line: Json) => [line, line]),
    })),
  ),
  dataloy(
    "read-back",
    "createServiceOrder",
    "a new order has no number of the other system",
    inRequest((body) => without(body, "externalReferenceNo")),
  ),
  dataloy(
    "read-back",
    "createServiceOrder",
    "lines of a new order have no description",
    inRequest(ofLines((line) => without(line, "description"))),
    "getServiceOrder",
  ),
  dataloy(
    "read-back",
    "createServiceOrder",
    "a new order is a draft whatever is said",
    inRequest((body) => ({ ...body, status: "DFT" })),
    "getServiceOrder",
  ),
  dataloy(
    "read-back",
    "createServiceOrder",
    "the owner's costs are the charterer's",
    inRequest(
      ofLines((line) => ({
        ...line,
        ...(line.isOwnersCost === undefined ? {} : { isCharterersCost: line.isOwnersCost }),
        ...(line.isCharterersCost === undefined ? {} : { isOwnersCost: line.isCharterersCost }),
      })),
    ),
    "getServiceOrder",
  ),
  dataloy(
    "precision",
    "createServiceOrder",
    "amounts of lines are rounded to whole numbers",
    inRequest(ofLines(rounding(Math.round))),
    "getServiceOrder",
  ),
  dataloy(
    "precision",
    "createServiceOrder",
    "the advance is rounded to whole numbers",
    inRequest((body) =>
      typeof body.amountAdvanced === "number" ? { ...body, amountAdvanced: Math.round(body.amountAdvanced) } : body,
    ),
  ),
  dataloy(
    "time-zone",
    "createServiceOrder",
    "an order is placed an hour earlier than said",
    inRequest(hoursOff("orderDate", -1)),
  ),
  dataloy(
    "time-zone",
    "createServiceOrder",
    "the time of day of an order is forgotten",
    inRequest((body) =>
      typeof body.orderDate === "string" ? { ...body, orderDate: `${body.orderDate.slice(0, 10)}T00:00:00` } : body,
    ),
  ),
  dataloy("lost-update", "createServiceOrder", "Dataloy's order is answered but not stored", {
    createServiceOrder: inOk((order, { memory }) => {
      memory.set(`lost ${order.key}`, true);
      return order;
    }),
    getServiceOrder: onOk(async (came, call) =>
      call.memory.has(`lost ${call.path.key}`) ? await call.pass({ url: "/ws/rest/ServiceOrder/1" }) : came,
    ),
    listServiceOrders: inOk((rows, { memory }) => rows.filter(({ key }: Json) => !memory.has(`lost ${key}`))),
  }),
];
