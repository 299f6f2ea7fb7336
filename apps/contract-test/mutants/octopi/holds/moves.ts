import { answer, bodyOf, inOk, type Json, onOk, onStatus, without } from "../../change.ts";
import { lettingIn } from "../../credentials.ts";
import { octopi } from "../../define.ts";
import type { Call, Fault, Mutant } from "../../mutant.ts";
import { holdsOf, ofBill } from "./bill.ts";

/** What applying and lifting holds gets wrong. */
export const MOVES_OF_HOLDS: readonly Mutant[] = [
  octopi(
    "status",
    "applyHold",
    "applying a hold is answered 202",
    onOk((came) => ({ ...came, status: 202 })),
  ),
  octopi(
    "status",
    "applyHold",
    "an unknown hold breaks the server",
    onStatus(404, () => answer(500, { error: "Something went wrong." })),
  ),
  octopi(
    "auth",
    "applyHold",
    "a hold can be applied without a token",
    lettingIn("octopi", (authorization) => authorization === undefined),
  ),
  octopi(
    "lost-update",
    "applyHold",
    "a hold is applied, and is not in force",
    async (call) => {
      const isThere = (await holdsOf(call))?.applicable_holds.some(({ id }: Json) => String(id) === call.path.hold_id);
      return isThere ? answer(200, {}) : await call.pass();
    },
    "listHolds",
  ),
  octopi(
    "wrong-transition",
    "applyHold",
    "a hold that is in force can be applied",
    onStatus(404, async (came, call) => {
      const holds = await holdsOf(call);
      return holds?.unlifted_holds.some(({ id }: Json) => String(id) === call.path.hold_id) ? answer(200, {}) : came;
    }),
    "listHolds",
  ),
  octopi(
    "wrong-transition",
    "applyHold",
    "applying one hold applies them all",
    onOk(async (came, call) => {
      for (const { id } of (await holdsOf(call))?.applicable_holds ?? []) await call.ask("PUT", urlOf(call, id));
      return came;
    }),
    "listHolds",
  ),
  octopi(
    "wrong-transition",
    "applyHold",
    "applying a hold lifts the others",
    onOk(async (came, call) => {
      const others = ((await holdsOf(call))?.unlifted_holds ?? []).filter(
        ({ id }: Json) => String(id) !== call.path.hold_id,
      );
      for (const { id } of others) await call.ask("DELETE", urlOf(call, id), { hold: { reference_number: "R" } });
      return came;
    }),
    "listHolds",
  ),
  octopi(
    "status",
    "liftHold",
    "lifting an unknown hold is a success",
    onStatus(404, () => answer(200, {})),
  ),
  octopi(
    "schema",
    "liftHold",
    "lifting a hold is answered with a text",
    onOk(() => answer(200, "lifted")),
  ),
  octopi(
    "auth",
    "liftHold",
    "any token of the right form can lift a hold",
    lettingIn("octopi", (authorization) => /^Token token=./.test(authorization ?? "")),
  ),
  octopi(
    "refusal",
    "liftHold",
    "a hold is lifted without a body",
    lifting(({ sent }) => sent.body === ""),
  ),
  octopi(
    "refusal",
    "liftHold",
    "a hold is lifted without a reference",
    lifting(({ sent }) => {
      const hold = bodyOf(sent)?.hold;
      return typeof hold === "object" && hold !== null && !("reference_number" in hold);
    }),
  ),
  octopi(
    "refusal",
    "liftHold",
    "a hold is lifted with an empty reference",
    lifting(({ sent }) => bodyOf(sent)?.hold?.reference_number === ""),
  ),
  octopi(
    "lost-update",
    "liftHold",
    "a hold is lifted, and stays in force",
    async (call) => {
      const isThere = (await holdsOf(call))?.unlifted_holds.some(({ id }: Json) => String(id) === call.path.hold_id);
      return isThere && call.isValid ? answer(200, {}) : await call.pass();
    },
    "listHolds",
  ),
  octopi(
    "wrong-transition",
    "liftHold",
    "a hold is lifted for good whatever is asked for",
    async (call) => {
      const hold = bodyOf(call.sent)?.hold;
      if (!call.isValid || hold?.lift_until === undefined) return await call.pass();
      return await call.pass({ body: JSON.stringify({ hold: without(hold, "lift_until") }) });
    },
    "listHolds",
  ),
  octopi(
    "wrong-transition",
    "liftHold",
    "lifting one hold lifts them all",
    onOk(async (came, call) => {
      for (const { id } of (await holdsOf(call))?.unlifted_holds ?? [])
        await call.ask("DELETE", urlOf(call, id), { hold: { reference_number: "R" } });
      return came;
    }),
    "listHolds",
    "applyHold",
  ),
  octopi("deletion", "liftHold", "a lifted hold cannot be applied again", {
    liftHold: onOk((came, { memory, path }) => {
      memory.set(`gone ${path.hold_id}`, true);
      return came;
    }),
    listHolds: inOk((body, { memory }) =>
      ofBill((bill) => ({
        ...bill,
        applicable_holds: bill.applicable_holds.filter(({ id }: Json) => !memory.has(`gone ${id}`)),
      }))(body),
    ),
  }),
];

function urlOf({ sent }: Call, id: number): string {
  return sent.url.replace(/\/holds\/.*/, `/holds/${id}.json`);
}

/** Lifts where a reference is wanted that is not there. */
function lifting(isFor: (call: Call) => boolean): Fault {
  return async (call) => {
    if (call.isValid || !isFor(call)) return await call.pass();
    const headers = { ...call.sent.headers, "content-type": "application/json" };
    return await call.pass({ headers, body: JSON.stringify({ hold: { reference_number: "NONE" } }) });
  };
}
