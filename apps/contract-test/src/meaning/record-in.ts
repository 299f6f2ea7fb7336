import { documentedValues } from "../cases/replay-cases.js";
import { findOperation } from "../operation.js";
import { valueAt, valuesAt } from "../pointer.js";
import type { Caller } from "../run/caller.js";
import { NotReached } from "../run/verdicts.js";
import { instantOf, isEqual } from "./is-same.js";
import { show } from "./meaning-check.js";
import { callOn, type Made, makeRecord, readRecord } from "./record.js";
import { requireSuccess } from "./require-success.js";
import { type Found, GONE, type Lifecycle, type Move, type Resource } from "./resource.js";
import { readPage } from "./rows.js";

/**
 * A record in the state from which a move begins: one that is made and led there, or one that is there already.
 *
 * @throws NotReached when none is found, or the target refuses what should lead there.
 */
export async function recordIn(caller: Caller, resource: Resource, life: Lifecycle, move: Move): Promise<Made> {
  const { found } = life;
  if (found?.states[move.from] !== undefined) return await findRecord(caller, resource, life, found, move);
  const made = await makeRecord(caller, resource);
  for (const step of wayTo(life, move.from)) requireSuccess(await callOn(caller, made, step.by, step.body));
  return made;
}

/** The moves that lead a new record to a state; the fewest. */
export function wayTo({ starts, moves }: Lifecycle, state: string): readonly Move[] {
  const ways = new Map<string, readonly Move[]>(starts === undefined ? [] : [[starts, []]]);
  for (const [at, way] of ways) {
    if (at === state) return way;
    for (const move of moves) {
      if (move.from === at && move.to !== "refused" && !ways.has(move.to)) ways.set(move.to, [...way, move]);
    }
  }
  throw new Error(`No move leads to ${state}.`);
}

/** The name of the state in which a record is; what is read in its place when it is none. */
export async function stateOf(caller: Caller, made: Made, life: Lifecycle): Promise<string> {
  const record = await readRecord(caller, made);
  return record === undefined ? GONE : stateIn(life, record);
}

function stateIn({ state, states }: Lifecycle, record: unknown): string {
  const value = valueAt(record, state);
  const known = Object.entries(states).find(([, one]) => isEqual(instantOf(one), instantOf(value)));
  return known?.[0] ?? show(value);
}

async function findRecord(
  caller: Caller,
  resource: Resource,
  life: Lifecycle,
  { member, states }: Found,
  { from, given }: Move,
): Promise<Made> {
  const { list } = resource;
  const { rows } = await readPage(caller, list, states[from]);
  const row = rows.find((one) => stateIn(life, one) === from && isGiven(one, given));
  if (row === undefined) throw new NotReached(`there is no record that is ${from}`);
  const { path } = documentedValues(findOperation(caller.run.target.api.operations, list.operationId));
  const own = Object.entries(member).map(([name, pointer]) => [name, valueAt(row, pointer)]);
  return { resource, path: { ...path, ...Object.fromEntries(own) }, created: row, sent: undefined };
}

function isGiven(row: unknown, given: Move["given"]): boolean {
  if (given === undefined) return true;
  return valuesAt(row, given.at).includes(given.value) === (given.is === "there");
}
