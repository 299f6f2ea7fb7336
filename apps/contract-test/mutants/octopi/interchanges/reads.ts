import { answer, cached, inOk, type Json, onOk, onStatus, renamed, withHeader } from "../../change.ts";
import { lettingIn, otherThan } from "../../credentials.ts";
import { octopi } from "../../define.ts";
import type { Fault, Mutant } from "../../mutant.ts";

/** What reading interchanges gets wrong. */
export const READS_OF_INTERCHANGES: readonly Mutant[] = [
  octopi(
    "schema",
    "listInterchanges",
    "interchanges in a list have another name for their direction since last night",
    inOk((list) => list.map((one: Json) => renamed(one, "action_type", "type"))),
  ),
  octopi(
    "schema",
    "getInterchange",
    "an interchange leaves out what is null",
    inOk((one) => Object.fromEntries(Object.entries(one).filter(([, value]) => value !== null))),
  ),
  octopi(
    "schema",
    "listInterchanges",
    "the list of interchanges is wrapped in an object",
    inOk((list) => ({ interchanges: list })),
  ),
  octopi(
    "schema",
    "getInterchange",
    "an interchange comes without a body",
    onOk((came) => ({ ...came, body: "" })),
  ),
  octopi(
    "status",
    "listInterchanges",
    "a truck visit that nobody knows has no interchanges",
    onStatus(404, () => answer(200, [])),
  ),
  octopi(
    "status",
    "getInterchange",
    "an unknown interchange is answered 403",
    onStatus(404, (came) => ({ ...came, status: 403 })),
  ),
  octopi(
    "content-type",
    "getInterchange",
    "an interchange says that it is plain text",
    onOk((came) => withHeader(came, "content-type", "text/plain; charset=utf-8")),
  ),
  octopi(
    "auth",
    "listInterchanges",
    "interchanges are listed without a token",
    lettingIn("octopi", (authorization) => authorization === undefined),
  ),
  octopi(
    "auth",
    "getInterchange",
    "an empty token is taken",
    lettingIn(
      "octopi",
      (authorization) => authorization === undefined || /^(Token token=|quayside)?$/.test(authorization),
    ),
  ),
  octopi(
    "filter",
    "listInterchanges",
    "completed interchanges are not listed",
    inOk((list) => list.filter(({ completed_at }: Json) => completed_at === null)),
    "createInterchange",
  ),
  octopi(
    "paging",
    "listInterchanges",
    "only the first interchange of a visit is listed",
    inOk((list) => list.slice(0, 1)),
    "createInterchange",
  ),
  octopi(
    "duplicates",
    "listInterchanges",
    "each interchange is listed twice",
    inOk((list) => list.flatMap((one: Json) => [one, one])),
  ),
  octopi(
    "off-by-one",
    "listInterchanges",
    "the link of an interchange leads to the next one",
    inOk((list) =>
      list.map((one: Json) => ({
        ...one,
        interchange_url: one.interchange_url.replace(/\d+$/, (id: string) => String(Number(id) + 1)),
      })),
    ),
    "getInterchange",
  ),
  octopi(
    "leak-between-tenants",
    "getInterchange",
    "an interchange can be read at any visit",
    onStatus(404, async (came, call) => {
      for (const visit of ["1876441", "34234", "123"]) {
        const found = await call.ask("GET", `/api/v1/truck_visits/${visit}/interchanges/${call.path.id}.json`);
        if (found.status === 200) return found;
      }
      return came;
    }),
    "listInterchanges",
  ),
  octopi(
    "leak-between-tenants",
    "listInterchanges",
    "the interchanges of another organisation can be listed",
    theOthersToo(),
    "getInterchange",
  ),
  octopi(
    "stale-read",
    "listInterchanges",
    "interchanges are listed from a cache that nobody empties",
    cached(),
    "createInterchange",
    "updateInterchange",
    "deleteInterchange",
  ),
  octopi(
    "stale-read",
    "getInterchange",
    "an interchange is read from a cache that nobody empties",
    cached(),
    "updateInterchange",
    "createInterchange",
  ),
  octopi(
    "read-back",
    "getInterchange",
    "an interchange shows no chassis",
    inOk((one) => ({ ...one, chassis_number: null })),
    "createInterchange",
    "listInterchanges",
  ),
  octopi(
    "time-zone",
    "getInterchange",
    "an interchange was completed an hour later than listed",
    inOk((one) => ({
      ...one,
      completed_at: later(one.completed_at),
    })),
    "listInterchanges",
    "createInterchange",
  ),
];

function later(time: string | null): string | null {
  if (time === null) return null;
  return `${new Date(Date.parse(`${time.slice(0, 19)}Z`) + 3_600_000).toISOString().slice(0, 19)}${time.slice(19)}`;
}

/** Reads what belongs to another organisation where there is nothing of one's own. */
function theOthersToo(): Fault {
  return onStatus(404, async (came, { sent, path, pass }) => {
    if (path.truck_visit_id !== OTHERS_VISIT) return came;
    return await pass({ headers: { ...sent.headers, authorization: otherThan("octopi", sent.headers.authorization) } });
  });
}

const OTHERS_VISIT = "9001";
