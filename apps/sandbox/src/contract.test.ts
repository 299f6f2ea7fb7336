import { contractTests } from "@quayside/contract-test/vitest";
import { afterAll, beforeAll } from "vitest";
import { createSandbox, type Sandbox } from "./create-sandbox.js";

// The contract tests repeat each documented request many times, and a server with state refuses the second creation of an order.
// So each of their requests finds a session of its own, as it is when the documented requests make sense.

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox();
});
afterAll(() => sandbox.close());

let sessions = 0;

/** Sends a request to a fresh session, in which what the examples speak of is there, and forgets the session. */
async function fetchInSession(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  sessions += 1;
  const session = `contract-${sessions}`;
  for (const { isFor, call } of PREPARATIONS) if (isFor(request)) await sandbox.fetch(call(session));
  request.headers.set("x-sandbox-session", session);
  const response = await sandbox.fetch(await aboutItsOwnOrder(request));
  const headers = { "x-sandbox-session": session };
  await sandbox.fetch(new Request("http://127.0.0.1/_sandbox/session", { method: "DELETE", headers }));
  return response;
}

const HOLDS = "http://127.0.0.1/api/v1/manifests/2018010126/bill_of_ladings/TSCW12924362/holds";
const ORDER = {
  order_number: "API_TEST_002",
  cargo_type: "container",
  container_ids: [4337700],
  service_ids: ["cleaning", 721],
};

/** What has to be done before some requests, so that there is something for them to be about. */
const PREPARATIONS: readonly { isFor(request: Request): boolean; call(session: string): Request }[] = [
  {
    isFor: ({ method, url }) => method !== "POST" && url.includes("/service_orders/"),
    call: (session) => asOctopi(session, "POST", "http://127.0.0.1/api/v1/service_orders", { service_order: ORDER }),
  },
  {
    isFor: ({ method, url }) => method === "PUT" && url.endsWith("/holds/36.json"),
    call: (session) => asOctopi(session, "DELETE", `${HOLDS}/36.json`, { hold: { reference_number: "R" } }),
  },
  {
    isFor: ({ method, url }) => method === "DELETE" && url.endsWith("/holds/34.json"),
    call: (session) => asOctopi(session, "PUT", `${HOLDS}/34.json`),
  },
];

function asOctopi(session: string, method: string, url: string, body?: unknown): Request {
  const headers = { authorization: "Token token=demo", "x-sandbox-session": session };
  if (body === undefined) return new Request(url, { method, headers });
  return new Request(url, {
    method,
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

/** One example of an update is about lines of another order than the path's first example. */
async function aboutItsOwnOrder(request: Request): Promise<Request> {
  if (request.method !== "PUT" || !request.url.endsWith("/ServiceOrder/36647845")) return request;
  const body = await request.clone().text();
  if (!body.includes("36648102")) return request;
  return new Request(request.url.replace("36647845", "36648101"), { method: "PUT", headers: request.headers, body });
}

const common = { target: "http://127.0.0.1:4020", fetch: fetchInSession as typeof fetch, inferred: "fail" } as const;
contractTests({ ...common, api: "octopi", token: "demo" });
contractTests({ ...common, api: "dataloy", user: "demo:demo" });
