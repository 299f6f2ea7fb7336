import { bodyOf, everySecond, inOk, inRequest, isOk, type Json, onOk, onStatus, withBody, without } from "../change.ts";
import { asTheOther, lettingIn, otherThan } from "../credentials.ts";
import { dataloy } from "../define.ts";
import type { Call, Came, Fault, Mutant } from "../mutant.ts";
import { hoursOff, mended, ofLines, ofLinesIn, rounding } from "./bodies.ts";

const LINES =
  '{"serviceOrderLines":{"serviceCode":"*","description":"*","amountEstimate":"*","amountRevised":"*","amountFinal":"*","isOwnersCost":"*","isCharterersCost":"*"}}';

/** What changing Dataloy's orders gets wrong. */
export const CHANGES_OF_DISBURSEMENTS: readonly Mutant[] = [
  dataloy(
    "schema",
    "updateServiceOrder",
    "an update is answered with an empty object",
    inOk(() => ({})),
  ),
  dataloy(
    "status",
    "updateServiceOrder",
    "an update of an unknown order is a success",
    onStatus(404, (came, { sent, path }) =>
      withBody({ ...came, status: 200 }, { key: Number(path.key), self: `http://${sent.headers.host}${sent.url}` }),
    ),
  ),
  dataloy(
    "content-type",
    "updateServiceOrder",
    "Dataloy's refusal is a page for people",
    onStatus(400, (came) => ({
      ...came,
      headers: { ...came.headers, "content-type": "text/html" },
      body: "<!doctype html><title>400</title>",
    })),
  ),
  dataloy(
    "auth",
    "updateServiceOrder",
    "any user can change Dataloy's orders",
    lettingIn("dataloy", (authorization) => authorization !== undefined),
  ),
  dataloy(
    "leak-between-tenants",
    "updateServiceOrder",
    "an order of another tenant can be changed",
    async (call) => {
      const came = await call.pass();
      if (came.status !== 404) return came;
      const headers = { authorization: otherThan("dataloy", call.sent.headers.authorization) };
      const found = await call.ask("GET", call.sent.url, undefined, headers);
      return found.status === 200 ? await asTheOther("dataloy", call) : came;
    },
    "listServiceOrders",
  ),
  dataloy(
    "refusal",
    "updateServiceOrder",
    "unknown properties of an update are taken",
    mended((body) => without(body, ...unknownIn(body))),
  ),
  dataloy(
    "refusal",
    "updateServiceOrder",
    "a status that nobody knows changes nothing",
    mended((body, call) => (call.isValid && typeof body.status === "string" ? without(body, "status") : undefined)),
  ),
  dataloy(
    "deletion",
    "updateServiceOrder",
    "a line that an update leaves out stays",
    changing(async (body, call) => {
      const wanted = new Set(body.serviceOrderLines?.map(({ key }: Json) => key));
      const left = (await linesOf(call)).filter(({ key }) => !wanted.has(key)).map(({ key }) => ({ key }));
      return body.serviceOrderLines === undefined
        ? body
        : { ...body, serviceOrderLines: [...left, ...body.serviceOrderLines] };
    }),
    "getServiceOrder",
  ),
  dataloy(
    "lost-update",
    "updateServiceOrder",
    "a new line of an update is not added",
    inRequest(ofLinesIn((lines) => lines.filter((line: Json) => "key" in line))),
    "getServiceOrder",
  ),
  dataloy(
    "duplicates",
    "updateServiceOrder",
    "a line that is changed comes twice",
    changing(async (body, call) => {
      const before = new Map((await linesOf(call)).map((line) => [line.key, line]));
      return ofLinesIn((lines) =>
        lines.flatMap((line) => {
          const { key, self: _, ...values } = { ...before.get(line.key), ...line };
          const isChanged = "key" in line && Object.keys(line).length > 1 && before.has(key);
          return isChanged ? [{ key }, values] : [line];
        }),
      )(body);
    }),
    "getServiceOrder",
  ),
  dataloy(
    "deletion",
    "updateServiceOrder",
    "an update without lines removes them all",
    inRequest((body) => ({ serviceOrderLines: [], ...body })),
    "getServiceOrder",
  ),
  dataloy(
    "lost-update",
    "updateServiceOrder",
    "an update without an exchange rate empties it",
    inRequest((body) => ({ exchangeRate: null, ...body })),
    "createServiceOrder",
  ),
  dataloy(
    "lost-update",
    "updateServiceOrder",
    "an update without a number of the other system empties it",
    inRequest((body) => ({
      externalReferenceNo: null,
      ...body,
    })),
    "createServiceOrder",
  ),
  dataloy(
    "lost-update",
    "updateServiceOrder",
    "null removes nothing of an order",
    inRequest((body) => Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null))),
    "createServiceOrder",
  ),
  dataloy(
    "lost-update",
    "updateServiceOrder",
    "new values of an order are answered but not stored",
    scalarsNotStored,
    "getServiceOrder",
  ),
  dataloy(
    "lost-update",
    "updateServiceOrder",
    "every second time new values of an order are not stored",
    everySecond(scalarsNotStored),
    "getServiceOrder",
  ),
  dataloy(
    "lost-update",
    "updateServiceOrder",
    "the description of a changed line is reset",
    inRequest(
      ofLines((line) => ("key" in line && Object.keys(line).length > 1 ? { description: null, ...line } : line)),
    ),
    "getServiceOrder",
    "createServiceOrder",
  ),
  dataloy(
    "wrong-transition",
    "updateServiceOrder",
    "the status of an order does not change",
    inRequest((body) => without(body, "status")),
  ),
  dataloy(
    "wrong-transition",
    "updateServiceOrder",
    "an order with changed lines goes back to its estimate",
    inRequest((body) => (body.serviceOrderLines === undefined ? body : { ...body, status: "EST" })),
  ),
  dataloy(
    "read-back",
    "updateServiceOrder",
    "the total of an order leaves out its first line",
    onOk(async (came, call) => {
      const order: Json = JSON.parse(came.body);
      const [first] = await linesOf(call);
      const stage =
        ({ 1000130: "amountRevised", 1000131: "amountFinal" } as Json)[order.status?.key] ?? "amountEstimate";
      return first === undefined ? came : withBody(came, { ...order, amount: order.amount - (first[stage] ?? 0) });
    }),
    "getServiceOrder",
  ),
  dataloy("stale-read", "updateServiceOrder", "an update does not move the date of the last change", {
    getServiceOrder: inOk(asFirstSeen),
    updateServiceOrder: async (call) => {
      const before = await call.ask("GET", call.sent.url);
      if (isOk(before)) asFirstSeen(JSON.parse(before.body), call);
      const came = await call.pass();
      return isOk(came) ? withBody(came, asFirstSeen(JSON.parse(came.body), call)) : came;
    },
  }),
  dataloy(
    "precision",
    "updateServiceOrder",
    "amounts of changed lines are cut to whole numbers",
    inRequest(ofLines(rounding(Math.trunc))),
    "getServiceOrder",
  ),
  dataloy(
    "time-zone",
    "updateServiceOrder",
    "dates of an update are an hour late",
    inRequest((body) => hoursOff("emailSentDate", 1)(hoursOff("orderDate", 1)(body))),
  ),
];

const KNOWN =
  /^(portCall|businessPartner|externalReferenceNo|exchangeRate|currency|orderDate|status|amountAdvanced(Currency)?|nominationEmail|emailSentDate|serviceOrderLines)$/;

function unknownIn(body: object): string[] {
  return Object.keys(body).filter((name) => !KNOWN.test(name));
}

/** As `inRequest`, with the time to ask the server something. */
function changing(change: (body: Json, call: Call) => Promise<Json>): Fault {
  return async (call) => {
    if (!call.isValid) return await call.pass();
    return await call.pass({ body: JSON.stringify(await change(bodyOf(call.sent), call)) });
  };
}

/** The lines of the order that a call is about, as they are. */
async function linesOf({ sent, path, ask }: Call): Promise<Json[]> {
  const url = sent.url.replace(/\/ServiceOrder\/.*/, `/ServiceOrder/${path.key}`);
  const came = await ask("GET", url, undefined, { fields: LINES });
  return isOk(came) ? JSON.parse(came.body).serviceOrderLines : [];
}

async function scalarsNotStored(call: Call): Promise<Came> {
  const names = ["externalReferenceNo", "exchangeRate", "orderDate", "amountAdvanced", "emailSentDate"];
  const body = bodyOf(call.sent);
  if (!call.isValid) return await call.pass();
  const came = await call.pass({ body: JSON.stringify(without(body, ...names)) });
  const asked = Object.entries(body).filter(([name]) => names.includes(name));
  return isOk(came) ? withBody(came, { ...JSON.parse(came.body), ...Object.fromEntries(asked) }) : came;
}

function asFirstSeen(order: Json, { memory }: Call): Json {
  if (order.modifiedDate === undefined) return order;
  const name = `modified ${order.key}`;
  if (!memory.has(name)) memory.set(name, order.modifiedDate);
  return { ...order, modifiedDate: memory.get(name) };
}
