import type { Step, Story } from "./story.ts";

/** What a step was answered; addresses are without the server's own. */
export type Answered = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

const FIRST = { octopi: "Token token=demo", dataloy: `Basic ${btoa("demo:demo")}` } as const;
const CLOCK = { now: "2024-01-29T10:33:55Z", frozen: true };
const PASSING = ["date", "connection", "keep-alive", "content-length"];

/**
 * Plays a story in a session of its own, whose clock stands still, and ends the session. The same server answers the same every time.
 *
 * @param control - Where the session is begun and ended, if not at the same origin.
 */
export async function play(
  origin: string,
  { api, steps }: Story,
  session: string,
  control: string = origin,
): Promise<Answered[]> {
  const inSession = { "x-sandbox-session": session };
  await send(control, { method: "PUT", url: "/_sandbox/clock", body: CLOCK, as: null, headers: inSession });
  const answers: Answered[] = [];
  for (const step of steps) {
    const headers = { ...step.headers, ...inSession };
    answers.push(await send(origin, { ...step, as: step.as === undefined ? FIRST[api] : step.as, headers }));
  }
  await send(control, { method: "DELETE", url: "/_sandbox/session", as: null, headers: inSession });
  return answers;
}

async function send(origin: string, { method, url, body, as, headers = {} }: Step): Promise<Answered> {
  const authorization: Record<string, string> = as == null ? {} : { authorization: as };
  const type: Record<string, string> = body === undefined ? {} : { "content-type": "application/json" };
  const init = { method, headers: { ...authorization, ...type, ...headers }, redirect: "manual" as const };
  const response = await fetch(origin + url, body === undefined ? init : { ...init, body: JSON.stringify(body) });
  const kept = [...response.headers].filter(([name]) => !PASSING.includes(name));
  const text = await response.text();
  return { status: response.status, headers: Object.fromEntries(kept), body: withoutPlaceAndTime(text, origin) };
}

/** Dataloy's refusals tell the time by the machine's own clock. */
function withoutPlaceAndTime(body: string, origin: string): string {
  return body.replaceAll(origin, "").replace(/"date":"[^"]*"/, '"date":""');
}
