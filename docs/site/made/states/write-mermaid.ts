import { type Move, NEW, type ResourceStates } from "@quayside/contract-test/lifecycles";
import { listMoves, listStates, type State } from "./list-moves.ts";

/** A resource's states and moves as a state diagram of Mermaid, for readers of the Markdown. */
export function writeMermaid(resource: ResourceStates): string {
  const arrows = listMoves(resource).filter(({ from, to }) => to !== "refused" && from !== to);
  return [
    "stateDiagram-v2",
    ...listStates(resource).flatMap(stateLines),
    ...arrows.map((move) => `  ${idOf(move.from)} --> ${idOf(move.to)}: ${labelOf(move)}`),
  ].join("\n");
}

function stateLines({ name, staying, refused }: State): string[] {
  const lines = [...staying.map(stayingLine), ...refused.map(refusedLine)];
  return [`  state "${name}" as ${idOf(name)}`, ...lines.map((line) => `  ${idOf(name)}: ${line}`)];
}

/** What is written into a state for a move that leaves a record in it. */
export function stayingLine(move: Move): string {
  return `stays on ${labelOf(move)}`;
}

/** What is written into a state for a move that is refused there. */
export function refusedLine(move: Move): string {
  return `refuses ${labelOf(move)} (${move.status})`;
}

/** What is written at the arrow of a move. */
export function labelOf({ by, says }: Move): string {
  return says === undefined ? by : `${by} ${says}`;
}

function idOf(state: string): string {
  return state === NEW ? "[*]" : state.replaceAll(" ", "_");
}
