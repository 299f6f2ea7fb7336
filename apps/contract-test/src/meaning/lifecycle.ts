import { valueAt } from "../pointer.js";
import type { Caller } from "../run/caller.js";
import type { Check } from "../run/check.js";
import { instantOf, isEqual } from "./is-same.js";
import { meaningCheck, show, tell } from "./meaning-check.js";
import { reachOf } from "./reach-of.js";
import { callOn, creationOf, type Made, makeRecord, readRecord } from "./record.js";
import { requireSuccess } from "./require-success.js";
import { GONE, type Lifecycle, type Move, type Resource } from "./resource.js";

/** Each operation leads a record from one state to the next as documented, or is refused and changes nothing. */
export function lifecycle(resource: Resource): Check[] {
  const { lifecycle: life } = resource;
  if (life === undefined) return [];
  return life.moves.map((move) => {
    const becomes = move.to === "refused" ? "is refused" : `leads to ${move.to}`;
    const bodies = [...wayTo(life, move.from), move].map(({ body }) => body);
    return meaningCheck(
      move.by,
      `${becomes} when ${move.from}${variant(life, move)}`,
      reachOf(resource, ...bodies),
      (caller) => tryMove(caller, resource, life, move),
    );
  });
}

/** Two moves of one operation from one state are told apart by what they send. */
function variant({ moves }: Lifecycle, move: Move): string {
  const isAlike = (other: Move) => other.by === move.by && other.from === move.from && other.to === move.to;
  return moves.filter(isAlike).length > 1 ? ` with ${show(move.body)}` : "";
}

async function tryMove(caller: Caller, resource: Resource, life: Lifecycle, move: Move): Promise<void> {
  const made = await makeRecord(caller, resource);
  for (const step of wayTo(life, move.from)) requireSuccess(await apply(caller, made, step));
  const before = await stateOf(caller, made, life);
  if (before !== move.from)
    return tell(
      caller,
      "wrong-transition",
      move.by,
      `the record is ${before}`,
      `that it is ${move.from} by now`,
      move.inferred,
    );
  const record = await readRecord(caller, made);
  const { status } = await apply(caller, made, move);
  if (move.to === "refused") return await expectRefusal(caller, made, move, status, record);
  if (status >= 300)
    return tell(caller, "wrong-transition", move.by, `${status} when ${move.from}`, "success", move.inferred);
  const after = await stateOf(caller, made, life);
  if (after !== move.to)
    tell(
      caller,
      "wrong-transition",
      move.by,
      `it leads from ${move.from} to ${after}`,
      `that it leads to ${move.to}`,
      move.inferred,
    );
}

async function expectRefusal(caller: Caller, made: Made, move: Move, status: number, before: unknown): Promise<void> {
  const { by, from, inferred } = move;
  if (status < 400 || status >= 500)
    return tell(caller, "wrong-transition", by, `${status} when ${from}`, "a refusal", inferred);
  const after = await readRecord(caller, made);
  if (!isEqual(before, after))
    tell(caller, "wrong-transition", by, "it is refused, and changes the record", "that it stays", inferred);
}

/** A second creation is one under the same number. */
async function apply(caller: Caller, made: Made, { by, body }: Pick<Move, "by" | "body">) {
  const { create } = made.resource;
  if (by !== create?.operationId) return await callOn(caller, made, by, body);
  const { values } = creationOf(caller, made.resource, [
    { pointer: create.mark, value: valueAt(made.sent, create.mark) },
  ]);
  return await caller.call(by, values);
}

/** The moves that lead a new record to a state; the fewest. */
function wayTo({ starts, moves }: Lifecycle, state: string): readonly Move[] {
  const ways = new Map<string, readonly Move[]>([[starts, []]]);
  for (const [at, way] of ways) {
    if (at === state) return way;
    for (const move of moves) {
      if (move.from === at && move.to !== "refused" && !ways.has(move.to)) ways.set(move.to, [...way, move]);
    }
  }
  throw new Error(`No move leads to ${state}.`);
}

async function stateOf(caller: Caller, made: Made, { state, states }: Lifecycle): Promise<string> {
  const record = await readRecord(caller, made);
  if (record === undefined) return GONE;
  const value = valueAt(record, state);
  const known = Object.entries(states).find(([, one]) => isEqual(instantOf(one), instantOf(value)));
  return known?.[0] ?? show(value);
}
