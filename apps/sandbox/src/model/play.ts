import { STATUS_CODES } from "node:http";
import { isDeepStrictEqual } from "node:util";
import { expect } from "vitest";
import type { Sandbox } from "../create-sandbox.js";
import type { Answered } from "../testing/open-sandbox.js";
import { answer } from "./answer.js";
import { type Expected, type ModelCall, Refused } from "./call.js";
import { type ModelSession, newSession } from "./control/session.js";
import { localTime } from "./dataloy/service-orders.js";
import { ORIGIN, operationOf, send, targetOf } from "./send.js";

/** A sandbox to play on, and what became of the calls. */
export type Stage = {
  readonly sandbox: Sandbox;
  /** Faults of the sandbox itself, which its answers do not tell. */
  readonly faults: unknown[];
  /** Operations that were called, and those that succeeded at least once. */
  readonly called: Set<string>;
  readonly succeeded: Set<string>;
};

let sequences = 0;

/**
 * Plays a sequence of calls on a sandbox and on the model. Each short name of a session stands for a session of its own, which is
 * deleted at the end.
 *
 * @throws Error - at the first answer that is not the model's; shows both.
 */
export async function play(stage: Stage, calls: readonly ModelCall[]): Promise<void> {
  sequences += 1;
  stage.faults.length = 0;
  const sessions = new Map<string, ModelSession>();
  try {
    for (const [index, call] of calls.entries()) {
      const { session: name = "one" } = call;
      const session = sessions.get(name) ?? newSession(`${name}-${sequences}`);
      sessions.set(name, session);
      await playOne(stage, call, session, `call ${index + 1} of ${calls.length}`);
    }
  } finally {
    for (const { name } of sessions.values()) await send(stage.sandbox, DELETE_SESSION, name);
  }
}

const DELETE_SESSION: ModelCall = { api: "sandbox", operation: "deleteSession" };

async function playOne(stage: Stage, call: ModelCall, session: ModelSession, what: string): Promise<void> {
  const expected = expectedOf(call, session);
  const answered = await send(stage.sandbox, call, session.name);
  const name = `${call.api} ${call.operation}`;
  stage.called.add(name);
  if (answered.status < 400) stage.succeeded.add(name);
  const fault = stage.faults.at(-1);
  if (fault !== undefined) throw new Error(`The sandbox failed at ${what}, ${name}.`, { cause: fault });
  const [shown, wanted] = [visible(answered, expected), JSON.parse(JSON.stringify(expected))];
  if (!isDeepStrictEqual(shown, wanted)) expect(shown, `${what}, ${name}`).toEqual(wanted);
}

/** What the model says, or the refusal that it throws. */
function expectedOf(call: ModelCall, session: ModelSession): Expected & { says?: string } {
  try {
    return answer(call, session);
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    const { status, message: says } = refused;
    return { status, says, body: errorBody(call, session, status) };
  }
}

/** An error's body but for its sentence. */
function errorBody(call: ModelCall, { world }: ModelSession, status: number): object {
  if (call.api !== "dataloy") return {};
  return {
    statusCode: status,
    statusText: STATUS_CODES[status],
    date: localTime(world),
    statusFamily: "CLIENT_ERROR",
    method: operationOf(call).method,
    uri: new URL(ORIGIN + targetOf(call)).href,
  };
}

/** What of an answer the model speaks of. The sentence of an error is reduced to what it has to say, if it says that. */
function visible({ status, body, headers }: Answered, expected: Expected & { says?: string }): object {
  const names = Object.keys(expected.headers ?? {});
  const shownHeaders = expected.headers && Object.fromEntries(names.map((name) => [name, headers.get(name)]));
  const rest = JSON.parse(JSON.stringify({ status, body, headers: shownHeaders }));
  if (expected.says === undefined) return rest;
  const { error, message = error, ...shown } = rest.body ?? {};
  const isSaid = typeof message === "string" && message !== "" && message.includes(expected.says);
  return { ...rest, body: shown, says: isSaid ? expected.says : message };
}
