import type { AnswerMemory } from "./answer-memory.js";
import type { Api } from "./api.js";
import type { RequestLog } from "./request-log.js";
import type { SessionHome } from "./sessions.js";

/** A sandbox as its parts see it. */
export type Home = SessionHome & {
  readonly apis: readonly Api[];
  /** Whether answers are held against the spec. */
  readonly checkAnswers: boolean;
  readonly log: RequestLog;
  readonly memory: AnswerMemory;
  /** Aborts when the sandbox closes: what waits for nothing but time waits no longer. */
  readonly closing: AbortSignal;
  /** Hears of faults of the sandbox itself. */
  readonly onFault: (fault: unknown) => void;
};
