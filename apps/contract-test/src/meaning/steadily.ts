import type { Caller } from "../run/caller.js";
import { NotReached } from "../run/verdicts.js";
import { isEqual } from "./is-same.js";
import type { Listing } from "./resource.js";
import { everyRow } from "./rows.js";

/** What is wrong, before it is told. */
export type Complaint = { readonly came: string; readonly expected: string };

/**
 * Looks at a list, and believes what it sees only if the list stayed as it was meanwhile: elsewhere others are at work.
 *
 * @param look - Given every row as it was at first; at most {@link MOST_ROWS}.
 * @throws NotReached when something is wrong, and the list has changed.
 */
export async function steadily(
  caller: Caller,
  list: Listing,
  look: (all: readonly unknown[]) => Promise<Complaint | undefined>,
): Promise<Complaint | undefined> {
  const all = await everyRow(caller, list);
  const complaint = await look(all);
  if (complaint === undefined) return undefined;
  if (isEqual(all, await everyRow(caller, list))) return complaint;
  throw new NotReached("the list changed while it was read");
}
