import type { BaselineEntry } from "../baseline/baseline.js";
import type { Rule } from "../finding.js";
import type { CheckResult, Outcome } from "../result.js";
import type { Coverage } from "../spec-coverage/coverage.js";

/** Everything that a run has to tell. All reports are written from it, and `--json` writes it as it stands. Nothing in it holds credentials. */
export type Report = {
  readonly tool: { readonly name: "@quayside/contract-test"; readonly version: string };
  /** `octopi` or `dataloy`. */
  readonly api: string;
  /** The API's name for people. */
  readonly title: string;
  /** The origin; of recorded traffic, the file's name. */
  readonly target: string;
  /** `read-only`, `disposable` or `full`; `recorded` for traffic that others sent. */
  readonly mode: string;
  /** What the drawn requests were drawn with. */
  readonly seed: number;
  /** RFC 3339, in UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  /** How many requests were sent, of how many that write. */
  readonly requests: { readonly sent: number; readonly writes: number };
  /** Why the run ended early. */
  readonly stopped?: string | undefined;
  readonly overall: Overall;
  readonly totals: Readonly<Record<Outcome, number>>;
  /** The gravest first; each difference once, however many checks met it. */
  readonly findings: readonly ReportedFinding[];
  readonly coverage: Coverage;
  /** Undefined when the run had no baseline. */
  readonly baseline?: BaselineReport | undefined;
  /** What a reader should know besides, one sentence each, such as a record that could not be removed. */
  readonly notes: readonly string[];
  /** In the order in which they were run. */
  readonly results: readonly Omit<CheckResult, "exchanges">[];
};

/** What a run comes to. A proven break stays proven, even where the rest could not be told; a run that met nothing does not pass. */
export type Overall = "kept" | "broken" | "could not be told";

/** A difference, with all that is needed to see it again. */
export type ReportedFinding = {
  /** Stable from run to run: made from api, rule and place, e.g. `octopi-1f9a03bc`. The baseline names it. */
  readonly id: string;
  readonly kind: "failed" | "error" | "warning" | "known";
  readonly rule: Rule;
  readonly operationId: string;
  /** The operationId, then the place, with `#` for the index of an element: `listServiceOrders /service_orders/#/status`. */
  readonly where: string;
  readonly message: string;
  /** The message's two halves: what the target did, and what the spec has. */
  readonly came: string;
  readonly expected: string;
  /** Names of the checks that met it; at most 20. */
  readonly checks: readonly string[];
  /** Where the spec says so, from the spec's folder. */
  readonly spec?: { readonly file: string; readonly line: number } | undefined;
  /** The smallest request that shows it, as commands; the token is `$QUAYSIDE_TOKEN`. Undefined when nothing was sent. */
  readonly curl?: string | undefined;
  /** The same as a call of `@quayside/client`, where the client can say it, else as a `fetch`. */
  readonly client?: string | undefined;
  /** The answer; its body cut after 2,000 characters. */
  readonly answer?: { readonly status: number; readonly contentType: string; readonly body: string } | undefined;
};

/** What the baseline did in a run. */
export type BaselineReport = {
  /** Entries whose finding was met, and which are still valid. */
  readonly known: readonly BaselineEntry[];
  /** Entries whose finding was met after their day: they excuse nothing any more. */
  readonly expired: readonly BaselineEntry[];
  /** Entries whose operation was tested, and whose finding was not met: they can go. */
  readonly fixed: readonly BaselineEntry[];
  /** Entries of which the run can say nothing. */
  readonly untold: readonly BaselineEntry[];
};
