import type { CheckResult } from "../result.js";
import { plainLine } from "./plain-text.js";

/** Where progress is shown. */
export type ProgressStream = {
  readonly write: (text: string) => void;
  /** Whether a line can be written over. */
  readonly isTTY: boolean;
  /** The width of a line, where there is one; 80 by default. */
  readonly columns?: number | undefined;
};

/** Shows how far a run is. */
export type Progress = {
  /** Counts a check that has ended. */
  saw(result: Pick<CheckResult, "operationId" | "outcome">): void;
  /** Shows the time go by while nothing ends; for a timer. */
  tick(): void;
  /** Writes a line of its own, and goes on below it. */
  say(line: string): void;
  /** Takes the line away. What comes after is not shown. */
  end(): void;
};

/** A line is written over no more often than this. */
const OVER_MS = 100;

/** Where lines stay, as in the log of a CI system, one comes this often. */
const STAY_MS = 10_000;

/**
 * Begins to show how far a run is: on a terminal in one line that is written over, elsewhere in a line every ten seconds.
 *
 * @param clock - Milliseconds, from whenever.
 * @param total - How many checks there are; undefined when that is not known.
 */
export function openProgress(stream: ProgressStream, clock: () => number, total?: number): Progress {
  const start = clock();
  const { isTTY } = stream;
  let shown = isTTY ? Number.NEGATIVE_INFINITY : start;
  let isOpen = true;
  const counts = { done: 0, failed: 0, errors: 0 };
  let operationId = "";
  const line = () => describe(counts, total, operationId, (clock() - start) / 1000);
  const clear = () => isTTY && stream.write("\r\u001b[K");
  const show = () => {
    const now = clock();
    if (!isOpen || now - shown < (isTTY ? OVER_MS : STAY_MS)) return;
    shown = now;
    stream.write(isTTY ? `\r\u001b[K${cut(line(), (stream.columns ?? 80) - 1)}` : `${line()}\n`);
  };
  return {
    saw(result) {
      counts.done += 1;
      if (result.outcome === "failed") counts.failed += 1;
      if (result.outcome === "error") counts.errors += 1;
      operationId = result.operationId;
      show();
    },
    tick: show,
    say(text) {
      clear();
      stream.write(`${plainLine(text)}\n`);
      if (isTTY) shown = Number.NEGATIVE_INFINITY;
    },
    end() {
      if (isOpen) clear();
      isOpen = false;
    },
  };
}

function describe(
  { done, failed, errors }: Readonly<Record<"done" | "failed" | "errors", number>>,
  total: number | undefined,
  operationId: string,
  seconds: number,
): string {
  const parts = [
    `${done}${total === undefined ? "" : ` of ${total}`} checks`,
    ...(failed === 0 ? [] : [`${failed} failed`]),
    ...(errors === 0 ? [] : [`${errors} could not be judged`]),
    `${Math.floor(seconds)} s`,
    ...(operationId === "" ? [] : [plainLine(operationId, 60)]),
  ];
  return parts.join(", ");
}

/** A line that wraps cannot be written over. */
function cut(line: string, width: number): string {
  return line.length <= width ? line : `${line.slice(0, Math.max(0, width - 1))}…`;
}
