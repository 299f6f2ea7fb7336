import type { Finding } from "./finding.js";
import type { Exchange } from "./wire/exchange.js";

/**
 * How a check ended. *failed*: the target breaks the spec. *error*: it could not be told. *not-reached*: the target answered
 * as documented, but what the check is about did not come up, such as a record that the target does not have. *known*: it
 * failed, and the baseline has every one of its findings.
 */
export const OUTCOMES = ["passed", "failed", "known", "error", "not-reached"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What a check is: one request, a rule over several requests, or a story. */
export const KINDS = ["request", "meaning", "journey"] as const;
export type Kind = (typeof KINDS)[number];

/** One check and how it ended. Nothing in it holds credentials. */
export type CheckResult = {
  readonly kind: Kind;
  /** Of what it is about; of a journey, the first operation that it calls. */
  readonly operationId: string;
  /** Unique within the operation; the same from run to run. */
  readonly name: string;
  readonly outcome: Outcome;
  /** Why it failed, or could not be judged; empty otherwise. */
  readonly findings: readonly Finding[];
  /** Differences on what the spec only infers; only where the run is asked to tell them apart. */
  readonly warnings: readonly Finding[];
  /** Findings that the baseline has. */
  readonly known: readonly Finding[];
  /** The status that came last; undefined without an answer. */
  readonly status: number | undefined;
  /** The status that the target was asked for with `Prefer`. */
  readonly asked: number | undefined;
  /** Why it was not reached; empty otherwise. */
  readonly note: string;
  readonly durationMs: number;
  /** What was sent and what came, where there is something to tell; the last is what the findings are about. At most 20. */
  readonly exchanges: readonly Exchange[];
};

/** What judging an answer gives. */
export type Verdict = Pick<CheckResult, "outcome" | "findings" | "note">;
