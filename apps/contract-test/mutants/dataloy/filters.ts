import { isOk, withBody, withHeader, withoutQuery } from "../change.ts";
import { dataloy } from "../define.ts";
import type { Mutant } from "../mutant.ts";
import { eachFilter, filtering, rowsOf, TOTAL } from "./order-list.ts";

/** What the filters of a list of Dataloy's orders get wrong. */
export const FILTERS_OF_DISBURSEMENTS: readonly Mutant[] = [
  dataloy("filter", "listServiceOrders", "a filter keeps everything", withoutQuery("filter")),
  dataloy(
    "filter",
    "listServiceOrders",
    "of several filters the last one counts",
    filtering((filters) => filters.slice(-1)),
  ),
  dataloy(
    "filter",
    "listServiceOrders",
    "one or the other means both",
    filtering((filters) => filters.filter((filter) => filter !== "(OR)")),
  ),
  dataloy(
    "filter",
    "listServiceOrders",
    "not equal is equal",
    eachFilter((filter) => filter.replace("(NE)", "(EQ)")),
  ),
  dataloy(
    "off-by-one",
    "listServiceOrders",
    "greater is greater or equal",
    eachFilter((filter) => filter.replace("(GT)", "(GTE)")),
  ),
  dataloy(
    "off-by-one",
    "listServiceOrders",
    "less or equal is less",
    eachFilter((filter) => filter.replace("(LTE)", "(LT)")),
  ),
  dataloy(
    "filter",
    "listServiceOrders",
    "less is greater",
    eachFilter((filter) =>
      filter.replace(/\((LT|GT)(E?)\)/, (_, way: string, equal: string) => `(${way === "LT" ? "GT" : "LT"}${equal})`),
    ),
  ),
  dataloy(
    "filter",
    "listServiceOrders",
    "of a list of values the first one counts",
    eachFilter((filter) => filter.replace(/\(IN\)\(([^,)]*)[^)]*\)/, "(IN)($1)")),
  ),
  dataloy("filter", "listServiceOrders", "the filter for null keeps what is not null", async (call) => {
    const filters = call.query.getAll("filter");
    const came = await call.pass();
    if (!isOk(came) || filters.length !== 1 || !filters[0]?.endsWith("(NULL)")) return came;
    const kept = new Set((await rowsOf(call)).map(({ key }) => key));
    const rows = (await rowsOf(call, { filter: undefined })).filter(({ key }) => !kept.has(key));
    return withBody(withHeader(came, TOTAL, String(rows.length)), rows);
  }),
  dataloy(
    "filter",
    "listServiceOrders",
    "a left join loses the rows without a relation",
    eachFilter((filter) => filter.replaceAll("+", "")),
  ),
  dataloy(
    "filter",
    "listServiceOrders",
    "a row stays where its path leads over nothing",
    eachFilter((filter) => filter.replace(/^businessPartner\./, "businessPartner+.")),
  ),
  dataloy(
    "filter",
    "listServiceOrders",
    "equal pays no heed to case",
    eachFilter((filter) =>
      filter.replace(
        /(Code|externalReferenceNo)\(EQ\)(.*)/,
        (_, name: string, value: string) => `${name}(EQ)${value.toUpperCase()}`,
      ),
    ),
  ),
  dataloy(
    "time-zone",
    "listServiceOrders",
    "a filter by date is an hour off",
    eachFilter((filter) =>
      filter.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/, (time) =>
        new Date(Date.parse(`${time}Z`) + 3_600_000).toISOString().slice(0, 19),
      ),
    ),
  ),
  dataloy(
    "precision",
    "listServiceOrders",
    "a filter by a number heeds whole numbers only",
    eachFilter((filter) =>
      filter.replace(/^(amount\w*|exchangeRate|serviceOrderLines\.amount\w*)(\(\w+\)\d+)\.\d+$/, "$1$2"),
    ),
  ),
];
