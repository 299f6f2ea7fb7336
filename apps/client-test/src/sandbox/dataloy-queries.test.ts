import { or, sortBy, where } from "@quayside/client/dataloy";
import { expect, test } from "vitest";
import { openBench } from "./sandbox.test.fixture.js";

const dataloy = (await openBench()).session().dataloy();
const all = await dataloy.listServiceOrders({
  fields: {
    status: { statusTypeCode: true },
    businessPartner: { businessPartnerCode: true },
    orderDate: true,
    amountAdvanced: true,
    externalReferenceNo: true,
    serviceOrderLines: { amountFinal: true },
  },
});
type Order = (typeof all)[number];

const FINAL = where.status.statusTypeCode.eq("FIN");
test.each<[string, string[], (order: Order) => boolean]>([
  ["equal", [FINAL], ({ status }) => status?.statusTypeCode === "FIN"],
  ["not equal", [where.status.statusTypeCode.ne("FIN")], ({ status }) => status?.statusTypeCode !== "FIN"],
  [
    "one of",
    [where.status.statusTypeCode.in("FIN", "REV")],
    ({ status }) => /FIN|REV/.test(status?.statusTypeCode ?? ""),
  ],
  ["greater", [where.amountAdvanced.gt(1000.5)], ({ amountAdvanced }) => (amountAdvanced ?? 0) > 1000.5],
  [
    "not after",
    [where.orderDate.lte("2020-10-01T00:00:00")],
    ({ orderDate }) => !!orderDate && orderDate <= "2020-10-01T00:00:00",
  ],
  ["null", [where.externalReferenceNo.isNull()], ({ externalReferenceNo }) => externalReferenceNo === null],
  [
    "of a line",
    [where.serviceOrderLines.amountFinal.gte(1)],
    (order) => !!order.serviceOrderLines?.some((line) => (line.amountFinal ?? 0) >= 1),
  ],
  [
    "both",
    [FINAL, where.amountAdvanced.gte(0)],
    ({ status, amountAdvanced }) => status?.statusTypeCode === "FIN" && (amountAdvanced ?? -1) >= 0,
  ],
  [
    "either",
    or(FINAL, where.status.statusTypeCode.eq("REV")),
    ({ status }) => /FIN|REV/.test(status?.statusTypeCode ?? ""),
  ],
  ["inner join", [where.businessPartner.businessPartnerCode.ne("none")], ({ businessPartner }) => !!businessPartner],
  ["left join", [where.businessPartner.left.businessPartnerCode.ne("none")], () => true],
])("a filter keeps what it says: %s", async (_, filter, keeps) => {
  const found = await dataloy.listServiceOrders({ query: { filter } });
  const wanted = all.filter(keeps).map(({ key }) => key);
  expect(found.map(({ key }) => key).toSorted()).toEqual(wanted.toSorted());
  expect(wanted.length).toBeGreaterThan(0);
});

test("a list is sorted as it says", async () => {
  const keys = async (sort: string) => (await dataloy.listServiceOrders({ query: { sort } })).map(({ key }) => key);
  expect(await keys(sortBy.key.asc())).toEqual(all.map(({ key }) => key).toSorted((a, b) => a - b));
  expect(await keys(sortBy.key.desc())).toEqual((await keys(sortBy.key.asc())).toReversed());
  expect(await keys(sortBy.status.statusTypeCode.ascIgnoringCase())).toHaveLength(all.length);
});

test.each(["a,b", "it's (a) text", "späß", "DA 12/34", "true", "  spaced  "])(
  "%j is found as it is written",
  async (reference) => {
    const { key } = await dataloy.createServiceOrder({
      body: {
        portCall: 36344213,
        currency: "USD",
        status: "EST",
        amountAdvancedCurrency: "EUR",
        externalReferenceNo: reference,
        serviceOrderLines: [],
      },
    });
    const { eq, in: oneOf } = where.externalReferenceNo;
    for (const filter of [[eq(reference)], [oneOf("other", reference)]]) {
      expect((await dataloy.listServiceOrders({ query: { filter } })).map((one) => one.key)).toEqual([key]);
    }
  },
);

test("fields give what was asked for, and key and self, on every level", async () => {
  const order = await dataloy.getServiceOrder({
    path: { key: 36647845 },
    fields: {
      status: { statusTypeCode: true },
      currency: true,
      serviceOrderLines: { serviceCode: { serviceCode: true } },
    },
  });
  const self = expect.any(String);
  const key = expect.any(Number);
  expect(order).toEqual({
    key: 36647845,
    self,
    status: { key, self, statusTypeCode: expect.any(String) },
    currency: { key, self },
    serviceOrderLines: [{ key: 36647846, self, serviceCode: { key, self, serviceCode: expect.any(String) } }],
  });
});

test("fields hold for a reply too", async () => {
  const reply = await dataloy.listServiceOrders.reply({ header: { fields: '{"amount":"*"}' } });
  if (reply.status !== 200) throw new Error("The list is there.");
  expect(Object.keys(reply.body[0] ?? {}).toSorted()).toEqual(["amount", "key", "self"]);
});
