import { type Move, NEW, type ResourceStates } from "@quayside/contract-test/lifecycles";
import { listMoves, listStates } from "./list-moves.ts";
import { labelOf } from "./write-mermaid.ts";

/** All that a drawing shows, in sentences, for those who do not see it. */
export function describeStates(resource: ResourceStates): string {
  const states = listStates(resource).map(({ name }) => name);
  return [`State diagram of ${resource.name}: ${states.join(", ")}.`, ...listMoves(resource).map(sentence)].join(" ");
}

function sentence(move: Move): string {
  const { from, to, status } = move;
  if (from === NEW) return `${labelOf(move)} makes it ${to}.`;
  if (to === "refused") return `When ${from}, ${labelOf(move)} is refused with ${status}.`;
  return to === from
    ? `When ${from}, ${labelOf(move)} leaves it so.`
    : `When ${from}, ${labelOf(move)} leads to ${to}.`;
}
