import type { CoverageCollector } from "../spec-coverage/open-coverage.js";
import type { Wire } from "../wire/open-wire.js";
import type { Names } from "./names.js";
import type { Nature } from "./nature.js";
import type { Target } from "./open-target.js";
import type { Records } from "./records.js";
import type { Sessions } from "./sessions.js";
import { NotReached } from "./verdicts.js";

/** What all checks of a run share. */
export type Run = {
  readonly target: Target;
  readonly nature: Nature;
  readonly wire: Wire;
  /** Ends the run: what is under way is cut. */
  readonly stop: () => void;
  readonly names: Names;
  readonly sessions: Sessions;
  readonly coverage: CoverageCollector;
  /** What is made and has to go again; undefined where nobody minds what stays. */
  readonly records: Records | undefined;
};

/** @throws NotReached when the run has no credentials of another tenant. */
export function requireOther({ target }: Run): string {
  if (target.otherAuthorization !== undefined) return target.otherAuthorization;
  throw new NotReached("it needs credentials of another tenant: --other-token or --other-user");
}
