import { expect, test } from "vitest";
import { createDataloyClient, type DataloyAuth } from "./dataloy.js";

/** What a client with these credentials sends for `Authorization`, call by call. */
async function authorizations(auth: DataloyAuth, calls = 1): Promise<(string | null)[]> {
  const sent: (string | null)[] = [];
  const fetch = async (request: Request) => {
    sent.push(request.headers.get("authorization"));
    return Response.json({ key: 1, self: "x" });
  };
  const dataloy = createDataloyClient({ origin: "https://tenant.test", auth, fetch });
  for (let call = 0; call < calls; call++) await dataloy.getServiceOrder({ path: { key: 1 } });
  return sent;
}

test("a user and password are sent as Basic, in UTF-8", async () => {
  expect(await authorizations({ username: "ågent", password: "pä:ss" })).toEqual([
    `Basic ${Buffer.from("ågent:pä:ss", "utf8").toString("base64")}`,
  ]);
});

test("a token is sent as Bearer", async () => {
  expect(await authorizations({ token: "abc.def" })).toEqual(["Bearer abc.def"]);
});

test("a token function is asked once per call", async () => {
  let count = 0;
  expect(await authorizations({ token: () => `t${++count}` }, 2)).toEqual(["Bearer t1", "Bearer t2"]);
  expect(await authorizations({ token: async () => `t${++count}` })).toEqual(["Bearer t3"]);
});

test("what a token function throws comes out as it is", async () => {
  const error = new Error("the token service is down");
  const token = () => Promise.reject<string>(error);
  await expect(authorizations({ token })).rejects.toBe(error);
});

test("the time limit covers a token function that does not answer", async () => {
  const auth = { token: () => new Promise<string>(() => undefined) };
  const dataloy = createDataloyClient({ origin: "https://tenant.test", auth, timeoutMs: 20 });
  await expect(dataloy.getServiceOrder({ path: { key: 1 } })).rejects.toMatchObject({ timedOut: true });
});

test("a token function's result is checked before it is sent, and not shown", async () => {
  const call = authorizations({ token: () => "secret\nx: y" });
  await expect(call).rejects.toThrow(/would end it/);
  await expect(call).rejects.not.toThrow(/secret/);
});

test.each([
  [undefined, /The token is missing/],
  [{}, /The token is missing/],
  [{ token: "" }, /The token is missing/],
  [{ username: "a:b", password: "secret" }, /a username without a colon/],
  [{ username: "", password: "secret" }, /not empty/],
  [{ username: "a" }, /auth.password is missing; pass it or set DATALOY_PASSWORD/],
  [{ username: "a", password: "secret\n" }, /line breaks/],
])("the credentials %j are refused in one sentence that does not show them", (auth, message) => {
  const create = () => createDataloyClient({ origin: "https://tenant.test", auth: auth as DataloyAuth });
  expect(create).toThrow(message);
  expect(create).not.toThrow(/secret/);
});

test("an origin with a path is refused", () => {
  const create = () => createDataloyClient({ origin: "https://tenant.dataloy.com/ws/rest", auth: { token: "t" } });
  expect(create).toThrow(/without path/);
});

test("filters, paging and header parameters are sent", async () => {
  let sent: Request | undefined;
  const fetch = async (request: Request) => {
    sent = request;
    return Response.json([]);
  };
  const dataloy = createDataloyClient({ origin: "https://tenant.test", auth: { token: "t" }, fetch });
  const query = { filter: ["status.statusTypeCode(EQ)FIN", "(OR)", "amountAdvanced(GT)1"], limit: 25, pageNumber: 2 };
  await dataloy.listServiceOrders({ query, header: { noCount: "YES", fields: '{"key":"*"}' } });
  expect(new URL(sent?.url ?? "").searchParams.getAll("filter")).toEqual(query.filter);
  expect(sent?.headers.get("fields")).toBe('{"key":"*"}');
  expect(sent?.headers.get("nocount")).toBe("YES");
});
