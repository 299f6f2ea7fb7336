import { afterAll, expect } from "vitest";
import { createSandbox, type Sandbox, type SandboxOptions } from "../create-sandbox.js";

/** A sandbox for the tests of one file, and short ways to call it. */
export type OpenSandbox = {
  readonly sandbox: Sandbox;
  /** Calls Octopi as the first organisation, Dataloy as the first tenant, unless the headers say otherwise. */
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answered>;
};

/** An answer with its body parsed. */
// biome-ignore lint/suspicious/noExplicitAny: a test says itself what it expects of a body
export type Answered = { readonly status: number; readonly headers: Headers; readonly body: any };

/** The creation that Octopi's page documents, in short; and where the order is then. */
export const CREATION = {
  service_order: {
    order_number: "API_TEST_002",
    cargo_type: "container",
    container_ids: [4337700],
    service_ids: [721],
  },
};
export const ORDERS = "/api/v1/service_orders.json";
export const ORDER = "/api/v1/service_orders/API_TEST_002.json";

/** Names a session. */
export function inSession(name: string): Record<string, string> {
  return { "x-sandbox-session": name };
}

/** What the clock of a test shows unless the test sets it. */
export const NOW = Date.parse("2024-01-29T10:33:55Z");

/** Opens a sandbox whose clock stands still. After the tests of the file it must have had no fault. */
export async function openSandbox(options: SandboxOptions = {}): Promise<OpenSandbox> {
  const faults: unknown[] = [];
  const sandbox = await createSandbox({ clock: () => NOW, onFault: (fault) => faults.push(fault), ...options });
  afterAll(async () => {
    await sandbox.close();
    expect(faults).toEqual([]);
  });
  return { sandbox, ask: (method, path, body, headers) => ask(sandbox, method, path, body, headers) };
}

/** Calls a sandbox; a body that is a string is sent as it is. */
export async function ask(
  sandbox: Sandbox,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answered> {
  const authorization = path.startsWith("/ws/") ? `Basic ${btoa("demo:demo")}` : "Token token=demo";
  const sent = {
    ...(path.startsWith("/_sandbox") || path.startsWith("/oauth") ? {} : { authorization }),
    ...(body === undefined ? {} : { "content-type": "application/json" }),
    ...headers,
  };
  const text = body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body);
  const init = text === undefined ? { method, headers: sent } : { method, headers: sent, body: text };
  const response = await sandbox.fetch(new Request(`http://127.0.0.1:4020${path}`, init));
  const received = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: received === "" ? undefined : JSON.parse(received),
  };
}
