import type { Values } from "../cases/case.js";
import type { Exchange } from "../wire/exchange.js";
import { bodyText } from "./body-text.js";
import { isCredential } from "./mask-recorded.js";
import { methodOf, type RecordedExchange, type RecordedMessage } from "./recorded-exchange.js";
import { withoutUser } from "./without-user.js";

/** What a recorded exchange is about, and how what is secret in it is masked. */
export type About = {
  readonly operationId: string | undefined;
  readonly values: Values | undefined;
  readonly mask: (text: string) => string;
};

/** Longer bodies are cut. */
const MAX_BODY = 20_000;

/**
 * A recorded exchange as reports show it: without credential headers, and masked. Both bodies are cut after 20,000 characters.
 * A recording rarely tells who sent a request; it counts as sent with the run's own credentials.
 */
export function exchangeOf(recorded: RecordedExchange, { operationId, values, mask }: About): Exchange {
  const { request, answer } = recorded;
  const body = bodyText(request);
  return {
    operationId,
    values: values === undefined ? undefined : (maskAll(values, mask) as Values),
    sender: "own",
    request: {
      method: methodOf(recorded),
      url: mask(withoutUser(request.url)),
      headers: headersOf(request, mask),
      body: body === undefined || body === "" ? undefined : cut(mask(body)),
    },
    answer: answer && {
      status: answer.status,
      headers: headersOf(answer, mask),
      body: cut(mask(bodyText(answer) ?? "")),
    },
  };
}

function headersOf({ headers }: RecordedMessage, mask: About["mask"]): Record<string, string> {
  const joined = new Map<string, string>();
  for (const { name, value } of headers) {
    const key = name.toLowerCase();
    if (isCredential(key)) continue;
    const before = joined.get(key);
    joined.set(key, before === undefined ? mask(value) : `${before}, ${mask(value)}`);
  }
  return Object.fromEntries(joined);
}

function cut(text: string): string {
  return text.length > MAX_BODY ? `${text.slice(0, MAX_BODY)}…` : text;
}

/** The contract has read these values: they are not nested too deeply. */
function maskAll(value: unknown, mask: About["mask"]): unknown {
  if (typeof value === "string") return mask(value);
  if (Array.isArray(value)) return value.map((one) => maskAll(one, mask));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, maskAll(one, mask)]));
}
