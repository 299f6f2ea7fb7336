const TIMEOUT_MS = 10_000;

/**
 * Sends a notification. Any 2xx accepts it; a redirect is not followed.
 *
 * @param closing - Ends the attempt early.
 * @returns null when it was accepted, else why not: a sentence without the address, for that may hold a secret.
 */
export async function post(
  fetch: typeof globalThis.fetch,
  url: string,
  body: string,
  closing: AbortSignal,
): Promise<string | null> {
  const signal = AbortSignal.any([closing, AbortSignal.timeout(TIMEOUT_MS)]);
  const headers = { "content-type": "application/json", "user-agent": "quayside-sandbox" };
  try {
    const response = await fetch(url, { method: "POST", headers, body, signal, redirect: "manual" });
    // What the receiver says beside its status is not read.
    response.body?.cancel().catch(() => {});
    return response.ok ? null : describeStatus(response.status);
  } catch (problem) {
    return describeProblem(problem);
  }
}

function describeStatus(status: number): string {
  const isRedirect = status >= 300 && status < 400;
  return `The receiver answered ${status}${isRedirect ? ", and redirects are not followed" : ""}.`;
}

function describeProblem(problem: unknown): string {
  if (nameOf(problem) === "TimeoutError") return `The receiver did not answer within ${TIMEOUT_MS / 1000} s.`;
  const code = codeOf(problem);
  return `The receiver cannot be reached${code === undefined ? "" : ` (${code})`}.`;
}

function nameOf(problem: unknown): string | undefined {
  return problem instanceof Error || problem instanceof DOMException ? problem.name : undefined;
}

/** Such as ECONNREFUSED; the message of the problem itself may show the address. */
function codeOf(problem: unknown): string | undefined {
  const cause = problem instanceof Error ? problem.cause : undefined;
  const code = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : undefined;
  return typeof code === "string" && /^[A-Z0-9_]{1,40}$/.test(code) ? code : undefined;
}
