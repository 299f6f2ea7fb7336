import { bodyOf, isOk, type Json, onStatus } from "../change.ts";
import type { Call, Fault } from "../mutant.ts";

/** Changes the lines in the body of a request, where there are any. */
export function ofLinesIn(change: (lines: Json[]) => Json[]): (body: Json) => Json {
  return (body) =>
    body.serviceOrderLines === undefined ? body : { ...body, serviceOrderLines: change(body.serviceOrderLines) };
}

/** Changes each line in the body of a request. */
export function ofLines(change: (line: Json) => Json): (body: Json) => Json {
  return ofLinesIn((lines) => lines.map(change));
}

/** Rounds the amounts of a line. */
export function rounding(round: (amount: number) => number): (line: Json) => Json {
  return (line) =>
    Object.fromEntries(
      Object.entries(line).map(([name, value]) => [
        name,
        name.startsWith("amount") && typeof value === "number" ? round(value) : value,
      ]),
    );
}

/** Moves a date in the body of a request by some hours. */
export function hoursOff(name: string, hours: number): (body: Json) => Json {
  return (body) => {
    if (typeof body[name] !== "string") return body;
    return { ...body, [name]: new Date(Date.parse(`${body[name]}Z`) + hours * 3_600_000).toISOString().slice(0, 19) };
  };
}

/** Does all the same what was refused with 400, with something put right in it. */
export function mended(mend: (body: Json, call: Call) => Json | undefined): Fault {
  return onStatus(400, async (came, call) => {
    const body = bodyOf(call.sent);
    const changed = typeof body === "object" && body !== null ? mend(body, call) : undefined;
    if (changed === undefined) return came;
    const second = await call.pass({ body: JSON.stringify(changed) });
    return isOk(second) ? second : came;
  });
}
