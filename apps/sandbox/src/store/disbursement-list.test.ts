import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openFilled, order, PLACE } from "../dataloy/dataloy.test.fixture.js";
import { readFilter } from "../dataloy/service-orders/read-filter.js";
import { readSort } from "../dataloy/service-orders/read-sort.js";
import { DATABASES, type TestDatabase } from "../testing/databases.js";
import { countDisbursements, listDisbursements } from "./disbursement-list.js";
import type { Store } from "./open-store.js";

const ORDERS = [
  order(100, { external_reference_no: "b", business_partner: 10, order_date: "2020-10-01T00:00:00", status: 32 }, [
    { amount_final: 5, service_code: 40 },
    { amount_final: 50, service_code: 41, description: "In, and out" },
  ]),
  order(200, { external_reference_no: "B", business_partner: 11, exchange_rate: 1.5, amount_advanced_currency: 21 }, [
    { amount_final: 20, is_owners_cost: 1 },
  ]),
  order(300, { external_reference_no: "a", port_call: 2, status: 31, amount_advanced_currency: null }),
  order(400, { order_date: "2020-10-02T00:00:00", is_object_active: 0 }, [{ amount_final: null }]),
];

/** The keys that a filter keeps, in the order of a sort. */
async function keysIn(store: Store, filter: readonly string[], sort?: string): Promise<number[]> {
  const list = { filter: readFilter(filter), sort: sort === undefined ? undefined : readSort(sort) };
  return await store.read(async (db) => {
    const scope = { db, ...PLACE };
    const kept = await listDisbursements(scope, { ...list, offset: 0, limit: undefined, lines: false });
    expect(await countDisbursements(scope, list.filter, list.sort)).toBe(kept.length);
    return kept.map(({ key }) => key);
  });
}

describe.each(DATABASES)("on $name", ({ make }) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await make();
    store = await openFilled(ORDERS, database.url);
  });
  afterAll(async () => {
    await store.close();
    await database.remove();
  });

  const keys = (filter: readonly string[], sort?: string) => keysIn(store, filter, sort);

  test.each<[string, number[]]>([
    ["key(EQ)200", [200]],
    ["key(NE)200", [100, 300, 400]],
    ["key(GT)200", [300, 400]],
    ["key(GTE)200", [200, 300, 400]],
    ["key(LT)200", [100]],
    ["key(LTE)200", [100, 200]],
    ["key(IN)(100,400,7)", [100, 400]],
    ["key(NULL)", []],
    ["externalReferenceNo(EQ)b", [100]],
    ['externalReferenceNo(EQ)"b"', [100]],
    ["externalReferenceNo(EQ)it's", []],
    ["externalReferenceNo(NE)b", [200, 300, 400]],
    ["externalReferenceNo(NULL)", [400]],
    ["orderDate(GT)2020-10-01T00:00:00", [400]],
    ["orderDate(LTE)2020-10-01T00:00:00", [100]],
    ["orderDate(NULL)", [200, 300]],
    ["exchangeRate(EQ)1.5", [200]],
    ["exchangeRate(LT)99999999999999999999", [200]],
    ["isObjectActive(EQ)0", [400]],
    ["isObjectActive(EQ)true", [100, 200, 300]],
    ["status(EQ)32", [100]],
    ["status.key(EQ)32", [100]],
    ["status.statusTypeCode(EQ)FIN", [100]],
    ["status.statusTypeCode(EQ)fin", []],
    ["status.statusTypeDesc(IN)(Final,Revised)", [100, 300]],
    ["status.statusTypeCode(NE)EST", [100, 300]],
    ["portCall.key(EQ)2", [300]],
    ["currency.currencyCode(EQ)USD", [100, 200, 300, 400]],
  ])("%s keeps %j", async (filter, kept) => {
    expect(await keys([filter])).toEqual(kept);
  });

  test.each<[string, number[]]>([
    ["businessPartner.businessPartnerCode(EQ)100131", [100]],
    ["businessPartner.businessPartnerCode(NE)100131", [200]],
    ["businessPartner+.businessPartnerCode(NE)100131", [200, 300, 400]],
    ["businessPartner+.businessPartnerCode(EQ)100131", [100]],
    ["businessPartner+.businessPartnerCode(NULL)", [300, 400]],
    ["businessPartner.businessPartnerCode(NULL)", []],
    ["businessPartner.key(NE)10", [200]],
    ["businessPartner+.key(NE)10", [200, 300, 400]],
    ["businessPartner(NE)10", [200, 300, 400]],
    ["businessPartner(NULL)", [300, 400]],
    ["amountAdvancedCurrency.currencyCode(NE)EUR", [100, 400]],
    ["amountAdvancedCurrency+.currencyCode(NE)EUR", [100, 300, 400]],
  ])("a path over a null: %s keeps %j", async (filter, kept) => {
    expect(await keys([filter])).toEqual(kept);
  });

  test.each<[string, number[]]>([
    ["serviceOrderLines.amountFinal(GTE)20", [100, 200]],
    ["serviceOrderLines.amountFinal(NE)5", [100, 200, 400]],
    ["serviceOrderLines.amountFinal(NULL)", [400]],
    ["serviceOrderLines+.amountFinal(NULL)", [300, 400]],
    ["serviceOrderLines+.amountFinal(NE)20", [100, 300, 400]],
    ["serviceOrderLines+.amountFinal(EQ)20", [200]],
    ["serviceOrderLines.isOwnersCost(EQ)1", [200]],
    ["serviceOrderLines.key(EQ)102", [100]],
    ["serviceOrderLines.serviceOrder.key(EQ)200", [200]],
    ["serviceOrderLines.serviceCode.serviceCode(EQ)PIL", [100]],
    ["serviceOrderLines.serviceCode.serviceCode(IN)(TOW,PIL)", [100, 200, 400]],
    ['serviceOrderLines.description(IN)("In, and out",x)', [100]],
  ])("a path over lines: %s keeps %j", async (filter, kept) => {
    expect(await keys([filter])).toEqual(kept);
  });

  test("all conditions have to hold", async () => {
    expect(await keys(["key(GT)100", "key(LT)300"])).toEqual([200]);
  });

  test("of conditions joined by (OR) one has to hold", async () => {
    expect(await keys(["key(EQ)100", "(OR)", "key(EQ)400"])).toEqual([100, 400]);
  });

  test("a condition beside a group has to hold as well", async () => {
    expect(await keys(["key(EQ)100", "(OR)", "key(EQ)400", "isObjectActive(EQ)1"])).toEqual([100]);
  });

  test("a path over a null drops a row even where another condition of the group holds", async () => {
    expect(await keys(["businessPartner.businessPartnerCode(EQ)abc", "(OR)", "key(EQ)300"])).toEqual([200]);
  });

  test("with a plus the other condition of the group counts", async () => {
    expect(await keys(["businessPartner+.businessPartnerCode(EQ)abc", "(OR)", "key(EQ)300"])).toEqual([200, 300]);
  });

  test("an order without lines drops out of a group that looks at lines", async () => {
    expect(await keys(["serviceOrderLines.amountFinal(EQ)20", "(OR)", "key(EQ)300"])).toEqual([200]);
  });

  test("two conditions on lines may hold for different lines", async () => {
    expect(await keys(["serviceOrderLines.amountFinal(EQ)5", "serviceOrderLines.amountFinal(EQ)50"])).toEqual([100]);
  });

  test.each<[string, number[]]>([
    ["key(DS)", [400, 300, 200, 100]],
    ["orderDate(AS)", [200, 300, 100, 400]],
    ["orderDate(DS)", [400, 100, 200, 300]],
    ["externalReferenceNo(AS)", [400, 200, 300, 100]],
    ["externalReferenceNo(ASI)", [400, 300, 100, 200]],
    ["externalReferenceNo(DSI)", [100, 200, 300, 400]],
    ["exchangeRate(ASI)", [100, 300, 400, 200]],
    ["status.statusTypeCode(AS)", [200, 400, 100, 300]],
    ["businessPartner.businessPartnerName(AS)", [200, 100]],
    ["businessPartner+.businessPartnerName(AS)", [300, 400, 200, 100]],
    ["businessPartner+.key(DS)", [200, 100, 300, 400]],
    ["serviceOrderLines.amountFinal(AS)", [400, 100, 200]],
    ["serviceOrderLines+.amountFinal(DS)", [100, 200, 300, 400]],
    ["serviceOrderLines.serviceCode.serviceCode(ASI)", [100, 200, 400]],
  ])("sorted by %s the orders are %j", async (sort, sorted) => {
    expect(await keys([], sort)).toEqual(sorted);
  });

  test("a page begins at its offset", async () => {
    const list = { filter: [], sort: undefined, offset: 1, limit: 2, lines: false };
    const page = await store.read((db) => listDisbursements({ db, ...PLACE }, list));
    expect(page.map(({ key }) => key)).toEqual([200, 300]);
  });

  test("lines come along where they are wanted", async () => {
    const list = { filter: [], sort: undefined, offset: 0, limit: 1, lines: true };
    const [first] = await store.read((db) => listDisbursements({ db, ...PLACE }, list));
    expect(first?.lines.map(({ key }) => key)).toEqual([101, 102]);
  });

  test("another tenant's orders are in no list", async () => {
    const list = { filter: [], sort: undefined, offset: 0, limit: undefined, lines: false };
    expect(await store.read((db) => listDisbursements({ db, copy: PLACE.copy, owner: 12 }, list))).toEqual([]);
  });
});
