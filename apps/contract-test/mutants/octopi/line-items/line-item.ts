import type { Json } from "../../change.ts";

/** Changes the line item in the body of a request. */
export function ofItem(change: (item: Json) => Json): (body: Json) => Json {
  return (body) => ({ line_item: change(body.line_item) });
}

/** Changes the weight of a line item where there is one. */
export function weighing(change: (weight: number) => number): (item: Json) => Json {
  return (item) =>
    item.container_weight === undefined ? item : { ...item, container_weight: change(item.container_weight) };
}
