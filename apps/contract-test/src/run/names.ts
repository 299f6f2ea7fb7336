/** Names for what a run makes. */
export type Names = {
  /** What all of a run's names begin with: recognisable, and unlike those of other runs. */
  readonly prefix: string;
  /** A name that this run has not given before. */
  fresh(): string;
};

/** What the names of every run begin with. */
export const MARK = "QUAYSIDE-";

/**
 * Begins the names of a run.
 *
 * @param run - Tells runs apart; letters and digits.
 */
export function openNames(run: string): Names {
  const prefix = `${MARK}${run}-`;
  let count = 0;
  return {
    prefix,
    fresh() {
      count += 1;
      return `${prefix}${count}`;
    },
  };
}
