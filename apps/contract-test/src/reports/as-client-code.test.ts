import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exchange } from "../testing/exchange.js";
import { type Listening, listenHttp } from "../testing/listen.js";
import { asClientCode } from "./as-client-code.js";
import type { Login } from "./headers-to-send.js";

const OCTOPI: Login = { api: "octopi", credentials: "token" };
const DATALOY_USER: Login = { api: "dataloy", credentials: "user" };
type Got = { method: string | undefined; url: string | undefined; headers: Record<string, unknown>; body: string };
let got: Got[] = [];
let server: Listening;

beforeAll(async () => {
  server = await listenHttp(async (request, response) => {
    const { method, url, headers } = request;
    got.push({ method, url, headers, body: await text(request) });
    response.writeHead(404, { "content-type": "application/json" }).end('{"error":"none such"}');
  });
});
afterAll(() => server.close());

/** Runs the module as a reader would, in a process of its own. */
async function run(changes: Parameters<typeof exchange>[0] = {}, login = OCTOPI) {
  const given = exchange(changes);
  const url = given.request.url.replace("http://127.0.0.1:4010", server.origin);
  const module = asClientCode({ ...given, request: { ...given.request, url } }, login);
  const env = { QUAYSIDE_TOKEN: "s3cret", QUAYSIDE_OTHER_TOKEN: "other", QUAYSIDE_USER: "me:pass:word" };
  const node = spawn(process.execPath, ["--input-type=module", "-"], { env, cwd: import.meta.dirname });
  node.stdin.end(module);
  got = [];
  const [out, err] = await Promise.all([text(node.stdout), text(node.stderr)]);
  return { sent: got[0], out, err };
}

test("a call of the client, as a module that runs", async () => {
  expect(asClientCode(exchange(), OCTOPI)).toBe(`import { createOctopiClient } from "@quayside/client/octopi";

const octopi = createOctopiClient({ origin: "http://127.0.0.1:4010", token: \`\${process.env.QUAYSIDE_TOKEN}\` });
const { status, body } = await octopi.getServiceOrder.reply({ path: { order_number: "SO/1" } });
console.log(status, body);
`);
  const { sent, out } = await run();
  expect(sent).toMatchObject({ method: "GET", url: "/api/v1/service_orders/SO%2F1.json", body: "" });
  expect(sent?.headers.authorization).toBe("Token token=s3cret");
  expect(out).toBe("404 { error: 'none such' }\n");
});

test("what the client does not send by itself is among its options; another tenant has its own variable", async () => {
  const headers = { accept: "application/json", "content-type": "application/json", prefer: "code=404" };
  const values = {
    path: { order_number: "A" },
    body: { service_order: { comment: "it's `\u0024{1}` \u2028 </script>" } },
  };
  const { sent } = await run({ operationId: "updateServiceOrder", sender: "other", values, request: { headers } });
  expect(sent).toMatchObject({ method: "PUT", headers: { authorization: "Token token=other", prefer: "code=404" } });
  expect(JSON.parse(sent?.body ?? "")).toEqual(values.body);
});

test("Dataloy knows a token, or a user whose password may hold a colon", async () => {
  const call = { operationId: "listServiceOrders", values: { query: { limit: 2 }, header: { noCount: true } } };
  const request = { headers: { nocount: "true" } };
  expect((await run({ ...call, request }, { api: "dataloy", credentials: "token" })).sent).toMatchObject({
    url: "/ws/rest/ServiceOrder?limit=2",
    headers: { authorization: "Bearer s3cret", nocount: "true" },
  });
  expect((await run({ ...call, request }, DATALOY_USER)).sent?.headers.authorization).toBe(
    `Basic ${btoa("me:pass:word")}`,
  );
});

test("an operation that needs nothing is called with nothing", () => {
  expect(asClientCode(exchange({ operationId: "listServiceOrders", values: {} }), OCTOPI)).toContain(
    "await octopi.listServiceOrders.reply();",
  );
});

test("what no client would send is a fetch", async () => {
  const request = { method: "PUT", headers: { "content-type": "text/plain" }, body: "'; \u0000`\u0024{1}` \u202e" };
  const { sent, out } = await run({ values: undefined, request });
  expect(sent).toMatchObject({
    method: "PUT",
    url: "/api/v1/service_orders/SO%2F1.json",
    body: request.body,
    headers: { authorization: "Token token=s3cret", "content-type": "text/plain" },
  });
  expect(out).toBe('404 {"error":"none such"}\n');
});

test("credentials are those that were sent: none, ones that are no good, a user's", async () => {
  expect((await run({ sender: "none" })).sent?.headers).not.toHaveProperty("authorization");
  expect((await run({ sender: "malformed" })).sent?.headers.authorization).toBe("quayside");
  expect((await run({ values: undefined }, DATALOY_USER)).sent?.headers.authorization).toBe(
    `Basic ${btoa("me:pass:word")}`,
  );
});

test("what fetch refuses to send, and what is too long, is not written", () => {
  const refused = [
    { request: { method: "TRACE" } },
    { request: { body: "{}" } },
    { request: { url: "file:///etc/passwd" } },
    { request: { method: "PUT", body: "x".repeat(20_001) } },
  ].map((changes) => asClientCode(exchange({ values: undefined, ...changes }), OCTOPI));
  expect(refused).toEqual([undefined, undefined, undefined, undefined]);
  expect(asClientCode(exchange({ values: { body: "x".repeat(40_000) } }), OCTOPI)).toBe(undefined);
});

test("an operation's name cannot become code", () => {
  const written = asClientCode(exchange({ operationId: "a;process.exit()" }), OCTOPI);
  expect(written).toContain("await fetch(");
  expect(written).not.toContain("process.exit");
});
