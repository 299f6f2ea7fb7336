import type { Values } from "../cases/case.js";

/** One request and what came of it, as reports show it. Nothing in it holds credentials: they are masked when it is kept. */
export type Exchange = {
  /** Of the operation that was called; undefined where the spec has none. */
  readonly operationId: string | undefined;
  /** The arguments, as `@quayside/client` takes them; undefined for a request that no client would send. */
  readonly values: Values | undefined;
  /** Who it was sent as: with the run's credentials, with those of the other tenant, with none, or with ones that are no good. */
  readonly sender: "own" | "other" | "none" | "malformed";
  /** `url` is whole; header names are in lower case; `authorization` is left out. */
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | undefined;
  };
  /** Undefined when none came. The body is cut after 20,000 characters. */
  readonly answer:
    | { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string }
    | undefined;
};
