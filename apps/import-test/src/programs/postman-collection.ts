/** A collection as Postman's importer makes it, as much of it as is read. */
export interface PostmanCollection {
  readonly info: { readonly name: string; readonly description?: PostmanText };
  readonly auth?: PostmanAuth | null;
  readonly variable: readonly PostmanVariable[];
  readonly item: readonly PostmanFolder[];
}

/** A description. */
export type PostmanText = string | { readonly content: string };

/** A variable of the collection or of a path. */
export interface PostmanVariable {
  readonly key: string;
  readonly value: string;
  readonly description?: PostmanText;
}

/** A folder; our bundles have a tag on each operation, so that every request lies in one. */
export interface PostmanFolder {
  readonly name: string;
  readonly description?: PostmanText;
  readonly item: readonly PostmanItem[];
}

/** A request with its saved answers. */
export interface PostmanItem {
  readonly name: string;
  readonly request: PostmanRequest;
  readonly response: readonly PostmanAnswer[];
}

/** A request. */
export interface PostmanRequest {
  readonly description?: PostmanText;
  readonly method: string;
  readonly url: {
    readonly host: readonly string[];
    readonly path: readonly string[];
    readonly query: readonly PostmanRow[];
    readonly variable: readonly PostmanVariable[];
  };
  readonly header: readonly PostmanRow[];
  readonly body?: { readonly raw?: string };
  /** Null or nothing asks the collection. */
  readonly auth?: PostmanAuth | null;
}

/** A row of a table. */
export interface PostmanRow extends PostmanVariable {
  readonly disabled?: boolean;
}

/** A saved answer; its name is the answer's description. */
export interface PostmanAnswer {
  readonly name: string;
  readonly code: number;
  readonly header: readonly PostmanRow[];
  readonly body?: string;
  readonly originalRequest: PostmanRequest;
}

/** How a request says who calls; the values stand in the member that the type names. */
export interface PostmanAuth {
  readonly type: string;
  readonly apikey?: readonly PostmanVariable[];
  readonly oauth2?: readonly PostmanVariable[];
}
