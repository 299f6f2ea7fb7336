import { expect, onTestFinished, test } from "vitest";
import { openStore } from "../store/open-store.js";
import { makeFile } from "../testing/databases.js";
import { NOW, openSandbox } from "../testing/open-sandbox.js";
import { issueAccessToken } from "./access-tokens.js";

const { ask } = await openSandbox();
const ORDERS = "/ws/rest/ServiceOrder";

const filtered = (...filters: string[]) =>
  `${ORDERS}?${filters.map((one) => `filter=${encodeURIComponent(one)}`).join("&")}`;

test("the documented creation, update and reading go through", async () => {
  const created = await ask("POST", ORDERS, {
    portCall: 36344213,
    businessPartner: "100131",
    externalReferenceNo: "DA1234",
    exchangeRate: 1.2345,
    currency: "USD",
    orderDate: "2020-10-01T00:00:00",
    status: "EST",
    amountAdvanced: 10000.0,
    amountAdvancedCurrency: "EUR",
    serviceOrderLines: [
      {
        amountEstimate: 10000.0,
        amountRevised: 0.0,
        amountFinal: 0.0,
        description: "",
        isOwnersCost: false,
        isCharterersCost: true,
        serviceCode: "TOW",
      },
    ],
  });
  const [line] = created.body.serviceOrderLines;
  const change = { status: "FIN", serviceOrderLines: [{ key: line.key, amountFinal: 11000.0 }] };
  const changed = await ask("PUT", `${ORDERS}/${created.body.key}`, change);
  const fields = '{"status":{"statusTypeCode":"*"},"serviceOrderLines":{"amountFinal":"*","description":"*"}}';
  const read = await ask("GET", `${ORDERS}/${created.body.key}`, undefined, { fields });
  expect([created.status, changed.status, read.status]).toEqual([201, 200, 200]);
  expect(read.body).toMatchObject({
    status: { statusTypeCode: "FIN" },
    serviceOrderLines: [{ key: line.key, amountFinal: 11000, description: null }],
  });
});

test.each(["portCall", "currency", "status", "amountAdvancedCurrency", "serviceOrderLines"])(
  "a creation without %s is refused by its name",
  async (name) => {
    const whole = {
      portCall: 36344213,
      currency: "USD",
      status: "EST",
      amountAdvancedCurrency: "EUR",
      serviceOrderLines: [],
    };
    const { status, body } = await ask("POST", ORDERS, { ...whole, [name]: undefined });
    expect([status, body.message]).toEqual([400, expect.stringContaining(`${name} is missing`)]);
  },
);

test("a refused update changes nothing", async () => {
  const address = `${ORDERS}/36648101`;
  const before = await ask("GET", address);
  const change = { externalReferenceNo: "changed", serviceOrderLines: [{ key: 36648102 }, { key: 36648102 }] };
  expect((await ask("PUT", address, change)).status).toBe(400);
  expect((await ask("GET", address)).body).toEqual(before.body);
});

test("a filter goes through the URL, with (OR) and a plus", async () => {
  const { body, headers } = await ask(
    "GET",
    filtered("businessPartner+.businessPartnerCode(NE)100131", "(OR)", "key(EQ)1116526"),
  );
  expect(body.map(({ key }: { key: number }) => key)).toEqual([1116526, 36648150]);
  expect(headers.get("totalObjectsNumber")).toBe("2");
});

test.each(["amount(GT)1e999", "key(EQ)99999999999999999999", "key(EQ)\0", "nonsense(EQ)1", "(OR)", "(XX)"])(
  "the filter %j is a 400 with the seven fields",
  async (filter) => {
    const { status, body } = await ask("GET", filtered(filter));
    expect([status, Object.keys(body).length]).toEqual([400, 7]);
  },
);

test("a page past the end is empty", async () => {
  const { status, body } = await ask("GET", `${ORDERS}?pageNumber=9007199254740991&limit=9007199254740991`);
  expect([status, body]).toEqual([200, []]);
});

test("without credentials a call is answered 401, with what to send", async () => {
  const { status, headers, body } = await ask("GET", ORDERS, undefined, { authorization: "" });
  expect(status).toBe(401);
  expect(headers.get("www-authenticate")).toBe('Bearer realm="Dataloy", Basic realm="Dataloy"');
  expect(body).toMatchObject({ statusCode: 401, statusText: "Unauthorized", method: "GET" });
});

test("the other tenant sees its own orders only", async () => {
  const { body } = await ask("GET", ORDERS, undefined, { authorization: `Basic ${btoa("demo2:demo2")}` });
  expect(body.map(({ externalReferenceNo }: { externalReferenceNo: string }) => externalReferenceNo)).toEqual([
    "OTHER-1",
  ]);
});

test("a token of another process is taken until it expires, and a 401 then asks for credentials", async () => {
  const database = await makeFile();
  onTestFinished(database.remove);
  const other = await openStore(database.url);
  const client = { client_id: "demo", client_secret: "demo", audience: "https://dataloy" };
  const token = await other.write((db) => issueAccessToken(db, client, NOW));
  await other.close();
  const time = { now: NOW };
  const replica = await openSandbox({ database: database.url, clock: () => time.now });
  const headers = { authorization: `Bearer ${token?.access_token}` };
  const fresh = await replica.ask("GET", ORDERS, undefined, headers);
  time.now += 86_400_000;
  const stale = await replica.ask("GET", ORDERS, undefined, headers);
  expect([fresh.status, stale.status, stale.body.message]).toEqual([200, 401, "Token expired."]);
  expect(stale.headers.get("www-authenticate")).toBe('Bearer realm="Dataloy", Basic realm="Dataloy"');
});
