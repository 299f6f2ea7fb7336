/** An OpenAPI document, as much of it as is compared. */
export interface Document {
  readonly info: { readonly title: string; readonly description: string };
  readonly servers: readonly {
    readonly url: string;
    readonly variables?: Readonly<Record<string, { default: string }>>;
  }[];
  readonly security?: Security;
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly webhooks?: Readonly<Record<string, Readonly<Record<string, { readonly summary: string }>>>>;
  readonly components: {
    readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
    readonly schemas: Readonly<Record<string, unknown>>;
  };
}

/** A path; its methods are operations. */
export type PathItem = { readonly parameters?: readonly Parameter[] } & { readonly [method: string]: unknown };

/** Alternatives; the names of one go together. */
export type Security = readonly Readonly<Record<string, readonly string[]>>[];

/** An operation after its `$ref`s were followed. */
export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly [string];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, Response>>;
  readonly security?: Security;
}

/** A parameter after its `$ref`s were followed. */
export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description: string;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly summary?: string; readonly value: unknown }>>;
}

/** A response after its `$ref`s were followed. */
export interface Response {
  readonly description: string;
  readonly content?: Content;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly "x-evidence"?: unknown;
}

/** Bodies by their media type. */
export type Content = Readonly<Record<string, Pick<Parameter, "example" | "examples">>>;

/** How a caller says who it is. */
export interface SecurityScheme {
  readonly type: string;
  readonly description: string;
  readonly in?: string;
  readonly name?: string;
  readonly scheme?: string;
  readonly flows?: { readonly clientCredentials: { readonly tokenUrl: string } };
}

/**
 * Puts what they name in the place of all `$ref`s of a value.
 *
 * Schemas keep theirs: they may run in a circle, and no program is asked for them.
 */
export function follow(document: unknown, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => follow(document, item));
  if (typeof value !== "object" || value === null) return value;
  if ("$ref" in value) return follow(document, target(document, String(value.$ref)));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, name === "schema" ? member : follow(document, member)]),
  );
}

function target(document: unknown, reference: string): unknown {
  const names = reference.split("/").slice(1);
  return names.reduce<unknown>((value, name) => {
    const key = name.replaceAll("~1", "/").replaceAll("~0", "~");
    return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  }, document);
}
