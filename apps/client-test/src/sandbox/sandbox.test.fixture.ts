import { createDataloyClient, type DataloyClient, type DataloyOptions } from "@quayside/client/dataloy";
import { createOctopiClient, type OctopiClient, type OctopiOptions } from "@quayside/client/octopi";
import { type RunningSandbox, startSandbox } from "@quayside/sandbox";
import type { AddFaultRequest, ListRequestsResponse, LoggedRequest, SetClockRequest } from "@quayside/types/sandbox";
import { afterAll, expect } from "vitest";

/** Waits that a test can bear. */
export const QUICK = { delayMs: 1, maxDelayMs: 5 } as const;

/** A sandbox on a port, and clients that reach it over real sockets. Each test has a session of its own, so faults meet nobody else. */
export type Bench = {
  readonly sandbox: RunningSandbox;
  /** Opens a session of its own. */
  session(): Session;
};

/** A session of the sandbox: its clients and its control. */
export type Session = {
  /** Sends a request to this session. */
  fetch(request: Request): Promise<Response>;
  octopi(options?: OctopiOptions): OctopiClient;
  dataloy(options?: DataloyOptions): DataloyClient;
  /** Scripts what goes wrong with the next calls of an operation. */
  fault(
    api: "octopi" | "dataloy",
    operation_id: string,
    fault: AddFaultRequest["fault"],
    calls?: number,
  ): Promise<void>;
  clock(setting: SetClockRequest): Promise<void>;
  advance(seconds: number): Promise<void>;
  /** What was sent in this session, the oldest first. */
  sent(operation_id?: string): Promise<LoggedRequest[]>;
};

let sessions = 0;

/** Starts a sandbox for the tests of a file. It must have had no fault of its own after them. */
export async function openBench(): Promise<Bench> {
  const faults: unknown[] = [];
  const sandbox = await startSandbox({ port: 0, onFault: (fault) => faults.push(fault) });
  afterAll(async () => {
    await sandbox.close();
    expect(faults).toEqual([]);
  });
  return { sandbox, session: () => openSession(sandbox.origin, `client-${++sessions}`) };
}

function openSession(origin: string, name: string): Session {
  const named = { "x-sandbox-session": name };
  const inSession = (request: Request) => {
    request.headers.set("x-sandbox-session", name);
    return fetch(request);
  };
  // biome-ignore lint/suspicious/noExplicitAny: each caller says what it gets
  const control = async (method: string, path: string, body?: unknown): Promise<any> => {
    const headers = { ...named, "content-type": "application/json" };
    const response = await fetch(`${origin}/_sandbox${path}`, {
      method,
      headers,
      body: body ? JSON.stringify(body) : null,
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return await response.json();
  };
  return {
    fetch: inSession,
    octopi: (options) => createOctopiClient({ token: "demo", origin, fetch: inSession, retry: QUICK, ...options }),
    dataloy: (options) =>
      createDataloyClient({
        origin,
        auth: { username: "demo", password: "demo" },
        fetch: inSession,
        retry: QUICK,
        ...options,
      }),
    fault: async (api, operation_id, fault, calls = 1) => {
      await control("POST", "/faults", { api, operation_id, calls, fault });
    },
    clock: async (setting) => {
      await control("PUT", "/clock", setting);
    },
    advance: async (seconds) => {
      await control("POST", "/clock/advance", { seconds });
    },
    sent: async (operation_id) => {
      const query = operation_id === undefined ? "" : `&operation_id=${operation_id}`;
      const { requests }: ListRequestsResponse = await control("GET", `/requests?limit=1000${query}`);
      return requests.toReversed();
    },
  };
}

/** A creation for one container and one service. */
export function order(order_number: string) {
  const service_order = {
    order_number,
    cargo_type: "container" as const,
    container_ids: [4337700],
    service_ids: [721],
  };
  return { body: { service_order } };
}
