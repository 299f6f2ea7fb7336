const methods = ["get", "put", "post", "delete", "patch"] as const;

/** The parts of a bundled spec that the generator reads. */
export type Document = {
  readonly paths: Readonly<Record<string, { readonly [Method in (typeof methods)[number]]?: Operation }>>;
};

/** A part, or where it stands in the document. */
export type Maybe<Part> = Part | { readonly $ref: string };

/** One operation of a spec. */
export type Operation = {
  readonly operationId?: string;
  readonly summary?: string;
  readonly requestBody?: unknown;
  readonly responses?: Readonly<Record<string, Maybe<Response>>>;
  readonly "x-pagination"?: { readonly "total-header"?: string };
};

/** The answer of one status. */
export type Response = {
  readonly content?: Readonly<Record<string, { readonly examples?: Readonly<Record<string, Maybe<Example>>> }>>;
  readonly headers?: Readonly<Record<string, Maybe<Header>>>;
};

/** One example of a body. */
export type Example = { readonly value?: unknown };

/** A response header. */
export type Header = { readonly example?: unknown };

/** An operation and where it stands. */
export type SpecOperation = {
  readonly path: string;
  readonly method: (typeof methods)[number];
  readonly operation: Operation;
};

/** Every operation of the paths, in the order of the spec. */
export function* operationsOf({ paths }: Document): Generator<SpecOperation> {
  for (const [path, item] of Object.entries(paths)) {
    for (const method of methods) {
      const operation = item[method];
      if (operation !== undefined) yield { path, method, operation };
    }
  }
}

/**
 * The part itself, or what its `$ref` leads to.
 *
 * @throws When that is nothing.
 */
export function follow<Part extends object>(document: Document, part: Maybe<Part>): Part {
  if (!("$ref" in part)) return part;
  let found: unknown = document;
  for (const step of part.$ref.replace("#/", "").split("/")) {
    const name = decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~");
    found = typeof found === "object" && found !== null ? Reflect.get(found, name) : undefined;
  }
  if (found === undefined) throw new Error(`${part.$ref} leads nowhere.`);
  return follow(document, found as Maybe<Part>);
}
