import type { Chassis, CreateInterchangeRequest, UpdateInterchangeRequest } from "@quayside/types/octopi";
import { refuse } from "../call.js";
import { takeNumber } from "../world.js";
import { type Cargo, unknownContainer } from "./cargo.js";
import type { Gate } from "./gates.js";
import { isHeld } from "./holds.js";
import type { At } from "./model.js";
import type { Terminal } from "./terminal.js";
import { readInstant, showInstant } from "./times.js";

type Sent = UpdateInterchangeRequest & Pick<CreateInterchangeRequest, "container_status">;

/** Changes an interchange as a request wants it. Nothing changes where something forbids it. */
export function changeGate(gate: Gate, sent: Sent, at: At): void {
  const { terminal } = at;
  const numbers = numbersAfter(gate, sent);
  refuseUnknownPapers(numbers, terminal);
  const booking = lookUp(terminal.bookings, (one) => one.booking_number, numbers.booking_number, "booking");
  const containers = terminal.cargo.filter(({ cargo_type }) => cargo_type === "container");
  const comesIn = gate.type === "interchange_in";
  const container = lookUp(containers, (one) => one.number, numbers.container_number, comesIn || "container");
  const chassis = lookUp(terminal.chassis, (one) => one.number, numbers.chassis_number, comesIn || "chassis");
  if (container && container !== gate.container) refuseElsewhere(terminal, container);
  const completed_at = showTime(sent.completed_at, terminal);
  if (!comesIn && completed_at !== null && container) refuseHeld(container, at);
  const { genset_number, export_release_number, bill_of_lading_number, delivery_order_number } = numbers;
  const papers = { genset_number, export_release_number, bill_of_lading_number, delivery_order_number };
  const before = { container: gate.container, chassis: gate.chassis };
  Object.assign(gate, papers, { booking, completed_at });
  putContainer(gate, container ?? registerContainer(numbers.container_number, at), sent.container_status);
  gate.chassis = chassis ?? registerChassis(numbers.chassis_number, at);
  moveBetweenChassis(before, gate, terminal);
}

const NUMBERS = [
  "container_number",
  "chassis_number",
  "genset_number",
  "booking_number",
  "export_release_number",
  "bill_of_lading_number",
  "delivery_order_number",
] as const;

type Numbers = Record<(typeof NUMBERS)[number], string | null>;

function numbersAfter(gate: Gate, sent: Sent): Numbers {
  const { genset_number, export_release_number, bill_of_lading_number, delivery_order_number } = gate;
  const numbers: Numbers = {
    container_number: gate.container?.number ?? null,
    chassis_number: gate.chassis?.number ?? null,
    booking_number: gate.booking?.booking_number ?? null,
    ...{ genset_number, export_release_number, bill_of_lading_number, delivery_order_number },
  };
  for (const name of NUMBERS) numbers[name] = sent[name] === undefined ? numbers[name] : sent[name];
  const empty = NUMBERS.find((name) => numbers[name] === "");
  if (empty !== undefined) refuse(422, `${empty} is empty`);
  const needed = `${gate.subject}_number` as const;
  return numbers[needed] === null ? refuse(422, `needs a ${needed}`) : numbers;
}

function refuseUnknownPapers(numbers: Numbers, { papers, bills }: Terminal): void {
  const isKnown = (kind: string, wanted: string | null) =>
    wanted === null || papers.some((paper) => paper.kind === kind && paper.number === wanted);
  if (!isKnown("export_release", numbers.export_release_number)) refuse(404, "no export release");
  if (!isKnown("delivery_order", numbers.delivery_order_number)) refuse(404, "no delivery order");
  const bill = numbers.bill_of_lading_number;
  if (bill !== null && !bills.some(({ number }) => number === bill)) refuse(404, "no bill of lading");
}

/**
 * What a number names.
 *
 * @param what - What is refused where it names nothing; true where it may be new.
 * @returns null for no number, undefined for a new one.
 */
function lookUp<One>(
  all: readonly One[],
  numberOf: (one: One) => string,
  number: string | null,
  what: string | true,
): One | null | undefined {
  if (number === null) return null;
  const one = all.find((each) => numberOf(each) === number);
  return one === undefined && what !== true ? refuse(404, `no ${what} ${JSON.stringify(number)}`) : one;
}

function refuseElsewhere({ gates }: Terminal, container: Cargo): void {
  if (gates.some((gate) => gate.container === container && gate.completed_at === null))
    refuse(409, "is at interchange");
}

function refuseHeld(container: Cargo, { terminal, world }: At): void {
  if (isHeld(terminal, container.id, world)) refuse(409, "cannot leave");
}

function showTime(text: string | undefined, { timeZone }: Terminal): string | null {
  return text === undefined ? null : showInstant(readInstant(text), timeZone);
}

function registerContainer(number: string | null, { terminal, world }: At): Cargo | null {
  if (number === null) return null;
  const container = unknownContainer(takeNumber(world, "container"), number);
  terminal.cargo.push(container);
  return container;
}

function registerChassis(number: string | null, { terminal, world }: At): Chassis | null {
  if (number === null) return null;
  const chassis = { id: takeNumber(world, "chassis"), number };
  terminal.chassis.push(chassis);
  return chassis;
}

/** Whether it is laden is on record of the container too. */
function putContainer(gate: Gate, container: Cargo | null, sent: Cargo["status"] | undefined): void {
  const isOther = container !== gate.container;
  const found = container === null ? null : (container.status ?? gate.container_status);
  gate.container_status = sent ?? (isOther ? found : gate.container_status);
  gate.container = container;
  if (container !== null && gate.container_status !== null) container.status = gate.container_status;
}

type Standing = Pick<Gate, "container" | "chassis">;

/** Only one container stands on a chassis. */
function moveBetweenChassis(before: Standing, after: Standing, { cargo }: Terminal): void {
  if (before.container === after.container && before.chassis === after.chassis) return;
  if (before.container !== null && before.chassis !== null) before.container.chassis = null;
  if (after.container === null || after.chassis === null) return;
  for (const one of cargo) if (one.chassis === after.chassis) one.chassis = null;
  after.container.chassis = after.chassis;
}
