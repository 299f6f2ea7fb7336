/** A difference that is known and borne for a time. */
export type BaselineEntry = {
  /** The finding's id, e.g. `octopi-1f9a03bc`. */
  readonly id: string;
  /** Who sees to it: a name, a team, an address. */
  readonly owner: string;
  /** The last day on which it is excused, `YYYY-MM-DD` in UTC. */
  readonly expires: string;
  /** Why it is borne. */
  readonly reason?: string | undefined;
};

/** Known differences; no id twice. */
export type Baseline = { readonly entries: readonly BaselineEntry[] };
