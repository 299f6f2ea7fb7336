import type { Credentials } from "./find-credentials.ts";

/** What a sample sends, before any language is chosen. */
export interface SampleRequest {
  /** `octopi`, `dataloy` or `sandbox`: the first word of the description's title. */
  api: string;
  operationId: string;
  /** In upper case. */
  method: string;
  /** Where the server is. */
  origin: {
    /** The variable of the environment that says it. */
    variable: string;
    /** What counts where the variable is not set; undefined where every customer has a server of their own. */
    byDefault: string | undefined;
  };
  /** Path and query, percent-encoded. */
  target: string;
  /** Without the credentials. No value has a control character in it. */
  headers: readonly (readonly [name: string, value: string])[];
  credentials: Credentials | undefined;
  /** What goes out as JSON; undefined where nothing does. */
  body: unknown;
  /** The parameters as the client takes them. */
  parameters: Readonly<Record<"path" | "query" | "header", Readonly<Record<string, unknown>>>>;
  /** Whether a success has a JSON body: each documented one, some, or none. */
  answer: "json" | "maybe json" | "nothing";
}
