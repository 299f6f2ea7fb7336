/** A collection as Bruno's importer makes it, as much of it as is read. */
export interface BrunoCollection {
  readonly name: string;
  readonly environments: readonly {
    readonly variables: readonly { readonly name: string; readonly value: string }[];
  }[];
  readonly root: { readonly docs?: string; readonly request: { readonly auth: BrunoAuth } };
  readonly items: readonly BrunoFolder[];
}

/** A folder; our bundles have a tag on each operation, so that every request lies in one. */
export interface BrunoFolder {
  readonly name: string;
  readonly root: { readonly docs?: string };
  readonly items: readonly BrunoItem[];
}

/** A request. */
export interface BrunoItem {
  readonly name: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly docs?: string;
    readonly auth: BrunoAuth;
    readonly params: readonly (BrunoRow & { readonly type: "path" | "query" })[];
    readonly headers: readonly BrunoRow[];
    readonly body: BrunoBody;
  };
  readonly examples?: readonly BrunoExample[];
}

/** A row of a table. */
export interface BrunoRow {
  readonly name: string;
  readonly value: string;
  readonly description?: string | null;
  readonly enabled: boolean;
}

/** A body; its text stands in the member that the mode names. */
export interface BrunoBody {
  readonly mode: string;
  readonly json?: string | null;
}

/** A saved answer with its request. */
export interface BrunoExample {
  readonly name: string;
  readonly description?: string | null;
  readonly request: { readonly body: BrunoBody };
  readonly response: {
    readonly status: number | string;
    readonly headers: readonly BrunoRow[];
    readonly body: { readonly content: unknown };
  };
}

/** How a request says who calls; `inherit` asks the collection. */
export interface BrunoAuth {
  readonly mode: string;
  readonly apikey: { readonly key: string; readonly value: string; readonly placement: string } | null;
  readonly oauth2: { readonly grantType: string; readonly accessTokenUrl: string } | null;
  readonly bearer: { readonly token: string } | null;
}
