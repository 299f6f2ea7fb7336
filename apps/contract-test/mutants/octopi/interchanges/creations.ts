import { answer, bodyOf, inOk, inRequest, type Json, onOk, onStatus, without } from "../../change.ts";
import { lettingIn } from "../../credentials.ts";
import { octopi } from "../../define.ts";
import type { Call, Came, Fault, Mutant } from "../../mutant.ts";

/** What creating interchanges gets wrong. */
export const CREATIONS_OF_INTERCHANGES: readonly Mutant[] = [
  octopi(
    "schema",
    "createInterchange",
    "a new interchange does not say whether it is complete",
    inOk((one) => without(one, "complete")),
  ),
  octopi(
    "schema",
    "createInterchange",
    "the id of a new interchange is a text",
    inOk((one) => ({ ...one, id: String(one.id) })),
  ),
  octopi(
    "status",
    "createInterchange",
    "every interchange is refused",
    onOk(() => answer(422, { error: "No." })),
  ),
  octopi(
    "status",
    "createInterchange",
    "an unknown booking breaks the server",
    onStatus(404, () => answer(500, { error: "Something went wrong." })),
  ),
  octopi(
    "status",
    "createInterchange",
    "interchanges are refused with 400",
    onStatus(422, (came) => ({ ...came, status: 400 })),
  ),
  octopi(
    "auth",
    "createInterchange",
    "any token of the right form can create an interchange",
    lettingIn("octopi", (authorization) => /^Token token=./.test(authorization ?? "")),
  ),
  octopi(
    "refusal",
    "createInterchange",
    "an interchange needs no purpose",
    mended(422, (one) =>
      "purpose" in one ? undefined : { ...one, purpose: "drop_off_container", container_number: "CAIU2340022" },
    ),
  ),
  octopi(
    "refusal",
    "createInterchange",
    "a purpose that nobody knows is a drop-off",
    mended(422, (one) =>
      "purpose" in one ? { ...one, purpose: "drop_off_container", container_number: "CAIU2340022" } : undefined,
    ),
  ),
  octopi(
    "refusal",
    "createInterchange",
    "a container can be at two interchanges at once",
    mended(409, (one) => ({
      ...one,
      container_number: `${one.container_number}-2`,
    })),
  ),
  octopi(
    "read-back",
    "createInterchange",
    "the time of completion of a new interchange is not heeded",
    inRequest((one) => without(one, "completed_at")),
  ),
  octopi(
    "read-back",
    "createInterchange",
    "the booking of a new interchange is forgotten",
    inRequest((one) => without(one, "booking_number")),
  ),
  octopi(
    "read-back",
    "createInterchange",
    "a container that is dropped off is empty whatever is said",
    inRequest((one) => (one.container_status === undefined ? one : { ...one, container_status: "empty" })),
  ),
  octopi(
    "read-back",
    "createInterchange",
    "a pick-up is recorded as a drop-off",
    inOk((one) => ({ ...one, type: "interchange_in" })),
  ),
  octopi(
    "read-back",
    "createInterchange",
    "the chassis does not go to the container that stands on it",
    inOk((one) => (one.container == null ? one : { ...one, container: { ...one.container, chassis: null } })),
  ),
  octopi(
    "duplicates",
    "createInterchange",
    "a genset is recorded twice",
    onOk(async (came, { sent, ask }) => {
      if (JSON.parse(came.body).for_genset) await ask("POST", sent.url, JSON.parse(sent.body));
      return came;
    }),
    "listInterchanges",
  ),
  octopi(
    "lost-update",
    "createInterchange",
    "a pending interchange is answered but not stored",
    onOk(async (came, { path, ask }) => {
      await ask("DELETE", `/api/v1/truck_visits/${path.truck_visit_id}/interchanges/${JSON.parse(came.body).id}.json`);
      return came;
    }),
    "listInterchanges",
    "getInterchange",
  ),
];

/** Creates all the same where the request was refused, with something put right in it. */
function mended(status: number, mend: (one: Json) => Json | undefined): Fault {
  return onStatus(status, async (came, call: Call): Promise<Came> => {
    const body = bodyOf(call.sent);
    const changed = typeof body === "object" && body !== null ? mend(body) : undefined;
    if (changed === undefined) return came;
    const second = await call.pass({ body: JSON.stringify(changed) });
    return second.status === 201 ? second : came;
  });
}
