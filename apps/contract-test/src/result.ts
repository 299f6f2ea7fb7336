import type { Finding } from "./finding.js";

/**
 * How a case ended. *failed*: the target breaks the spec. *error*: it could not be told. *not-reached*: the target answered
 * as documented, but what the case is about did not come up, such as a record that the target does not have.
 */
export type Outcome = "passed" | "failed" | "error" | "not-reached";

/** One case and how it ended. Nothing in it holds credentials. */
export type CaseResult = {
  readonly operationId: string;
  readonly name: string;
  readonly outcome: Outcome;
  /** Why it failed, or could not be judged; empty otherwise. */
  readonly findings: readonly Finding[];
  /** Differences on what the spec only infers; only where the run is asked to tell them apart. */
  readonly warnings: readonly Finding[];
  /** The status that came; undefined without an answer. */
  readonly status: number | undefined;
  /** The status that the target was asked for with `Prefer`. */
  readonly asked: number | undefined;
  /** Why it was not reached; empty otherwise. */
  readonly note: string;
  readonly durationMs: number;
};

/** What judging an answer gives. */
export type Verdict = Pick<CaseResult, "outcome" | "findings" | "note">;
