import { answer, cached, inOk, type Json, onOk, onStatus, withHeader, without } from "../../change.ts";
import { lettingIn, otherThan } from "../../credentials.ts";
import { octopi } from "../../define.ts";
import type { Mutant } from "../../mutant.ts";
import { ofBill } from "./bill.ts";

/** What a list of holds gets wrong. */
export const LISTS_OF_HOLDS: readonly Mutant[] = [
  octopi(
    "schema",
    "listHolds",
    "holds do not say what can be done with them",
    inOk(
      ofBill((bill) => ({
        ...bill,
        unlifted_holds: bill.unlifted_holds.map((hold: Json) => without(hold, "actions")),
        applicable_holds: bill.applicable_holds.map((hold: Json) => without(hold, "actions")),
      })),
    ),
  ),
  octopi(
    "schema",
    "listHolds",
    "there is null where no hold is in force",
    inOk(
      ofBill((bill) => ({
        ...bill,
        unlifted_holds: bill.unlifted_holds.length === 0 ? null : bill.unlifted_holds,
      })),
    ),
  ),
  octopi(
    "schema",
    "listHolds",
    "a hold is lifted with PUT",
    inOk(
      ofBill((bill) => ({
        ...bill,
        unlifted_holds: bill.unlifted_holds.map((hold: Json) => ({
          ...hold,
          actions: { lift: { ...hold.actions.lift, method: "PUT" } },
        })),
      })),
    ),
  ),
  octopi(
    "status",
    "listHolds",
    "a bill of lading that nobody knows has no holds",
    onStatus(404, (_, { path }) =>
      answer(200, { bill_of_lading: { number: path.bill_of_lading_number, unlifted_holds: [], applicable_holds: [] } }),
    ),
  ),
  octopi(
    "content-type",
    "listHolds",
    "holds come as text/json",
    onOk((came) => ({
      ...came,
      headers: { ...came.headers, "content-type": "text/json" },
    })),
  ),
  octopi(
    "auth",
    "listHolds",
    "an unknown token sees holds",
    lettingIn("octopi", (authorization) => /^Token token=./.test(authorization ?? "")),
  ),
  octopi(
    "leak-between-tenants",
    "listHolds",
    "holds of another organisation can be listed",
    onStatus(
      404,
      async (_, { sent, pass }) =>
        await pass({ headers: { ...sent.headers, authorization: otherThan("octopi", sent.headers.authorization) } }),
    ),
  ),
  octopi(
    "refusal",
    "listHolds",
    "holds are listed whatever the method",
    async ({ sent, pass }) => await pass(sent.method === "PROPFIND" ? { method: "GET" } : {}),
  ),
  octopi(
    "auth",
    "listHolds",
    "who is unknown meets a page to log in",
    onStatus(401, (came) => ({
      ...withHeader(came, "location", "/login"),
      status: 302,
      body: "",
    })),
  ),
  octopi(
    "stale-read",
    "listHolds",
    "holds are listed from a cache that nobody empties",
    cached(),
    "applyHold",
    "liftHold",
  ),
  octopi(
    "off-by-one",
    "listHolds",
    "the link that applies a hold leads to the next one",
    inOk(
      ofBill((bill) => ({
        ...bill,
        applicable_holds: bill.applicable_holds.map((hold: Json) => ({
          ...hold,
          actions: {
            apply: {
              ...hold.actions.apply,
              url: hold.actions.apply.url.replace(/\/\d+\.json$/, `/${hold.id + 1}.json`),
            },
          },
        })),
      })),
    ),
    "applyHold",
  ),
  octopi(
    "duplicates",
    "listHolds",
    "a hold in force is applicable too",
    inOk(
      ofBill((bill) => ({
        ...bill,
        applicable_holds: [...bill.applicable_holds, ...bill.unlifted_holds.map(applicable)],
      })),
    ),
  ),
  octopi(
    "filter",
    "listHolds",
    "only the first hold in force is listed",
    inOk(
      ofBill((bill) => ({
        ...bill,
        unlifted_holds: bill.unlifted_holds.slice(0, 1),
      })),
    ),
    "applyHold",
  ),
];

function applicable({ actions, ...hold }: Json): Json {
  return { ...hold, actions: { apply: { method: "PUT", url: actions.lift.url } } };
}
