import { checkResponse } from "@quayside/contract";
import type { Values } from "./cases/case.js";
import type { Finding } from "./finding.js";
import { isOnInferred } from "./is-on-inferred.js";
import { findOperation } from "./operation.js";
import { parseBody } from "./parse-body.js";
import { type Run, requireOther } from "./run.js";
import { CannotTell } from "./verdicts.js";
import type { Exchange } from "./wire/exchange.js";
import { type Answer, NoAnswer } from "./wire/send.js";
import { type WireRequest, writeRequest } from "./write-request.js";

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
    async send({ method, url, headers, body }, about = {}) {
      const sent = new Headers(headers);
      const { authorization = target.authorization } = about;
      if (authorization !== null) sent.set("authorization", authorization);
      const request = new Request(target.origin + url, {
        method,
        headers: sent,
        body: body ?? null,
        redirect: "manual",
      });
      return await transmit(request, about);
    },
    pass: transmit,
    async call(operationId, values = {}, sender = "own") {
      const authorization = sender === "other" ? requireOther(run) : undefined;
      const request = writeRequest(findOperation(target.api.operations, operationId), values);
      const answer = await tellingWhy(() => caller.send(request, { operationId, values, authorization, sender }));
      refuseUntold(operationId, answer, sender);
      if (answer.status >= 500) found(failureOf(operationId, answer.status));
      for (const each of checkResponse(target.api.contract, operationId, answer))
        found(each, isOnInferred(target.api, { operationId, inferred: false }, each, answer.status));
      return { operationId, status: answer.status, headers: answer.headers, body: parseBody(answer.body) };
    },
  };
  return caller;
}

/** A documented failure is a failure all the same. */
function failureOf(operationId: string, status: number): Finding {
  return {
    rule: "server-error",
    where: `${operationId} ${status}`,
    message: `${status}; the spec has no failure for such a request`,
  };
}

async function tellingWhy<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof NoAnswer ? new CannotTell(error.rule, error.message) : error;
  }
}

/** Who is refused learns nothing; what is busy tells nothing. */
function refuseUntold(operationId: string, { status }: Answer, sender: "own" | "other"): void {
  if (sender === "own" && (status === 401 || status === 403))
    throw new CannotTell("credentials-refused", `${status} in spite of the credentials; do they cover ${operationId}?`);
  if ([429, 502, 503, 504].includes(status))
    throw new CannotTell("target-busy", `${status}: the target, or something before it, cannot answer now`);
}
