import { type ApiChanges, type Change, exceeds, gravest, type Impact } from "./change.ts";
import type { Pending } from "./pending.ts";

/** What the gate thinks of the changes. */
export type Verdict = {
  /** What the changes ask for; undefined where nothing changed. */
  readonly needed: Impact | undefined;
  /** The APIs with the changes that no changeset announces; empty where the gate is passed. */
  readonly unannounced: readonly ApiChanges[];
};

/**
 * Holds changes against what the changesets announce. Breaking changes and additions must be announced; reworded descriptions, other
 * examples and marks need not be.
 */
export function judge(apis: readonly ApiChanges[], pending: Pending): Verdict {
  const isUnannounced = ({ impact }: Change) => impact !== "patch" && exceeds(impact, pending.bump);
  const unannounced = apis.map((api) => ({ ...api, changes: api.changes.filter(isUnannounced) }));
  return {
    needed: gravest(apis.flatMap(({ changes }) => changes.map(({ impact }) => impact))),
    unannounced: unannounced.filter(({ changes }) => changes.length > 0),
  };
}
