import { below, fromStrangers, OTHER, type Story } from "./story.ts";

const orders = below("/ws/rest/ServiceOrder");
const EVERYTHING = {
  fields:
    '{"externalReferenceNo":"*","exchangeRate":"*","orderDate":"*","emailSentDate":"*","amount":"*","amountAdvanced":"*","modifiedDate":"*","status":{"statusTypeCode":"*"},"businessPartner":{"businessPartnerCode":"*"},"serviceOrderLines":{"description":"*","amountEstimate":"*","amountRevised":"*","amountFinal":"*","isOwnersCost":"*","isCharterersCost":"*","serviceCode":{"serviceCode":"*"}}}',
};
const LINE = {
  serviceCode: "TOW",
  description: "Two tugs",
  amountEstimate: 950.75,
  isOwnersCost: true,
  isCharterersCost: false,
};
const ORDER = {
  portCall: 36344213,
  businessPartner: "100131",
  externalReferenceNo: "STORY-1",
  exchangeRate: 1.2345,
  currency: "USD",
  orderDate: "2020-10-05T14:30:15",
  status: "EST",
  amountAdvanced: 1000.5,
  amountAdvancedCurrency: "EUR",
  serviceOrderLines: [LINE, { ...LINE, serviceCode: "PIL", description: "Pilot", amountEstimate: 2150.5 }],
};
const list = (query: Readonly<Record<string, string>> | string = "", headers = {}) =>
  orders("GET", query === "" ? "" : `?${typeof query === "string" ? query : new URLSearchParams(query)}`, undefined, {
    headers,
  });
const filter = (...conditions: readonly string[]) =>
  list(conditions.map((condition) => `filter=${encodeURIComponent(condition)}`).join("&"));
const get = (key: number, headers = {}) => orders("GET", `/${key}`, undefined, { headers });
const create = (changes: object = {}) => orders("POST", "", { ...ORDER, ...changes });
const update = (key: number, body: object) => orders("PUT", `/${key}`, body);

/** Everything that can be asked of Dataloy's orders. */
export const DISBURSEMENTS: readonly Story[] = [
  {
    name: "lists of Dataloy's orders",
    api: "dataloy",
    steps: [
      list(),
      list("", EVERYTHING),
      list("", { noCount: "YES" }),
      ...["key(AS)", "key(DS)", "orderDate(DS)", "externalReferenceNo(ASI)", "orderDate(AS)"].map((sort) =>
        list({ sort }),
      ),
      ...["1", "2", "3", "4"].map((pageNumber) => list({ pageNumber, limit: "2", sort: "key(AS)" })),
      list({ limit: "1", sort: "key(DS)" }),
      list({ limit: "0" }),
      list({ filter: "nonsense" }),
    ],
  },
  {
    name: "filters of Dataloy's orders",
    api: "dataloy",
    steps: [
      filter("status.statusTypeCode(EQ)EST"),
      filter("status.statusTypeCode(EQ)est"),
      filter("status.statusTypeCode(NE)EST"),
      filter("status.statusTypeCode(IN)(EST,REV)"),
      filter("key(GT)36648101"),
      filter("key(LT)36648101"),
      filter("key(LTE)36648101"),
      filter("orderDate(NULL)"),
      filter("orderDate(GTE)2020-10-05T14:30:00"),
      filter("orderDate(EQ)2020-10-05T14:30:00"),
      filter("serviceOrderLines.amountEstimate(EQ)2150.5"),
      filter("status.statusTypeCode(EQ)EST", "key(GT)36648101"),
      filter("portCall.key(EQ)36344213", "(OR)", "portCall.key(EQ)36344215"),
      filter("businessPartner.businessPartnerCode(NE)100132"),
      filter("businessPartner+.businessPartnerCode(NE)100132"),
    ],
  },
  {
    name: "Dataloy's orders one by one",
    api: "dataloy",
    steps: [
      ...[36648101, 36647845, 36648150, 36648210, 1116526, 1, 136647845].map((key) => get(key)),
      get(36648101, EVERYTHING),
      { ...get(136647845), as: OTHER.dataloy },
      { ...list(), as: OTHER.dataloy },
    ],
  },
  {
    name: "the life of one of Dataloy's orders",
    api: "dataloy",
    steps: [
      list(),
      create(),
      get(140000001),
      get(140000001, EVERYTHING),
      list(),
      update(140000001, { externalReferenceNo: "STORY-2", exchangeRate: 2.5 }),
      get(140000001, EVERYTHING),
      update(140000001, { orderDate: "2020-10-06T15:00:00", status: "REV" }),
      get(140000001, EVERYTHING),
      update(140000001, {
        serviceOrderLines: [
          { key: 140000002, amountRevised: 1000.25 },
          { serviceCode: "PRC", description: "Port charges", amountRevised: 12.5 },
        ],
      }),
      get(140000001, EVERYTHING),
      update(140000001, { status: "FIN", exchangeRate: null }),
      get(140000001),
      update(36648101, { status: "REV" }),
      get(36648101),
      list(),
    ],
  },
  {
    name: "Dataloy's orders that are refused",
    api: "dataloy",
    steps: [
      create({ portCall: undefined }),
      create({ currency: "XXX" }),
      create({ externalReferenceNo: "x".repeat(65) }),
      update(36648101, { colour: "red" }),
      update(36648101, { status: "OPR" }),
      update(36648101, { serviceOrderLines: [{ key: 1 }] }),
      update(1, { status: "REV" }),
      list(),
    ],
  },
  {
    name: "strangers at Dataloy's orders",
    api: "dataloy",
    steps: [
      ...[list(), get(36648101), create(), update(36648101, { status: "REV" })].flatMap(fromStrangers),
      update(136647845, { exchangeRate: 3 }),
      list(),
    ],
  },
];
