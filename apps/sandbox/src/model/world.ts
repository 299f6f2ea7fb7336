import type { HoldEvent } from "@quayside/types/sandbox";
import { NOW } from "../testing/open-sandbox.js";
import type { Caller } from "./call.js";
import { openTenant, type Tenant } from "./dataloy/tenant.js";
import { seededHoldEvents } from "./octopi/seeded-hold-events.js";
import { openTerminal, type Terminal } from "./octopi/terminal.js";

/** All that a session knows, as plain objects and lists. Each organisation and tenant has its own, so that nothing can leak. */
export type World = {
  clock: { now: number; frozen: boolean };
  readonly terminals: Readonly<Record<Caller, Terminal>>;
  readonly tenants: Readonly<Record<Caller, Tenant>>;
  readonly holdEvents: HoldEvent[];
  /** The number that the next record of a kind gets, whosever it is. */
  readonly next: Record<Kind, number>;
};

/** What is numbered; Dataloy numbers its orders and lines together. */
export type Kind = "order" | "item" | "interchange" | "container" | "chassis" | "line_item" | "hold_event" | "dataloy";

/** What the numbers of new records begin with: those after the documented ones. */
const FIRST = {
  order: 41,
  item: 74,
  interchange: 2_205_895,
  container: 130_000_001,
  chassis: 900_001,
  line_item: 1223,
  hold_event: 5,
  dataloy: 140_000_001,
};

/** The world as a new session finds it. */
export function newWorld(): World {
  return structuredClone(SEEDED);
}

const SEEDED: World = {
  clock: { now: NOW, frozen: false },
  terminals: { demo: openTerminal("demo"), demo2: openTerminal("demo2") },
  tenants: { demo: openTenant("demo"), demo2: openTenant("demo2") },
  holdEvents: seededHoldEvents(),
  next: FIRST,
};

/** The next number of a kind. */
export function takeNumber(world: World, kind: Kind): number {
  const number = world.next[kind];
  world.next[kind] += 1;
  return number;
}
