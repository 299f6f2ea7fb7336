import type { Api } from "../bundles.ts";
import type { Measured } from "./measure.ts";

/** What an import loses: by the name of the aspect, then by bundle. An aspect that nothing is lost of is left out. */
export type Losses = Readonly<Record<string, Readonly<Partial<Record<Api, Lost>>>>>;

/** Everything, the places named, or everything but the places named: whichever list is shorter. */
export type Lost = "all" | readonly string[] | { readonly allBut: readonly string[] };

/** The losses among what was measured. */
export function findLosses(measured: Measured): Losses {
  const losses: Record<string, Partial<Record<Api, Lost>>> = {};
  for (const [api, found] of measured) {
    for (const { what, outcomes } of found) {
      const lost = outcomes.filter(([, isKept]) => !isKept).map(([where]) => where);
      const kept = outcomes.filter(([, isKept]) => isKept).map(([where]) => where);
      if (lost.length === 0) continue;
      losses[what] ??= {};
      losses[what][api] = kept.length === 0 ? "all" : lost.length > kept.length ? { allBut: kept } : lost;
    }
  }
  return losses;
}
