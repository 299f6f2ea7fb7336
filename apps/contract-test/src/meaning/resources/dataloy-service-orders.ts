import type { Resource } from "../resource.js";

const VALUES = {
  modifiedDate: "*",
  externalReferenceNo: "*",
  orderDate: "*",
  exchangeRate: "*",
  amountAdvanced: "*",
  amount: "*",
  nominationEmail: "*",
  emailSentDate: "*",
  portCall: { key: "*" },
  businessPartner: { key: "*" },
  currency: { key: "*" },
  amountAdvancedCurrency: { key: "*" },
  status: { statusTypeCode: "*" },
};
const LINES = {
  description: "*",
  amountEstimate: "*",
  amountRevised: "*",
  amountFinal: "*",
  isOwnersCost: "*",
  isCharterersCost: "*",
};

/** Asks for what a list leaves out. */
const ROW = { header: { fields: JSON.stringify(VALUES) } };
const WHOLE = {
  header: { fields: JSON.stringify({ ...VALUES, serviceOrderLines: { ...LINES, serviceCode: { key: "*" } } }) },
};

/** Dataloy's service orders. Nothing there removes or cancels one. */
export const DATALOY_SERVICE_ORDERS: Resource = {
  api: "dataloy",
  name: "a service order",
  isOfOneShape: true,
  create: {
    operationId: "createServiceOrder",
    member: { key: "/key" },
    mark: "/externalReferenceNo",
    isKey: false,
    needs: [],
  },
  read: { operationId: "getServiceOrder", values: WHOLE },
  list: { operationId: "listServiceOrders", rows: "", id: { row: "/key", record: "/key" }, values: ROW },
  written: [
    {
      by: "createServiceOrder",
      sent: "/externalReferenceNo",
      read: "/externalReferenceNo",
      values: ['DA/1 "é" 港', "x".repeat(64)],
    },
    { by: "createServiceOrder", sent: "/exchangeRate", read: "/exchangeRate", values: [1.23456789, 0.000125, 11] },
    {
      by: "createServiceOrder",
      sent: "/amountAdvanced",
      read: "/amountAdvanced",
      values: [10000.01, 0.1, 123456789.99],
    },
    {
      by: "createServiceOrder",
      sent: "/orderDate",
      read: "/orderDate",
      values: ["2020-02-29T23:59:59", "2020-07-01T00:00:00"],
    },
    {
      by: "createServiceOrder",
      sent: "/nominationEmail",
      read: "/nominationEmail",
      values: ["<p>We nominate you &amp; thank you</p>", ""],
      as: "emptied",
    },
    ...[
      { place: "isOwnersCost", values: [true, false] },
      { place: "isCharterersCost", values: [true, false] },
      { place: "amountEstimate", values: [0.1, 1234.56] },
      { place: "amountRevised", values: [99.99] },
      { place: "amountFinal", values: [12_345_678.9] },
      { place: "description", values: ['Two tugs "in" & out', ""], as: "emptied" as const },
    ].map(({ place, ...rest }) => ({
      by: "createServiceOrder",
      sent: `/serviceOrderLines/0/${place}`,
      read: `/serviceOrderLines/0/${place}`,
      ...rest,
    })),
    { by: "updateServiceOrder", sent: "/exchangeRate", read: "/exchangeRate", values: [7.125, 0.333333] },
    { by: "updateServiceOrder", sent: "/amountAdvanced", read: "/amountAdvanced", values: [99.95, null] },
    {
      by: "updateServiceOrder",
      sent: "/orderDate",
      read: "/orderDate",
      values: ["2021-12-31T23:59:59", "2024-02-29T12:00:01"],
    },
    { by: "updateServiceOrder", sent: "/emailSentDate", read: "/emailSentDate", values: ["2020-10-01T09:00:00"] },
    {
      by: "updateServiceOrder",
      sent: "/externalReferenceNo",
      read: "/externalReferenceNo",
      values: ["DA1-2", ""],
      as: "emptied",
    },
  ],
  references: [
    { by: "createServiceOrder", sent: "/portCall", unknown: 987_654_321 },
    { by: "createServiceOrder", sent: "/currency", unknown: "NO_SUCH_CURRENCY" },
    { by: "createServiceOrder", sent: "/status", unknown: "NO_SUCH_STATUS" },
    { by: "createServiceOrder", sent: "/serviceOrderLines/0/serviceCode", unknown: "NO_SUCH_SERVICE" },
    { by: "updateServiceOrder", sent: "/businessPartner", unknown: "NO_SUCH_PARTNER" },
    { by: "updateServiceOrder", sent: "/amountAdvancedCurrency", unknown: { key: 987_654_321 } },
    { by: "updateServiceOrder", sent: "/serviceOrderLines", unknown: [{ key: 987_654_321 }] },
  ],
  updates: [
    {
      operationId: "updateServiceOrder",
      body: { amountAdvanced: 4321.5 },
      changes: ["/amountAdvanced", "/modifiedDate"],
    },
    {
      operationId: "updateServiceOrder",
      body: { orderDate: "2022-03-04T05:06:07" },
      changes: ["/orderDate", "/modifiedDate"],
    },
  ],
  assigned: [],
  touches: { by: "updateServiceOrder", path: { key: 36647845 }, body: { amountAdvanced: 9000 }, read: "/modifiedDate" },
  filters: [
    { parameter: "query.filter", write: "externalReferenceNo(EQ){}", row: "/externalReferenceNo", keeps: "equal" },
    { parameter: "query.filter", write: "externalReferenceNo(NE){}", row: "/externalReferenceNo", keeps: "unequal" },
    { parameter: "query.filter", write: "key(EQ){}", row: "/key", keeps: "equal" },
    { parameter: "query.filter", write: "key(GT){}", row: "/key", keeps: "greater" },
    { parameter: "query.filter", write: "key(LT){}", row: "/key", keeps: "less" },
    { parameter: "query.filter", write: "orderDate(GT){}", row: "/orderDate", keeps: "greater" },
    { parameter: "query.filter", write: "orderDate(LT){}", row: "/orderDate", keeps: "less" },
    { parameter: "query.filter", write: "key(GTE){}", row: "/key", keeps: "at least" },
    { parameter: "query.filter", write: "key(LTE){}", row: "/key", keeps: "at most" },
    { parameter: "query.filter", write: "orderDate(LTE){}", row: "/orderDate", keeps: "at most" },
    { parameter: "query.filter", write: "key(IN)({})", row: "/key", keeps: "among" },
    { parameter: "query.filter", write: "externalReferenceNo(NULL)", row: "/externalReferenceNo", keeps: "nothing" },
    { parameter: "query.filter", write: "businessPartner(NULL)", row: "/businessPartner/key", keeps: "nothing" },
    // A path over nothing drops a row, unless a plus keeps it.
    { parameter: "query.filter", write: "businessPartner.key(NE)0", row: "/businessPartner/key", keeps: "something" },
    { parameter: "query.filter", write: "businessPartner+.key(NULL)", row: "/businessPartner/key", keeps: "nothing" },
    { parameter: "query.filter", write: "exchangeRate(GT){}", row: "/exchangeRate", keeps: "greater" },
    { parameter: "query.filter", write: "exchangeRate(EQ){}", row: "/exchangeRate", keeps: "equal" },
    { parameter: "query.filter", write: "status(EQ){}", row: "/status/key", keeps: "equal" },
    { parameter: "query.filter", write: "amountAdvanced(GT){}", row: "/amountAdvanced", keeps: "greater" },
  ],
  sorts: [
    { values: { query: { sort: "key(AS)" } }, row: "/key", direction: "ascending" },
    { values: { query: { sort: "key(DS)" } }, row: "/key", direction: "descending" },
    { values: { query: { sort: "orderDate(AS)" } }, row: "/orderDate", direction: "ascending" },
    { values: { query: { sort: "orderDate(DS)" } }, row: "/orderDate", direction: "descending" },
    { values: { query: { sort: "amount(DS)" } }, row: "/amount", direction: "descending" },
  ],
  lifecycle: {
    state: "/status/statusTypeCode",
    states: { estimate: "EST", revised: "REV", final: "FIN" },
    starts: "estimate",
    moves: [
      { by: "createServiceOrder", from: "new", to: "revised", body: { status: "REV" }, says: "with status REV" },
      { by: "createServiceOrder", from: "new", to: "final", body: { status: "FIN" }, says: "with status FIN" },
      { by: "updateServiceOrder", from: "estimate", to: "estimate", body: { amountAdvanced: 4321.5 } },
      { by: "updateServiceOrder", from: "estimate", to: "revised", body: { status: "REV" }, says: "with status REV" },
      { by: "updateServiceOrder", from: "revised", to: "final", body: { status: "FIN" }, says: "with status FIN" },
      { by: "updateServiceOrder", from: "final", to: "estimate", body: { status: "EST" }, says: "with status EST" },
      {
        by: "updateServiceOrder",
        from: "estimate",
        to: "refused",
        body: { status: "NO_SUCH_STATUS" },
        says: "to a status that there is not",
        status: 400,
      },
    ],
  },
};
