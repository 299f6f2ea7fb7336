/** One request. The caller is the first one that the sandbox knows unless `as` names another; null sends no credentials. */
export type Step = {
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
  readonly as?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Requests that are sent one after the other in a session of their own. Ids of what they create are those of a new session. */
export type Story = { readonly name: string; readonly api: "octopi" | "dataloy"; readonly steps: readonly Step[] };

/** A way to call below a path. */
export type Ask = (method: string, url?: string, body?: unknown, more?: Pick<Step, "as" | "headers">) => Step;

/** Calls below a path. */
export function below(path: string): Ask {
  return (method, url = "", body, more = {}) => ({
    method,
    url: `${path}${url}`,
    ...(body === undefined ? {} : { body }),
    ...more,
  });
}

/** The same request from people who have no business here. */
export function fromStrangers(step: Step): Step[] {
  const isOctopi = step.url.startsWith("/api/");
  const strangers = isOctopi
    ? ["Token token=nobody", "Token token=", "quayside"]
    : [`Basic ${btoa("demo:wrong")}`, "Bearer nobody", "quayside"];
  return [null, ...strangers].map((as) => ({ ...step, as }));
}

/** The credentials of the other caller whom the sandbox knows. */
export const OTHER = { octopi: "Token token=demo2", dataloy: `Basic ${btoa("demo2:demo2")}` } as const;
