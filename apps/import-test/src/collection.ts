/** What a program made of a bundle, in terms that all programs share. */
export interface Collection {
  readonly name: string;
  readonly description: string;
  /** The variables that the import fills in, by name. */
  readonly variables: Variables;
  readonly folders: readonly { readonly name: string; readonly description: string }[];
  readonly requests: readonly ImportedRequest[];
  /** Everything as JSON text, for what may stand anywhere. */
  readonly text: string;
}

/** Values by the names of their variables. */
export type Variables = Readonly<Record<string, string>>;

/** A request that is ready to be sent. */
export interface ImportedRequest {
  readonly name: string;
  readonly description: string;
  /** The name of the folder that it lies in. */
  readonly folder: string;
  /** In upper case. */
  readonly method: string;
  /** As OpenAPI writes it, e.g. `/api/v1/service_orders/{order_number}.json`. */
  readonly path: string;
  readonly parameters: readonly ImportedParameter[];
  readonly body: ImportedBody | undefined;
  /** How it says who calls, its collection asked where it has nothing of its own: {@link credentialName}, or `none`. */
  readonly credential: string;
  readonly answers: readonly ImportedAnswer[];
  /** Everything as JSON text, for what may stand anywhere. */
  readonly text: string;
  /** What goes over the wire. The variables come before those of the collection. */
  toHttp(variables: Variables): HttpRequest;
}

/** A parameter in the table of a request. */
export interface ImportedParameter {
  readonly in: string;
  readonly name: string;
  readonly value: string;
  readonly description: string;
  /** Whether it is sent without being switched on first. */
  readonly isOn: boolean;
}

/** A body of JSON. */
export interface ImportedBody {
  readonly contentType: string;
  readonly value: unknown;
}

/** A saved answer, and the body of the request that it belongs to. */
export interface ImportedAnswer {
  readonly status: string;
  readonly contentType: string | undefined;
  readonly name: string;
  readonly description: string;
  /** The names of its headers. */
  readonly headers: readonly string[];
  /** Parsed where the text is JSON. */
  readonly body: unknown;
  readonly requestBody: unknown;
}

/** A request on the wire. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/**
 * One spelling for a way to say who calls, so that a spec's and a program's can be compared.
 *
 * @param details - Whatever else has to be the same, e.g. the header of a key.
 */
export function credentialName(type: string, ...details: readonly unknown[]): string {
  return [type, ...details].join(" ").toLowerCase();
}

/** The value of a text: what it says as JSON, or the text itself without white space around it. */
export function readText(text: unknown): unknown {
  if (typeof text !== "string") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text.trim();
  }
}
