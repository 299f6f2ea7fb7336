import type { Hold, operations } from "@quayside/types/octopi";
import type { HoldEvent } from "@quayside/types/sandbox";
import type { Call } from "../../handler.js";
import { found, refuse } from "../call.js";
import { ORIGIN } from "../send.js";
import { takeNumber, type World } from "../world.js";
import type { At, ModelOf } from "./model.js";
import type { Bill, Terminal } from "./terminal.js";
import { readInstantOrDay } from "./times.js";

/** Holds: for each bill of lading, what became of each kind of hold. */
export const holds: ModelOf<"listHolds" | "applyHold" | "liftHold"> = {
  listHolds: ({ path }, { terminal, world }) => {
    const bill = billOf(terminal, path);
    const kinds = terminal.holdKinds.toSorted((one, other) => one.id - other.id);
    const show = (kind: Hold, name: string, method: string) => {
      return { ...kind, actions: { [name]: { method, url: urlOf(bill, kind) } } };
    };
    const isHeld = ({ id }: Hold) => isInForce(bill, id, world);
    return {
      status: 200,
      body: {
        bill_of_lading: {
          number: bill.number,
          manifest: { client_identifier: bill.manifest },
          unlifted_holds: kinds.filter(isHeld).map((kind) => show(kind, "lift", "DELETE")),
          applicable_holds: kinds.filter((kind) => !isHeld(kind)).map((kind) => show(kind, "apply", "PUT")),
        },
      },
    };
  },
  applyHold: ({ path }, at) => {
    const { bill, id } = holdOf(at, path);
    if (isInForce(bill, id, at.world)) refuse(404, "in force already");
    bill.holds[id] = "in force";
    log(at.world, bill, { hold_id: id, event: "applied", reference_number: null, lift_until: null });
    return { status: 200, body: {} };
  },
  liftHold: ({ path, body: { hold } }, at) => {
    const { bill, id } = holdOf(at, path);
    if (!isInForce(bill, id, at.world)) refuse(404, "not in force");
    const { reference_number, lift_until } = hold;
    const until = lift_until === undefined ? null : readInstantOrDay(lift_until, at.terminal.timeZone);
    bill.holds[id] = until;
    const shown = until === null ? null : new Date(until).toISOString();
    log(at.world, bill, { hold_id: id, event: "lifted", reference_number, lift_until: shown });
    return { status: 200, body: {} };
  },
};

/** Whether any hold keeps a container from leaving: one on a bill of lading that it stands on. */
export function isHeld({ bills, holdKinds }: Terminal, container: number, world: World): boolean {
  const carrying = bills.filter(({ lineItems }) => lineItems.some(({ container_id }) => container_id === container));
  return carrying.some((bill) => holdKinds.some(({ id }) => isInForce(bill, id, world)));
}

function isInForce({ holds }: Bill, id: number, { clock }: World): boolean {
  const state = holds[id];
  return state === "in force" || (typeof state === "number" && state <= clock.now);
}

type BillPath = { readonly manifest_client_identifier: string; readonly bill_of_lading_number: string };

function billOf({ bills }: Terminal, path: BillPath): Bill {
  const onManifest = bills.filter(({ manifest }) => manifest === path.manifest_client_identifier);
  return found(
    onManifest.find(({ number }) => number === path.bill_of_lading_number),
    "no bill of lading",
  );
}

function holdOf({ terminal }: At, path: Call<operations["applyHold"]>["path"]): { bill: Bill; id: number } {
  const bill = billOf(terminal, path);
  const kind = terminal.holdKinds.find(({ id }) => id === path.hold_id);
  return { bill, id: found(kind, `no hold ${path.hold_id}`).id };
}

function urlOf({ manifest, number }: Bill, { id }: Hold): string {
  const [one, other] = [manifest, number].map(encodeURIComponent);
  return `${ORIGIN}/api/v1/manifests/${one}/bill_of_ladings/${other}/holds/${id}.json`;
}

type Logged = Pick<HoldEvent, "hold_id" | "event" | "reference_number" | "lift_until">;

function log(world: World, { number, manifest }: Bill, event: Logged): void {
  world.holdEvents.push({
    id: takeNumber(world, "hold_event"),
    bill_of_lading_number: number,
    manifest_client_identifier: manifest,
    at: new Date(world.clock.now).toISOString(),
    by: "System",
    ...event,
  });
}
