import { randomBytes } from "node:crypto";
import { openCoverage } from "../spec-coverage/open-coverage.js";
import { openWire } from "../wire/open-wire.js";
import { openNames } from "./names.js";
import { askNature } from "./nature.js";
import type { Target } from "./open-target.js";
import { secretsOf } from "./read-credentials.js";
import { openRecords } from "./records.js";
import type { Run } from "./run.js";
import { openSessions } from "./sessions.js";

/**
 * Opens what all checks of a run share.
 *
 * @param knock - Looks whether anybody is there, before anything else is asked.
 * @param stop - Ends what is under way.
 */
export async function openRun(target: Target, knock: () => Promise<void>, stop: () => void = () => {}): Promise<Run> {
  const coverage = openCoverage(target.api);
  const { origin, limits, fetch, signal, rate, maxWrites } = target;
  const wire = openWire({
    ...{ origin, limits, fetch, signal, rate, maxWrites },
    secrets: secretsOf(target),
    seen: ({ request: { method, url, headers }, operationId, answer }, requestBody, answerBody) =>
      coverage.saw({
        method,
        url,
        requestHeaders: headers,
        operationId,
        requestBody,
        status: answer?.status,
        answerBody,
      }),
  });
  await knock();
  const nature = await askNature(target, wire);
  const id = randomBytes(3).toString("hex").toUpperCase();
  const names = openNames(id);
  return {
    target,
    nature,
    wire,
    stop,
    names,
    coverage,
    sessions: openSessions(target, nature, wire, id.toLowerCase()),
    records: target.mode === "disposable" ? openRecords(target, wire, names.prefix) : undefined,
  };
}

/**
 * Takes away what a run made. Never rejects: a target that is gone keeps it, and that is told.
 *
 * @returns What could not be removed, for people.
 */
export async function closeRun({ records, sessions, names }: Run): Promise<string[]> {
  await sessions.end();
  if (records === undefined) return [];
  const problem = await records.end().then(() => undefined, String);
  const rest = problem === undefined ? [] : [`whatever is named ${names.prefix}…: ${problem}`];
  return [...records.left(), ...rest];
}
