import { openApi } from "../api.js";
import { documentedValues } from "../cases/replay-cases.js";
import { findOperation } from "../operation.js";
import { writeRequest } from "../write-request.js";
import { htmlPage, onSuccess, withFirst, withHeader, withJson } from "./change-answer.js";
import type { Fault, Sent } from "./faulty-server.js";

/** A fault, and the finding that must name it: outcome, rule and where. */
export type NamedFault = {
  readonly name: string;
  readonly api: "octopi" | "dataloy";
  readonly fault: Fault;
  readonly finding: string;
};

/** One server fault of each kind. */
export const FAULTS: readonly NamedFault[] = [
  octopi("a field is missing", "failed missing-property getServiceOrder /order_number", {
    operationId: "getServiceOrder",
    answer: onSuccess(withJson(({ order_number: _, ...rest }) => rest)),
  }),
  octopi(
    "a field deep in a list is missing",
    "failed missing-property listServiceOrders /service_orders/0/created_at",
    {
      operationId: "listServiceOrders",
      answer: onSuccess(
        withJson((page) => ({
          ...page,
          service_orders: withFirst(page.service_orders, ({ created_at: _, ...rest }) => rest),
        })),
      ),
    },
  ),
  octopi("a number is sent as a string", "failed wrong-type getServiceOrder /id", {
    operationId: "getServiceOrder",
    answer: onSuccess(withJson((order) => ({ ...order, id: `${order.id}` }))),
  }),
  octopi("null where no null is allowed", "failed wrong-type updateServiceOrder /comment", {
    operationId: "updateServiceOrder",
    answer: onSuccess(withJson((order) => ({ ...order, comment: null }))),
  }),
  octopi("a value is new to an enum", "failed wrong-value getServiceOrder /status", {
    operationId: "getServiceOrder",
    answer: onSuccess(withJson((order) => ({ ...order, status: "archived" }))),
  }),
  octopi("a list comes bare", "failed wrong-type listServiceOrders body", {
    operationId: "listServiceOrders",
    answer: onSuccess((came) => ({ ...came, body: "[]" })),
  }),
  octopi("an undocumented success", "failed undeclared-status createServiceOrder 202", {
    operationId: "createServiceOrder",
    answer: onSuccess((came) => ({ ...came, status: 202 })),
  }),
  octopi("an undocumented status for everything", "failed undeclared-status cancelServiceOrder 418", {
    operationId: "cancelServiceOrder",
    answer: (came) => ({ ...came, status: 418 }),
  }),
  octopi("another content type", "failed undeclared-content-type listHolds header.Content-Type", {
    operationId: "listHolds",
    answer: onSuccess((came) => withHeader(came, "content-type", "text/html")),
  }),
  octopi("no content type", "failed undeclared-content-type listHolds header.Content-Type", {
    operationId: "listHolds",
    answer: onSuccess(({ headers: { "content-type": _, ...headers }, ...came }) => ({ ...came, headers })),
  }),
  octopi("JSON that is cut off", "failed malformed-json listLineItems body", {
    operationId: "listLineItems",
    answer: onSuccess((came) => ({ ...came, body: came.body.slice(0, -1) })),
  }),
  octopi("an empty body", "failed missing-body getInterchange body", {
    operationId: "getInterchange",
    answer: onSuccess((came) => ({ ...came, body: "" })),
  }),
  octopi("valid requests are refused", "failed valid-request-refused createInterchange 422", {
    operationId: "createInterchange",
    answer: onSuccess((came) => ({ ...came, status: 422, body: '{"error":"No."}' })),
  }),
  octopi("a documented optional parameter is refused", "failed valid-request-refused listServiceOrders 422", {
    operationId: "listServiceOrders",
    answer: (came, sent) =>
      sent.url.includes("cargo_type=") ? { ...came, status: 422, body: '{"error":"No."}' } : came,
  }),
  octopi(
    "a required field is not asked for",
    "failed invalid-request-accepted cancelServiceOrder /service_order/cancellation_reason",
    {
      operationId: "cancelServiceOrder",
      request: always("octopi", "cancelServiceOrder"),
    },
  ),
  octopi("a page of any size is given", "failed invalid-request-accepted listLineItems query.per", {
    operationId: "listLineItems",
    request: (sent) => ({ ...sent, url: sent.url.replace(/per=\d+/, "per=10") }),
  }),
  octopi("a word is taken for a number in the path", "failed invalid-request-accepted deleteLineItem path.id", {
    operationId: "deleteLineItem",
    request: (sent) => ({ ...sent, url: sent.url.replace(/quayside\.json/, "38.json") }),
  }),
  octopi("a hold is lifted without a body", "failed invalid-request-accepted liftHold body", {
    operationId: "liftHold",
    request: always("octopi", "liftHold"),
  }),
  octopi("any content type is taken", "failed invalid-request-accepted createLineItem header.Content-Type", {
    operationId: "createLineItem",
    request: (sent) => ({ ...sent, headers: { ...sent.headers, "content-type": "application/json" } }),
  }),
  octopi("any method is taken", "failed invalid-request-accepted listHolds PROPFIND", {
    operationId: "listHolds",
    request: (sent) => ({ ...sent, method: "GET" }),
  }),
  octopi("a broken body breaks the server", "failed server-error createServiceOrder 500", {
    operationId: "createServiceOrder",
    answer: (came) => (came.status === 422 ? { ...came, status: 500, body: '{"error":"Oops"}' } : came),
  }),
  octopi("an HTML page says that the server failed", "failed server-error applyHold 500", {
    operationId: "applyHold",
    answer: onSuccess(() => htmlPage(500)),
  }),
  octopi("an HTML page refuses", "failed undeclared-content-type updateLineItem header.Content-Type", {
    operationId: "updateLineItem",
    answer: (came) => (came.status === 400 ? htmlPage(400) : came),
  }),
  octopi("nobody is asked who they are", "failed authentication-not-enforced deleteInterchange", {
    operationId: "deleteInterchange",
    request: (sent) => ({ ...sent, headers: { ...sent.headers, authorization: "Token token=anybody" } }),
  }),
  octopi("any credentials are taken", "failed authentication-not-enforced getServiceOrder", {
    operationId: "getServiceOrder",
    request: (sent) =>
      "authorization" in sent.headers
        ? { ...sent, headers: { ...sent.headers, authorization: "Token token=anybody" } }
        : sent,
  }),
  octopi("who is unknown meets a login page", "failed authentication-not-enforced listHolds", {
    operationId: "listHolds",
    answer: (came) => (came.status === 401 ? { status: 302, headers: { location: "/login" }, body: "" } : came),
  }),
  octopi("401 has another shape", "failed missing-property updateInterchange /error", {
    operationId: "updateInterchange",
    answer: (came) => (came.status === 401 ? { ...came, body: '{"message":"No."}' } : came),
  }),
  octopi("a refusal has another shape", "failed missing-property createServiceOrder /error", {
    operationId: "createServiceOrder",
    answer: (came) => (came.status === 422 ? { ...came, body: '{"errors":["No."]}' } : came),
  }),
  octopi("a redirect to another host", "failed redirected getServiceOrder", {
    operationId: "getServiceOrder",
    answer: onSuccess(() => ({ status: 302, headers: { location: "https://elsewhere.invalid/?t=1" }, body: "" })),
  }),
  octopi("one operation is closed to the caller", "error credentials-refused listLineItems", {
    operationId: "listLineItems",
    answer: () => ({ status: 401, headers: { "content-type": "application/json" }, body: '{"error":"No."}' }),
  }),
  octopi("a gateway cannot reach the server", "error target-busy listInterchanges", {
    operationId: "listInterchanges",
    answer: () => htmlPage(503),
  }),
  octopi("the connection is cut", "error no-answer getInterchange", {
    operationId: "getInterchange",
    connection: (response) => response.destroy(),
  }),
  octopi("the connection is cut in the middle of the body", "error no-answer getInterchange", {
    operationId: "getInterchange",
    connection: (response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": 1000 });
      response.write("{", () => response.destroy());
    },
  }),
  octopi("no answer ever comes", "error timeout deleteServiceOrder", {
    operationId: "deleteServiceOrder",
    connection: () => {},
  }),
  octopi("the body drips without end", "error timeout deleteServiceOrder", {
    operationId: "deleteServiceOrder",
    connection: (response) => {
      response.writeHead(200, { "content-type": "application/json" });
      const drip = setInterval(() => response.write(" "), 20);
      response.on("close", () => clearInterval(drip));
    },
  }),
  octopi("the body is endless", "error answer-too-large listHolds", {
    operationId: "listHolds",
    answer: onSuccess((came) => ({ ...came, body: " ".repeat(9 * 1024 * 1024) })),
  }),
  dataloy("the total is no number", "failed wrong-type listServiceOrders header.totalObjectsNumber", {
    operationId: "listServiceOrders",
    answer: onSuccess((came) => withHeader(came, "totalobjectsnumber", "many")),
  }),
  dataloy("a key is missing", "failed missing-property getServiceOrder /key", {
    operationId: "getServiceOrder",
    answer: onSuccess(withJson(({ key: _, ...rest }) => rest)),
  }),
  dataloy("a date has a zone", "failed wrong-value getServiceOrder /orderDate", {
    operationId: "getServiceOrder",
    answer: onSuccess(withJson((order) => ({ ...order, orderDate: "2020-10-01T00:00:00Z" }))),
  }),
  dataloy("an unknown property is taken", "failed invalid-request-accepted updateServiceOrder /quayside_unknown", {
    operationId: "updateServiceOrder",
    request: (sent) => ({ ...sent, body: sent.body.replace(',"quayside_unknown":true', "") }),
  }),
  dataloy("a text of any length is taken", "failed invalid-request-accepted createServiceOrder /externalReferenceNo", {
    operationId: "createServiceOrder",
    request: (sent) => ({ ...sent, body: sent.body.replace(/x{65,}/, "x") }),
  }),
  dataloy("nobody is asked who they are", "failed authentication-not-enforced createServiceOrder", {
    operationId: "createServiceOrder",
    request: (sent) => ({ ...sent, headers: { ...sent.headers, authorization: "Bearer anybody" } }),
  }),
];

function octopi(name: string, finding: string, fault: Fault): NamedFault {
  return { name, api: "octopi", fault, finding };
}

function dataloy(name: string, finding: string, fault: Fault): NamedFault {
  return { name, api: "dataloy", fault, finding };
}

/** Whatever is asked, the documented request is passed on. */
function always(api: string, operationId: string): (sent: Sent) => Sent {
  const operation = findOperation(openApi(api).operations, operationId);
  const { url, body = "" } = writeRequest(operation, documentedValues(operation));
  return ({ method, headers }) => ({ method, url, headers: { ...headers, "content-type": "application/json" }, body });
}
