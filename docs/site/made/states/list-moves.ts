import { type Move, NEW, type ResourceStates } from "@quayside/contract-test/lifecycles";

/** A state of a resource, and what can be done in it. */
export interface State {
  name: string;
  /** What leads there from another state. */
  reachedBy: Move[];
  /** What leads on to another state. */
  leadingOn: Move[];
  /** What leaves the record in this state. */
  staying: Move[];
  refused: Move[];
}

/** Every move of a resource, the creation of a record first. */
export function listMoves({ create, lifecycle: { starts, moves } }: ResourceStates): Move[] {
  const creation = create === undefined || starts === undefined ? [] : [{ by: create, from: NEW, to: starts }];
  return [...creation, ...moves];
}

/** Every state that a move begins or ends in, in the order of the data; `new` is none, `gone` is the last. */
export function listStates(resource: ResourceStates): State[] {
  const moves = listMoves(resource);
  const known = Object.keys(resource.lifecycle.states);
  const named = moves.flatMap(({ from, to }) => [from, to]).filter((name) => name !== NEW && name !== "refused");
  return [...new Set([...known, ...named])].map((name) => stateOf(name, moves));
}

function stateOf(name: string, moves: readonly Move[]): State {
  const here = moves.filter(({ from }) => from === name);
  return {
    name,
    reachedBy: moves.filter(({ from, to }) => to === name && from !== name),
    leadingOn: here.filter(({ to }) => to !== name && to !== "refused"),
    staying: here.filter(({ to }) => to === name),
    refused: here.filter(({ to }) => to === "refused"),
  };
}
