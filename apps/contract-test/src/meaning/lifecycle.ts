import { valueAt } from "../pointer.js";
import type { Caller, Reply } from "../run/caller.js";
import type { Check, Reach } from "../run/check.js";
import { isEqual } from "./is-same.js";
import { meaningCheck, tell } from "./meaning-check.js";
import { reachOf } from "./reach-of.js";
import { callOn, creationOf, type Made, madeBy, readRecord } from "./record.js";
import { recordIn, stateOf, wayTo } from "./record-in.js";
import { type Lifecycle, type Move, NEW, type Resource } from "./resource.js";

/** Each operation leads a record from one state to the next as documented, or is refused and changes nothing. */
export function lifecycle(resource: Resource): Check[] {
  const { lifecycle: life } = resource;
  if (life === undefined) return [];
  return life.moves.map((move) =>
    meaningCheck(move.by, nameOf(move), reachOfMove(resource, life, move), (caller) =>
      move.from === NEW ? tryCreation(caller, resource, life, move) : tryMove(caller, resource, life, move),
    ),
  );
}

function nameOf({ from, to, says }: Move): string {
  const becomes = to === "refused" ? "is refused" : `leads to ${to}`;
  return `${becomes} when ${from}${says === undefined ? "" : `, ${says}`}`;
}

/** Records that are found are others'. */
function reachOfMove(resource: Resource, life: Lifecycle, move: Move): Reach {
  if (life.found?.states[move.from] !== undefined) return "any";
  const way = move.from === NEW ? [] : wayTo(life, move.from);
  return reachOf(resource, ...[...way, move].map(({ body }) => body));
}

async function tryCreation(caller: Caller, resource: Resource, life: Lifecycle, move: Move): Promise<void> {
  const settings = Object.entries(move.body ?? {}).map(([name, value]) => ({ pointer: `/${name}`, value }));
  const { values } = creationOf(caller, resource, settings);
  const reply = await caller.call(move.by, values);
  if (reply.status >= 300) return complain(caller, move, `${reply.status} when ${move.from}`, "success");
  await expectState(caller, madeBy(resource, values, reply.body), life, move);
}

async function tryMove(caller: Caller, resource: Resource, life: Lifecycle, move: Move): Promise<void> {
  const made = await recordIn(caller, resource, life, move);
  const before = await stateOf(caller, made, life);
  if (before !== move.from) return complain(caller, move, `the record is ${before}`, `that it is ${move.from} by now`);
  const record = await readRecord(caller, made);
  const { status } = await apply(caller, made, move);
  if (move.to === "refused") return await expectRefusal(caller, made, move, status, record);
  if (status >= 300) return complain(caller, move, `${status} when ${move.from}`, "success");
  await expectState(caller, made, life, move);
}

async function expectState(caller: Caller, made: Made, life: Lifecycle, move: Move): Promise<void> {
  const after = await stateOf(caller, made, life);
  if (after !== move.to)
    complain(caller, move, `it leads from ${move.from} to ${after}`, `that it leads to ${move.to}`);
}

async function expectRefusal(caller: Caller, made: Made, move: Move, status: number, before: unknown): Promise<void> {
  const { by, from, status: due } = move;
  if (status < 400 || status >= 500) return complain(caller, move, `${status} when ${from}`, "a refusal");
  if (due !== undefined && status !== due)
    tell(caller, "wrong-transition", by, `it is refused with ${status} when ${from}`, String(due), true);
  const after = await readRecord(caller, made);
  if (!isEqual(before, after)) complain(caller, move, "it is refused, and changes the record", "that it stays");
}

function complain(caller: Caller, { by, inferred }: Move, came: string, expected: string): void {
  tell(caller, "wrong-transition", by, came, expected, inferred !== undefined);
}

/** A second creation is one under the same number. */
async function apply(caller: Caller, made: Made, { by, body }: Move): Promise<Reply> {
  const { create } = made.resource;
  if (by !== create?.operationId) return await callOn(caller, made, by, body);
  const { values } = creationOf(caller, made.resource, [
    { pointer: create.mark, value: valueAt(made.sent, create.mark) },
  ]);
  return await caller.call(by, values);
}
