import { startSandbox } from "@quayside/sandbox";
import { afterEach, describe, expect, test } from "vitest";
import { openApi } from "../api.js";
import { openRecording } from "../testing/recording.js";
import { checkTraffic } from "./check-traffic.js";
import { readHar } from "./read-har.js";
import type { RecordedExchange } from "./recorded-exchange.js";
import { writeHar } from "./write-har.js";

const recording = openRecording();
afterEach(() => recording.close());

describe("recorded before the real sandbox", () => {
  const OCTOPI = "Token token=demo";
  const DATALOY = `Basic ${btoa("demo:demo")}`;

  /** Traffic of a caller who does some things right and some things wrong. */
  async function talk(origin: string): Promise<void> {
    const send = async (authorization: string | undefined, method: string, path: string, body?: unknown) => {
      const headers: Record<string, string> = { accept: "application/json", "accept-encoding": "gzip" };
      if (authorization !== undefined) headers.authorization = authorization;
      if (body !== undefined) headers["content-type"] = "application/json";
      const response = await fetch(origin + path, {
        method,
        headers,
        body: body === undefined ? null : JSON.stringify(body),
      });
      await response.text();
    };
    await send(OCTOPI, "GET", "/api/v1/service_orders.json?page=1&per=25");
    await send(OCTOPI, "GET", "/api/v1/service_orders/SO123456.json");
    await send(OCTOPI, "GET", "/api/v1/service_orders/none.json");
    await send(OCTOPI, "POST", "/api/v1/service_orders.json", { service_order: { wrong: true } });
    await send(OCTOPI, "PUT", "/api/v1/service_orders/SO123456/cancel.json", {
      service_order: { cancellation_reason: "late" },
    });
    await send(undefined, "GET", "/api/v1/service_orders.json");
    await send(DATALOY, "GET", "/ws/rest/ServiceOrder");
    await send(DATALOY, "GET", "/ws/rest/ServiceOrder/36647845");
    await send(DATALOY, "GET", "/ws/rest/ServiceOrder/none");
    await send(undefined, "GET", "/_sandbox/session");
  }

  async function recordSandbox(): Promise<RecordedExchange[]> {
    const target = await startSandbox({ port: 0 });
    await talk((await recording.start(target)).origin);
    return recording.told();
  }

  const check = (api: string, traffic: readonly RecordedExchange[]) =>
    checkTraffic(openApi(api), traffic, { inferred: "fail", secrets: ["demo"] }).map(
      ({ operationId, name, outcome, findings }) =>
        [operationId, name, outcome, ...findings.map(({ rule, where }) => `${rule} ${where}`)].join(" "),
    );

  test("traffic breaks nothing, also once it was a HAR", async () => {
    const traffic = await recordSandbox();
    const har = [...writeHar(traffic, { version: "1", secrets: [] })].join("");
    const [octopi, dataloy] = [check("octopi", readHar(har)), check("dataloy", readHar(har))];
    expect(octopi).toEqual([
      "listServiceOrders #1 GET 200 passed",
      "getServiceOrder #2 GET 200 passed",
      "getServiceOrder #3 GET 404 passed",
      "createServiceOrder #4 POST 422 passed",
      "cancelServiceOrder #5 PUT 200 passed",
      "listServiceOrders #6 GET 401 passed",
    ]);
    expect(dataloy).toEqual([
      "listServiceOrders #7 GET 200 passed",
      "getServiceOrder #8 GET 200 passed",
      expect.stringMatching(/^getServiceOrder #9 GET 40\d passed$/),
    ]);
    expect([...octopi, ...dataloy]).toEqual([...check("octopi", traffic), ...check("dataloy", traffic)]);
  });

  test("a broken answer that is put in is found", async () => {
    const traffic = await recordSandbox();
    const har = [...writeHar(traffic, { version: "1", secrets: [] })].join("");
    const broken = har.replace(
      /\\"id\\":(\d+),\\"order_number\\":\\"SO123456\\"/,
      '\\"id\\":\\"$1\\",\\"order_number\\":\\"SO123456\\"',
    );
    expect(broken).not.toBe(har);
    expect(check("octopi", readHar(broken)).filter((line) => line.includes("failed"))).toEqual([
      expect.stringMatching(
        /^listServiceOrders #1 GET 200 failed wrong-type listServiceOrders \/service_orders\/\d+\/id$/,
      ),
    ]);
  });

  test("a HAR holds no credentials, and reads back as it was written", async () => {
    const traffic = await recordSandbox();
    const har = [...writeHar(traffic, { version: "1", secrets: [] })].join("");
    expect(har).not.toMatch(/token=demo|ZGVtbzpkZW1v/);
    const read = readHar(har);
    expect(read).toEqual(
      traffic.map((one) => ({
        ...one,
        request: {
          ...one.request,
          headers: one.request.headers.map((each) =>
            each.name.toLowerCase() === "authorization" ? { ...each, value: "[secret]" } : each,
          ),
        },
      })),
    );
    expect([...writeHar(read, { version: "1", secrets: [] })].join("")).toBe(har);
  });
});
