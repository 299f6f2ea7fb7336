/** What of the spec a run met: operations × statuses, parameters and properties. */
export type Coverage = {
  readonly operations: readonly OperationCoverage[];
  readonly totals: Readonly<Record<Aspect, { readonly reached: number; readonly documented: number }>>;
};

/**
 * What is counted. A status is reached when an answer with it came, whatever the request was; a parameter and a property of a
 * request when a request with it was sent; a property of an answer when it came.
 */
export const ASPECTS = ["statuses", "parameters", "request properties", "answer properties"] as const;
export type Aspect = (typeof ASPECTS)[number];

/** One operation's share. */
export type OperationCoverage = { readonly operationId: string } & Readonly<Record<Aspect, Reach>>;

/**
 * Names in the spec's order: statuses as the spec writes them, parameters as `query.per`, properties as pointers with `#` for
 * an element: `/service_orders/#/id`.
 */
export type Reach = { readonly reached: readonly string[]; readonly missed: readonly string[] };
