import type { WireRequest } from "../write-request.js";

/** A request that keeps the spec, and one that breaks a single rule of it. */
export type Case = ValidCase | BrokenCase;

type CommonOfCases = {
  readonly operationId: string;
  /** Unique within the operation; the same from run to run. */
  readonly name: string;
  /** True when the spec only infers what the case is about: the parameter that is sent, the rule that is broken. */
  readonly inferred: boolean;
};

/** A documented request, sent through the client. */
export type ValidCase = CommonOfCases & {
  readonly kind: "valid";
  readonly values: Values;
  /** The status, and perhaps the example, that the server is asked to answer with. Only a mock obeys. */
  readonly asked: Asked | undefined;
};

/** What a `Prefer` header asks for; `mediaType` goes into `Accept`, `isMadeUp` asks for a body drawn from the schema. */
export type Asked = {
  readonly status: number;
  readonly example?: string;
  readonly mediaType?: string;
  readonly isMadeUp?: true;
};

/** A request that must be refused, sent as it stands. The run adds valid credentials unless `authorization` is given. */
export type BrokenCase = CommonOfCases & {
  readonly kind: "broken";
  readonly request: WireRequest;
  /** What is due: a refusal of the request, of the caller, or of the method, or that there is no such record. */
  readonly due: "refusal" | "authentication" | "no-such-method" | "no-such-record";
  /** What the request breaks, as findings name it: `/service_order/comment`, `body`, `query.page`. */
  readonly where: string;
  /** Sent in place of valid credentials; null sends none. */
  readonly authorization?: string | null | undefined;
  /** The status that HTTP itself has for such a request. It counts as a refusal even where the spec does not have it. */
  readonly httpStatus?: number | undefined;
};

/** Arguments of a call, as `@quayside/client` takes them. */
export type Values = {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
};
