import type { SampleRequest } from "../sample-request.ts";

/** What the environment of a sample says: one sandbox for all three APIs, and who may call it. */
export function environmentOf(origin: string): Record<string, string> {
  return {
    OCTOPI_ORIGIN: origin,
    OCTOPI_TOKEN: "demo",
    DATALOY_ORIGIN: origin,
    DATALOY_USERNAME: "demo",
    DATALOY_PASSWORD: "demo",
    SANDBOX_ORIGIN: origin,
  };
}

/**
 * Sends what a sample would send, from here.
 *
 * @param session - Of the sandbox.
 * @throws When the answer is not a success.
 */
export async function sendSample(request: SampleRequest, origin: string, session = "default"): Promise<void> {
  const { method, target, headers, credentials, body, operationId } = request;
  const authorization = credentials?.kind === "user" ? `Basic ${btoa("demo:demo")}` : `${credentials?.before}demo`;
  const own = credentials === undefined ? [] : [["Authorization", authorization] as const];
  const response = await fetch(origin + target, {
    method,
    headers: Object.fromEntries([...headers, ...own, ["X-Sandbox-Session", session]]),
    body: body === undefined ? null : JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${operationId}: ${response.status} ${await response.text()}`);
}
