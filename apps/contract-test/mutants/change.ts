import type { Call, Came, Fault, Sent } from "./mutant.ts";

// biome-ignore lint/suspicious/noExplicitAny: a fault says itself what it expects of a body
export type Json = any;

/** What the sender meant; undefined where there is no JSON. */
export function bodyOf({ body }: Pick<Sent, "body">): Json {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** The same answer with another JSON. */
export function withBody(came: Came, body: unknown): Came {
  return { ...came, body: JSON.stringify(body) };
}

/** An answer of a fault's own. */
export function answer(status: number, body: unknown): Came {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

/** The same answer with a header, named in lower case. */
export function withHeader(came: Came, name: string, value: string): Came {
  return { ...came, headers: { ...came.headers, [name]: value } };
}

/** The same answer without a header. */
export function withoutHeader(came: Came, name: string): Came {
  const { [name]: _, ...headers } = came.headers;
  return { ...came, headers };
}

export function isOk({ status }: Came): boolean {
  return status >= 200 && status < 300;
}

/** Passes a call on, and changes what comes back where it is a success. */
export function onOk(change: (came: Came, call: Call) => Came | Promise<Came>): Fault {
  return async (call) => {
    const came = await call.pass();
    return isOk(came) ? await change(came, call) : came;
  };
}

/** As {@link onOk}, of the JSON alone. */
export function inOk(change: (body: Json, call: Call) => unknown): Fault {
  return onOk((came, call) => (came.body === "" ? came : withBody(came, change(JSON.parse(came.body), call))));
}

/** Passes a call on, and answers something else where a status comes. */
export function onStatus(status: number, change: (came: Came, call: Call) => Came | Promise<Came>): Fault {
  return async (call) => {
    const came = await call.pass();
    return came.status === status ? await change(came, call) : came;
  };
}

/** Passes on another body than came; only where the request keeps the spec. */
export function inRequest(change: (body: Json, call: Call) => unknown): Fault {
  return async (call) => {
    const body = bodyOf(call.sent);
    if (!call.isValid || body === undefined) return await call.pass();
    return await call.pass({ body: JSON.stringify(change(body, call)) });
  };
}

/** Passes a call on without some parameters of its query. */
export function withoutQuery(...names: readonly string[]): Fault {
  return async (call) =>
    call.isValid ? await call.pass({ url: urlWithout(call.sent.url, names) }) : await call.pass();
}

/** A URL with other parameters; undefined takes one away. */
export function withQuery(url: string, changes: Readonly<Record<string, string | undefined>>): string {
  const names = Object.keys(changes);
  const kept = urlWithout(url, names);
  const added = Object.entries(changes).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return added.length === 0 ? kept : `${kept}${kept.includes("?") ? "&" : "?"}${added.join("&")}`;
}

function urlWithout(url: string, names: readonly string[]): string {
  const [pathname = "", query = ""] = url.split("?");
  const kept = query.split("&").filter((pair) => pair !== "" && !names.includes(pair.split("=")[0] ?? ""));
  return kept.length === 0 ? pathname : `${pathname}?${kept.join("&")}`;
}

/** A JSON object under other names. */
export function renamed(object: Json, from: string, to: string): Json {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name === from ? to : name, value]));
}

/** A JSON object without some of its properties. */
export function without(object: Json, ...names: readonly string[]): Json {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

/** Answers the first success to each URL again and again, as a cache does that nobody empties. */
export function cached(): Fault {
  return async (call) => {
    const name = `cached ${call.sent.url} ${call.sent.headers.authorization} ${call.sent.headers.fields}`;
    const known = call.memory.get(name) as Came | undefined;
    if (known !== undefined) return known;
    const came = await call.pass();
    if (isOk(came)) call.memory.set(name, came);
    return came;
  };
}

/** Does what a fault does at every second call of a session, from the second one on. */
export function everySecond(fault: Fault): Fault {
  return async (call) => {
    const count = Number(call.memory.get("calls") ?? 0) + 1;
    call.memory.set("calls", count);
    return count % 2 === 0 ? await fault(call) : await call.pass();
  };
}
