import { operationTable as dataloy } from "@quayside/types/dataloy";
import { operationTable as octopi } from "@quayside/types/octopi";
import { operationTable as sandbox } from "@quayside/types/sandbox";
import type { Sandbox } from "../create-sandbox.js";
import { type Answered, ask } from "../testing/open-sandbox.js";
import type { ModelCall } from "./call.js";

/** What the URLs of answers begin with. */
export const ORIGIN = "http://127.0.0.1:4020";

const OPERATIONS: Readonly<Record<ModelCall["api"], Readonly<Record<string, { method: string; path: string }>>>> = {
  octopi,
  dataloy,
  sandbox,
};

/** Sends a call in a session. */
export async function send(sandbox: Sandbox, call: ModelCall, session: string): Promise<Answered> {
  const { method } = operationOf(call);
  const headers = { ...credentialsOf(call), "x-sandbox-session": session, ...withoutGaps(call.header) };
  return await ask(sandbox, method, targetOf(call), call.body, headers);
}

/** Method and path template of the operation that is called. */
export function operationOf({ api, operation }: ModelCall): { readonly method: string; readonly path: string } {
  const found = OPERATIONS[api][operation];
  if (found === undefined) throw new Error(`${api} has no operation ${operation}.`);
  return found;
}

/** Path and query of a call. */
export function targetOf(call: ModelCall): string {
  const path = operationOf(call).path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(call.path?.[name] ?? ""));
  const pairs = Object.entries(call.query ?? {}).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => `${name}=${encodeURIComponent(one)}`),
  );
  return pairs.length === 0 ? path : `${path}?${pairs.join("&")}`;
}

/** The headers that say who calls. */
export function credentialsOf({ api, as = "demo" }: ModelCall): Record<string, string> {
  if (api === "sandbox") return {};
  return { authorization: api === "octopi" ? `Token token=${as}` : `Basic ${btoa(`${as}:${as}`)}` };
}

function withoutGaps(headers: ModelCall["header"] = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
