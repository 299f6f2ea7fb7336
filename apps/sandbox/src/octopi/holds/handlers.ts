import { Refusal } from "@quayside/serve";
import { findBillOfLadingByNumber } from "../../store/bills-of-lading.js";
import { findHolds, type HoldState, type StoredHold, saveHold } from "../../store/holds.js";
import { type Scope, scopeOf } from "../../store/scope.js";
import type { BillOfLadingRow, HoldEventRow } from "../../store/tables.js";
import type { OctopiContext, OctopiHandler } from "../context.js";
import { SYSTEM } from "../organisations.js";
import { readDateOrTime } from "../times.js";
import { applied, isInForce, lifted } from "./rules.js";
import { writeHolds } from "./write-holds.js";

export const listHolds: OctopiHandler<"listHolds"> = async ({ path }, context) => {
  const scope = scopeOf(context);
  const bill = await requireBill(scope, path);
  const holds = await findHolds(scope, bill.id);
  return { status: 200, body: writeHolds(bill, holds, context.now, context.origin) };
};

export const applyHold: OctopiHandler<"applyHold"> = async ({ path }, context) => {
  const { bill, hold } = await requireHold(scopeOf(context), path);
  if (isInForce(hold, context.now))
    throw new Refusal(404, `${nameOf(hold, bill)} is in force already, so it cannot be applied. Lift it instead.`);
  const event = { event: "applied", reference_number: null, lift_until: null } as const;
  await save(context, bill, hold, applied(context.now), event);
  return { status: 200, body: {} };
};

export const liftHold: OctopiHandler<"liftHold"> = async ({ path, body }, context) => {
  const { bill, hold } = await requireHold(scopeOf(context), path);
  if (!isInForce(hold, context.now))
    throw new Refusal(404, `${nameOf(hold, bill)} is not in force, so it cannot be lifted. Apply it instead.`);
  const { reference_number } = body.hold;
  const lift_until = readLiftUntil(body.hold.lift_until, context);
  const event = { event: "lifted", reference_number, lift_until } as const;
  await save(context, bill, hold, lifted(hold, context.now, lift_until), event);
  return { status: 200, body: {} };
};

type BillPath = { readonly manifest_client_identifier: string; readonly bill_of_lading_number: string };

async function requireBill(scope: Scope, path: BillPath): Promise<BillOfLadingRow> {
  const { manifest_client_identifier: manifest, bill_of_lading_number: number } = path;
  const bill = await findBillOfLadingByNumber(scope, manifest, number);
  if (bill !== undefined) return bill;
  const named = `${JSON.stringify(number)} on the manifest ${JSON.stringify(manifest)}`;
  throw new Refusal(404, `There is no bill of lading ${named}.`);
}

async function requireHold(scope: Scope, path: BillPath & { readonly hold_id: number }) {
  const bill = await requireBill(scope, path);
  const hold = (await findHolds(scope, bill.id)).find(({ id }) => id === path.hold_id);
  if (hold === undefined) throw new Refusal(404, `There is no hold ${path.hold_id}.`);
  return { bill, hold };
}

function nameOf({ id, name }: StoredHold, { number }: BillOfLadingRow): string {
  return `The hold ${id} (${name}) on the bill of lading ${JSON.stringify(number)}`;
}

/**
 * A date is the start of that day in the organisation's time zone (D-14). One that is over is taken too, as the vendor's example has it:
 * the hold is then in force again at once.
 */
function readLiftUntil(text: string | undefined, { owner }: OctopiContext): number | null {
  if (text === undefined) return null;
  return readDateOrTime(text, owner.timeZone);
}

async function save(
  context: OctopiContext,
  bill: BillOfLadingRow,
  hold: StoredHold,
  state: HoldState,
  event: Pick<HoldEventRow, "event" | "reference_number" | "lift_until">,
): Promise<void> {
  const what = { bill_of_lading_id: bill.id, hold_id: hold.id, at: context.now, by: SYSTEM };
  await saveHold(scopeOf(context), state, { ...what, ...event });
}
