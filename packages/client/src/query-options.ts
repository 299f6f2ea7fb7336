import type { CheckedFields, Projected } from "./fields.js";
import type { Argument, CallArguments, Calling, CallOptions, Data } from "./operation-types.js";

/** What TanStack Query's `useQuery`, `fetchQuery` and their like take. */
export type QueryOptions<Result> = {
  /** Where the operation is, its name, and the argument: two APIs have operations of one name, and two tenants the same ones. */
  readonly queryKey: readonly [address: string, operationId: string, argument: unknown];
  /** Makes the call; TanStack Query gives it the signal. */
  readonly queryFn: (context: { readonly signal?: AbortSignal }) => Promise<Result>;
};

type Method<Operation> = Calling<Operation> & {
  readonly operationId: string;
  readonly origin: string;
  readonly path: string;
};

/**
 * Makes the options of a query that calls an operation, for TanStack Query of any framework. A query that nobody needs any more aborts its
 * call. TanStack Query sends again by itself as well: leave that to one of the two.
 *
 * @param method - A client's method, such as `octopi.getServiceOrder`.
 * @param argument - What the method takes. It becomes part of the key, so it must be plain data.
 */
export function queryOptions<Operation, const Fields extends object>(
  method: Method<Operation>,
  argument: Argument<Operation> & { readonly fields: Fields & CheckedFields<Fields, Data<Operation>> },
  options?: CallOptions,
): QueryOptions<Projected<Data<Operation>, Fields>>;
/**
 * Makes the options of a query that calls an operation.
 *
 * @param call - What the method takes. The argument becomes part of the key, so it must be plain data.
 */
export function queryOptions<Operation>(
  method: Method<Operation>,
  ...call: CallArguments<Operation>
): QueryOptions<Data<Operation>>;
export function queryOptions(
  method: Method<unknown>,
  argument: object = {},
  options: CallOptions = {},
): QueryOptions<unknown> {
  const call = method as unknown as (argument: object, options: CallOptions) => Promise<unknown>;
  return {
    queryKey: [method.origin + method.path, method.operationId, argument],
    queryFn: ({ signal }) => {
      const signals = [signal, options.signal].filter((one) => one !== undefined);
      return call(argument, { ...options, signal: AbortSignal.any(signals) });
    },
  };
}
