import type { Exchange } from "../wire/exchange.js";

/** An exchange that went well, with changes. */
export function exchange({ request, ...changes }: Changes<Exchange> = {}): Exchange {
  return {
    operationId: "getServiceOrder",
    values: { path: { order_number: "SO/1" } },
    sender: "own",
    request: {
      method: "GET",
      url: "http://127.0.0.1:4010/api/v1/service_orders/SO%2F1.json",
      headers: { accept: "application/json" },
      body: undefined,
      ...request,
    },
    answer: { status: 200, headers: { "content-type": "application/json" }, body: '{"id":"41"}' },
    ...changes,
  };
}

type Changes<T extends { request: object }> = Partial<Omit<T, "request">> & {
  readonly request?: Partial<T["request"]>;
};
