import type { Journey } from "../src/run/journey.js";

const FIELDS = JSON.stringify({
  externalReferenceNo: "*",
  amount: "*",
  exchangeRate: "*",
  modifiedDate: "*",
  status: { statusTypeCode: "*" },
  currency: { key: "*" },
  serviceOrderLines: { description: "*", amountEstimate: "*", amountRevised: "*", serviceCode: { key: "*" } },
});

/** A service order of Dataloy, an account of a port call's costs: lines are added, changed and removed. */
export const disbursement: Journey = {
  api: "dataloy",
  name: "an order with lines added, changed, removed",
  operationIds: ["createServiceOrder", "getServiceOrder", "listServiceOrders", "updateServiceOrder"],
  // Nothing there removes an order.
  reach: "any",
  needs: ["portCall", "currency", "status", "amountAdvancedCurrency", "serviceCode"],
  async walk({ dataloy, fresh, given, is, refuses }) {
    const externalReferenceNo = fresh();
    const serviceCode = given("serviceCode", "TOW");
    const body = {
      portCall: given("portCall", 36344213),
      externalReferenceNo,
      currency: given("currency", "USD"),
      status: "EST",
      exchangeRate: 1.2345,
      orderDate: "2020-10-01T00:00:00",
      amountAdvancedCurrency: given("amountAdvancedCurrency", "EUR"),
      serviceOrderLines: [
        { serviceCode, description: "Two tugs in", amountEstimate: 1000.25 },
        { serviceCode, description: "", amountEstimate: 0.1 },
      ],
    };
    const { key } = await dataloy.createServiceOrder({ body });
    const path = { key };
    const look = () => dataloy.getServiceOrder({ path, header: { fields: FIELDS } });
    const created = await look();
    is("createServiceOrder /externalReferenceNo", created.externalReferenceNo, externalReferenceNo);
    is("createServiceOrder /exchangeRate", created.exchangeRate, 1.2345);
    is("createServiceOrder /amount", created.amount, 1000.35);
    is("createServiceOrder /status", created.status?.statusTypeCode, "EST");
    const [tugs, other] = created.serviceOrderLines ?? [];
    is("createServiceOrder /serviceOrderLines", created.serviceOrderLines?.length, 2);
    is(
      "createServiceOrder /serviceOrderLines/#/description",
      [tugs?.description, other?.description],
      ["Two tugs in", null],
    );
    is(
      "createServiceOrder /serviceOrderLines/#/amountEstimate",
      [tugs?.amountEstimate, other?.amountEstimate],
      [1000.25, 0.1],
    );
    if (tugs === undefined || other === undefined) return;

    const filter = [`externalReferenceNo(EQ)${externalReferenceNo}`];
    const found = await dataloy.listServiceOrders({ query: { filter } });
    is(
      "listServiceOrders query.filter",
      found.map((row) => row.key),
      [key],
    );
    const either = await dataloy.listServiceOrders({
      query: { filter: [...filter, "(OR)", "key(EQ)36647845"], sort: "key(AS)" },
    });
    is(
      "listServiceOrders query.filter (OR)",
      either.map((row) => row.key),
      [36647845, key],
    );

    // One is changed, one left out and so removed, one added.
    const lines = [
      { key: tugs.key, amountRevised: 1100 },
      { serviceCode, description: "Pilot", amountRevised: 250.5 },
    ];
    await dataloy.updateServiceOrder({ path, body: { status: "REV", serviceOrderLines: lines } });
    const revised = await look();
    is("updateServiceOrder /status", revised.status?.statusTypeCode, "REV");
    is("updateServiceOrder /exchangeRate", revised.exchangeRate, 1.2345);
    is("updateServiceOrder /amount", revised.amount, 1350.5);
    const now = revised.serviceOrderLines ?? [];
    is(
      "updateServiceOrder /serviceOrderLines/#/key",
      [now.length, now[0]?.key, now.some((line) => line.key === other.key)],
      [2, tugs.key, false],
    );
    is(
      "updateServiceOrder /serviceOrderLines/#/description",
      now.map((line) => line.description),
      ["Two tugs in", "Pilot"],
    );
    is("updateServiceOrder /serviceOrderLines/#/amountEstimate", now[0]?.amountEstimate, 1000.25);
    is(
      "updateServiceOrder /serviceOrderLines/#/amountRevised",
      now.map((line) => line.amountRevised),
      [1100, 250.5],
    );

    await dataloy.updateServiceOrder({ path, body: { externalReferenceNo: `${externalReferenceNo}-2` } });
    const kept = await look();
    is("updateServiceOrder /externalReferenceNo", kept.externalReferenceNo, `${externalReferenceNo}-2`);
    is("updateServiceOrder /serviceOrderLines", kept.serviceOrderLines, revised.serviceOrderLines);
    await dataloy.updateServiceOrder({ path, body: { serviceOrderLines: [] } });
    is("updateServiceOrder /serviceOrderLines", (await look()).serviceOrderLines, []);
    const unknown = { path, body: { currency: "NO_SUCH_CURRENCY" } };
    await refuses(dataloy.updateServiceOrder(unknown), "updateServiceOrder 400", 400);
    await refuses(dataloy.getServiceOrder({ path: { key: 999_999_999 } }), "getServiceOrder 404", 404);
  },
};
