import type { ExampleStatuses, Reply, ReplyHeaders } from "./operation-types.js";

/** What the spec says of an operation, as far as a mock needs it. */
export type Definition<Operation, Examples extends ExampleStatuses> = Omit<PlainDefinition, "examples"> & {
  readonly examples: {
    readonly [Name in keyof Examples]: Extract<Reply<Operation>, { readonly status: Examples[Name] }>;
  };
};

/** A definition without the types of its operation. */
export type PlainDefinition = {
  readonly operationId: string;
  readonly method: "get" | "put" | "post" | "delete" | "patch";
  /** The template, such as `/api/v1/service_orders/{order_number}.json`. */
  readonly path: string;
  readonly takesBody: boolean;
  /** The media types of the answers, by documented status. */
  readonly mediaTypes: Readonly<Record<string, readonly string[]>>;
  /** Replies by their names in the spec, in its order. */
  readonly examples: Readonly<Record<string, PlainReply>>;
};

/** A reply without the types of its operation. */
export type PlainReply = {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: ReplyHeaders | undefined;
};
