import octopiSpec from "@quayside/spec/octopi.json" with { type: "json" };
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningSandbox, startSandbox } from "./start-sandbox.js";
import { DATALOY_CURLS, OCTOPI_CURLS } from "./testing/curls.js";
import { NOW } from "./testing/open-sandbox.js";
import { runCurl } from "./testing/run-curl.js";

const BASIC = `Basic ${btoa("demo:demo")}`;
let running: RunningSandbox;
beforeAll(async () => {
  running = await startSandbox({ port: 0, clock: () => NOW });
});
afterAll(() => running.close());

let sessions = 0;
async function run(command: string, authorization: string) {
  sessions += 1;
  return await runCurl(command, running.origin, authorization, `curl-${sessions}`);
}

test("every operation of Octopi has a curl", () => {
  const operations = Object.values(octopiSpec.paths).flatMap((path) =>
    Object.values(path).flatMap((one) => (one as { operationId?: string }).operationId ?? []),
  );
  const shown = OCTOPI_CURLS.map(({ operationId }) => operationId);
  const say = (id: string) => `${id} has no curl: add that of the vendor's page to apps/sandbox/src/testing/curls.ts.`;
  expect(operations.filter((id) => !shown.includes(id)).map(say)).toEqual([]);
  expect(shown.toSorted()).toEqual(operations.toSorted());
});

describe("on the default seed", () => {
  test.each(OCTOPI_CURLS)("Octopi's curl of $operationId is answered $status", async ({ command, status }) => {
    const answered = await run(command, "Token token=demo");
    expect([answered.status, answered.body]).toEqual([status, status === 204 ? undefined : expect.anything()]);
  });

  test.each(DATALOY_CURLS)("Dataloy's example of $operationId is answered $status", async ({ command, status }) => {
    const answered = await run(command, BASIC);
    expect([answered.status, answered.body]).toEqual([status, expect.anything()]);
  });

  test("Octopi's curls all work one after the other too, where a fresh order is at hand for each change", async () => {
    sessions += 1;
    const session = `curl-${sessions}`;
    for (const { command, status, operationId } of OCTOPI_CURLS) {
      const fresh = /^(update|delete|cancel)ServiceOrder$/.test(operationId) ? `curl-${++sessions}` : session;
      const answered = await runCurl(command, running.origin, "Token token=demo", fresh);
      expect([operationId, answered.status]).toEqual([operationId, status]);
    }
  });
});

describe("what the vendors print is what comes", () => {
  const octopi = async (operationId: string) =>
    (await run(OCTOPI_CURLS.find((one) => one.operationId === operationId)?.command ?? "", "Token token=demo")).body;
  const dataloy = async (operationId: string) =>
    (await run(DATALOY_CURLS.find((one) => one.operationId === operationId)?.command ?? "", BASIC)).body;

  test("31 April is 1 May, in the organisation's time zone", async () => {
    expect(await octopi("updateServiceOrder")).toMatchObject({
      order_number: "API_TEST_002_UPDATED",
      due_at: "2024-04-30T20:00:00-04:00",
    });
  });

  test("a deleted order has no items", async () => {
    expect(await octopi("deleteServiceOrder")).toMatchObject({ order_number: "ORDER_NUMBER", service_order_items: [] });
  });

  test("a cancelled order's items have one time and the reason", async () => {
    const cancelled = {
      status: "cancelled",
      cancelled_at: "2024-01-29T05:33:55-05:00",
      cancelled_by: "System",
      cancellation_reason: "Lorem Ipsum",
    };
    expect(await octopi("cancelServiceOrder")).toMatchObject({
      status: "cancelled",
      service_order_items: [cancelled, cancelled],
    });
  });

  test("the list of interchanges leads to interchange 2205893", async () => {
    const interchange_url = `${running.origin}/api/v1/truck_visits/1876441/interchanges/2205893`;
    expect(await octopi("listInterchanges")).toMatchObject([
      { interchange_url, container_number: "CONZ1234674", booking: "BOOKING12APR" },
      {},
    ]);
  });

  test("a dropped-off container stands on its chassis, and the booking has two open items of six", async () => {
    const chassis = { id: 882733, number: "SEFZ104186" };
    const created = (await octopi("createInterchange")) as { booking: { items: unknown[]; all_items: unknown[] } };
    expect(created).toMatchObject({
      type: "interchange_in",
      for_container: true,
      complete: false,
      chassis,
      container: { id: 1119659, chassis },
    });
    expect([created.booking.items.length, created.booking.all_items.length]).toEqual([2, 6]);
  });

  test("a completed interchange has the time that was given, under a runner booking", async () => {
    expect(await octopi("updateInterchange")).toMatchObject({
      complete: true,
      completed_at: "2023-06-28T08:12:29-04:00",
      booking: { id: 123456, is_runner: true, booking_number: "BOOK1234", items: [], all_items: [] },
    });
  });

  test("Dataloy's order has the chosen fields, with the values of the page", async () => {
    expect(await dataloy("getServiceOrder")).toEqual({
      key: 36647845,
      self: `${running.origin}/ws/rest/ServiceOrder/36647845`,
      amountAdvanced: 10000,
      amountAdvancedCurrency: { currencyCode: "EUR", key: 400008, self: `${running.origin}/ws/rest/Currency/400008` },
      serviceOrderLines: [
        {
          key: 36647846,
          self: `${running.origin}/ws/rest/ServiceOrderLine/36647846`,
          description: null,
          isCharterersCost: true,
          isOwnersCost: false,
          amountEstimate: 10000,
          amountFinal: 11000,
          amountRevised: 0,
          serviceCode: { key: 36567907, self: `${running.origin}/ws/rest/ServiceCode/36567907`, serviceCode: "TOWX" },
        },
      ],
      businessPartner: {
        businessPartnerCode: "100131",
        key: 20798543,
        self: `${running.origin}/ws/rest/BusinessPartner/20798543`,
      },
      exchangeRate: 1.2345,
      portCall: { key: 36344213, self: `${running.origin}/ws/rest/PortCall/36344213` },
      orderDate: "2020-10-01T00:00:00",
      externalReferenceNo: "DA1234",
      currency: { currencyCode: "USD", key: 400132, self: `${running.origin}/ws/rest/Currency/400132` },
      status: { key: 1000131, self: `${running.origin}/ws/rest/StatusType/1000131`, statusTypeCode: "FIN" },
    });
  });
});
