import type { Values } from "../cases/case.js";
import type { Finding } from "../finding.js";
import { findOperation } from "../operation.js";
import { parseBody } from "../parse-body.js";
import type { Exchange } from "../wire/exchange.js";
import { type Answer, NoAnswer } from "../wire/send.js";
import { type WireRequest, writeRequest } from "../write-request.js";
import { holdAnswer } from "./hold-answer.js";
import type { Target } from "./open-target.js";
import { type Run, requireOther } from "./run.js";
import { refuseUntold } from "./untold.js";
import { CannotTell } from "./verdicts.js";

/** What a check calls the target through. It keeps what was sent and found. */
export type Caller = {
  readonly run: Run;
  /** The sandbox's session that it calls in, where there are any. */
  readonly session: string | undefined;
  /**
   * Calls an operation with arguments as the client takes them, and holds the answer against the contract.
   *
   * @throws CannotTell when no answer came, the credentials are refused or the target is busy.
   */
  call(operationId: string, values?: Values, sender?: "own" | "other"): Promise<Reply>;
  /** Sends a request as it stands, and holds nothing against anything. */
  send(request: WireRequest, about?: About): Promise<Answer>;
  /** Sends what a client made. Rejects with `NoAnswer` when no answer came. */
  pass(request: Request, about: Pick<About, "operationId" | "values">): Promise<Answer>;
  /** Tells a finding of a rule over several requests. On something inferred it may become a warning. */
  found(finding: Finding, inferred?: boolean): void;
  /** Keeps what another caller sent for this check. */
  keep(exchange: Exchange): void;
  readonly findings: readonly Finding[];
  readonly warnings: readonly Finding[];
  readonly exchanges: readonly Exchange[];
  /** The status that came last. */
  readonly status: number | undefined;
  /** Removes what was made, where nothing else does. */
  close(): Promise<void>;
};

/** What a request is about, for those who read of it. */
export type About = {
  readonly operationId?: string | undefined;
  readonly values?: Values | undefined;
  /** The value of the `Authorization` header; null for none. The run's own by default. */
  readonly authorization?: string | null | undefined;
  readonly sender?: Exchange["sender"];
};

/** An answer with its body read. */
export type Reply = {
  readonly operationId: string;
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
};

/** As many exchanges as a result keeps. */
const MAX_EXCHANGES = 20;

/**
 * Opens what a check calls through.
 *
 * @param session - The sandbox's session, where it has any.
 */
export function openCaller(run: Run, session: string | undefined): Caller {
  const { target, wire } = run;
  const tracker = run.records?.begin();
  const exchanges: Exchange[] = [];
  const findings: Finding[] = [];
  const warnings: Finding[] = [];
  const keep = (exchange: Exchange) => {
    exchanges.push(exchange);
    if (exchanges.length > MAX_EXCHANGES) exchanges.shift();
  };
  const found = (finding: Finding, inferred = false) => {
    (inferred && target.inferred === "warn" ? warnings : findings).push(finding);
  };
  const transmit = async (request: Request, about: About) => {
    if (session !== undefined) request.headers.set("x-sandbox-session", session);
    const { operationId, values, sender } = about;
    const answer = await wire.send(request, { operationId, values, ...(sender && { sender }), seen: keep });
    await tracker?.noticed(request, answer);
    return answer;
  };

  const caller: Caller = {
    run,
    session,
    keep,
    close: async () => await tracker?.clear(),
    findings,
    warnings,
    exchanges,
    get status() {
      return exchanges.at(-1)?.answer?.status;
    },
    found,
    send: (request, about = {}) => transmit(asRequest(target, request, about), about),
    pass: transmit,
    call: (operationId, values = {}, sender = "own") => callOperation(caller, operationId, values, sender),
  };
  return caller;
}

function asRequest(
  { origin, authorization: own }: Target,
  { method, url, headers, body }: WireRequest,
  { authorization = own }: About,
): Request {
  const sent = new Headers(headers);
  if (authorization !== null) sent.set("authorization", authorization);
  return new Request(origin + url, { method, headers: sent, body: body ?? null, redirect: "manual" });
}

async function callOperation(
  caller: Caller,
  operationId: string,
  values: Values,
  sender: "own" | "other",
): Promise<Reply> {
  const authorization = sender === "other" ? requireOther(caller.run) : undefined;
  const request = writeRequest(findOperation(caller.run.target.api.operations, operationId), values);
  const answer = await caller.send(request, { operationId, values, authorization, sender }).catch(telling);
  refuseUntold(operationId, answer.status, sender);
  holdAnswer(caller, operationId, answer);
  return { operationId, status: answer.status, headers: answer.headers, body: parseBody(answer.body) };
}

function telling(error: unknown): never {
  throw error instanceof NoAnswer ? new CannotTell(error.rule, error.message) : error;
}
