/** Who calls: the first organisation and tenant, or the second. */
export type Caller = "demo" | "demo2";

/**
 * A call as data. Sequences are made of them, and what is printed of one that failed can be played again as it stands.
 */
export type ModelCall = {
  readonly api: "octopi" | "dataloy" | "sandbox";
  readonly operation: string;
  /** The first one by default; nobody for the control API. */
  readonly as?: Caller;
  /** A short name of the session; `one` by default. */
  readonly session?: string;
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number | readonly string[] | undefined>>;
  readonly header?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
};

/** What a model expects as an answer, whole; of the headers only those that are named, null for one that must not come. */
export type Expected = {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string | null>>;
};

/** Thrown by a model where it expects a refusal. The wording is free, but for something that it has to say. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly status: number;

  constructor(status: number, says: string) {
    super(says);
    this.status = status;
  }
}

/**
 * Ends a model's answer with a refusal.
 *
 * @param says - What the sentence has to contain.
 */
export function refuse(status: number, says = ""): never {
  throw new Refused(status, says);
}

/** The value, or a refusal with 404 that says which one is missing. */
export function found<Value>(value: Value | undefined, says: string | number): Value {
  return value ?? refuse(404, String(says));
}
