import type { InterchangePurpose } from "@quayside/types/octopi";
import { found, refuse } from "../call.js";
import { takeNumber } from "../world.js";
import { changeGate } from "./change-gate.js";
import type { Gate } from "./gates.js";
import type { ModelOf } from "./model.js";
import { showAlone, showInList, showNested } from "./show-gate.js";
import type { Terminal } from "./terminal.js";

/** Interchanges: a list of gates that name containers and chassis. */
export const interchanges: ModelOf<
  "listInterchanges" | "getInterchange" | "createInterchange" | "updateInterchange" | "deleteInterchange"
> = {
  listInterchanges: ({ path }, { terminal }) => {
    const visit = visitOf(terminal, path.truck_visit_id);
    const gates = terminal.gates.filter((gate) => gate.visit === visit.id).toSorted((one, other) => one.id - other.id);
    return { status: 200, body: gates.map(showInList) };
  },
  getInterchange: ({ path }, { terminal }) => ({ status: 200, body: showAlone(gateOf(terminal, path)) }),
  createInterchange: ({ path, body }, at) => {
    const visit = visitOf(at.terminal, path.truck_visit_id);
    if (visit.hasLeft) refuse(409, "has left the terminal");
    const gate = newGate(at.world.next.interchange, visit.id, body.purpose);
    changeGate(gate, body, at);
    takeNumber(at.world, "interchange");
    at.terminal.gates.push(gate);
    return { status: 201, body: showNested(gate, at.terminal, at.world) };
  },
  updateInterchange: ({ path, body }, at) => {
    const gate = pendingGateOf(at.terminal, path);
    changeGate(gate, body, at);
    return { status: 200, body: { ...showNested(gate, at.terminal, at.world), interchange: null } };
  },
  deleteInterchange: ({ path }, { terminal }) => {
    const gate = pendingGateOf(terminal, path);
    if (gate.container !== null && gate.chassis !== null) gate.container.chassis = null;
    terminal.gates = terminal.gates.filter((one) => one !== gate);
    return { status: 200, body: { id: gate.id } };
  },
};

function visitOf({ visits }: Terminal, id: number) {
  return found(
    visits.find((visit) => visit.id === id),
    `no truck visit ${id}`,
  );
}

type GatePath = { readonly truck_visit_id: number; readonly id: number };

function gateOf({ gates }: Terminal, { truck_visit_id, id }: GatePath): Gate {
  return found(
    gates.find((gate) => gate.id === id && gate.visit === truck_visit_id),
    `no interchange ${id}`,
  );
}

function pendingGateOf(terminal: Terminal, path: GatePath): Gate {
  const gate = gateOf(terminal, path);
  return gate.completed_at === null ? gate : refuse(409, "is completed");
}

function newGate(id: number, visit: number, purpose: InterchangePurpose): Gate {
  return {
    ...{ id, visit, type: purpose.startsWith("drop_off") ? "interchange_in" : "interchange_out" },
    subject: purpose.split("_")[2] as Gate["subject"],
    ...{ container: null, container_status: null, chassis: null, booking: null, genset_number: null },
    ...{ export_release_number: null, bill_of_lading_number: null, delivery_order_number: null },
    ...{ completed_at: null, readings: {} },
  };
}
