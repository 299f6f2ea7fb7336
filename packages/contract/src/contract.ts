import type { Schema } from "./schema/compile-schemas.js";
import type { JsonType } from "./schema/schema-facts.js";

/** The spec at run time. Made by {@link openContract}; never changes. */
export type Contract = {
  /** By operationId, in the order of the document. */
  readonly operations: ReadonlyMap<string, Operation>;
  /** Path templates of the document in the order in which they are tried. */
  readonly routes: readonly Route[];
};

/** A path template, cut into segments, and the operations on it by method in upper case. */
export type Route = {
  readonly path: string;
  readonly segments: readonly Segment[];
  readonly operations: ReadonlyMap<string, Operation>;
};

/** One segment of a path template: texts and parameters in turn, e.g. `["", "order_number", ".json"]`; texts are at even places. */
export type Segment = readonly string[];

/** An operation, its `$ref`s followed. */
export type Operation = {
  readonly operationId: string;
  /** In upper case. */
  readonly method: string;
  /** The path template, e.g. `/api/v1/service_orders/{order_number}.json`. */
  readonly path: string;
  /** The operation's own and its path's; those that OpenAPI ignores (headers Accept, Content-Type, Authorization) left out. */
  readonly parameters: readonly Parameter[];
  readonly requestBody: RequestBody | undefined;
  /** By status as the document writes it: `200`, `4XX`, `default`. */
  readonly responses: ReadonlyMap<string, ResponseDefinition>;
  /** Alternatives, one of which a request has to meet; each is a list of schemes that go together. None: nothing is asked. */
  readonly security: readonly (readonly SecurityScheme[])[];
};

/** A parameter or a response header. */
export type Parameter = {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly style: Style;
  readonly explode: boolean;
  /** True when the value is JSON text (`content` with a JSON media type instead of `schema`). */
  readonly isJson: boolean;
  readonly schema: Schema;
  /** How text becomes a value. */
  readonly reading: Reading;
};

/** The styles of parameters that are understood. */
export type Style = "simple" | "form" | "spaceDelimited" | "pipeDelimited" | "deepObject";

/** Which types a text may stand for: of the whole, of an array's elements, of an object's properties. */
export type Reading = {
  readonly types: ReadonlySet<JsonType>;
  readonly items: ReadonlySet<JsonType>;
  readonly properties: ReadonlyMap<string, ReadonlySet<JsonType>>;
  /** Whether other properties are allowed. */
  readonly isOpen: boolean;
};

/** A request body; `content` by media type or range, as the document writes it. */
export type RequestBody = { readonly required: boolean; readonly content: ReadonlyMap<string, MediaType> };

/** A body of one media type; `schema` is undefined when the document has none. */
export type MediaType = { readonly schema: Schema | undefined };

/** A documented response. No `content` means no body. */
export type ResponseDefinition = {
  readonly status: string;
  /** Named as the document spells them; Content-Type, which OpenAPI ignores there, left out. */
  readonly headers: readonly Parameter[];
  readonly content: ReadonlyMap<string, MediaType>;
};

/** How a caller says who it is. `format` is what the value has to match (`x-token-format` in the document). */
export type SecurityScheme = {
  readonly name: string;
  readonly in: "header" | "query";
  /** Name of the header or query parameter. */
  readonly parameter: string;
  /** For a sentence, e.g. `Bearer <token>`. */
  readonly form: string;
  readonly format: RegExp;
};

/** A request. `headers` can be a `Headers`. */
export type RequestMessage = {
  readonly method: string;
  /** Absolute, or path and query; percent-encoded as it was sent. */
  readonly url: string;
  readonly headers: ReadableHeaders;
  /** Undefined or empty when there is none. */
  readonly body?: string | undefined;
};

/** An answer. `headers` can be a `Headers`; `body` is empty when there is none. */
export type ResponseMessage = { readonly status: number; readonly headers: ReadableHeaders; readonly body: string };

/** What is needed of `Headers`: a header's value whatever the case of its name, null when it is absent. */
export type ReadableHeaders = { get(name: string): string | null };
