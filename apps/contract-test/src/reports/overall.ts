import type { Outcome } from "../result.js";
import type { Overall } from "./report.js";

/**
 * What a run comes to. A proven break stays proven, even where the rest could not be told; a run that met nothing does not
 * pass. What the baseline excuses breaks nothing.
 *
 * @param stopped - Why the run ended early.
 */
export function overall(results: readonly { readonly outcome: Outcome }[], stopped?: string): Overall {
  const has = (outcome: Outcome) => results.some((one) => one.outcome === outcome);
  if (has("failed")) return "broken";
  const isJudged = (has("passed") || has("known")) && !has("error");
  return isJudged && stopped === undefined ? "kept" : "could not be told";
}
