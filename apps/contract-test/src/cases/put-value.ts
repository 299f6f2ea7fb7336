import { valueAt, withValue } from "../pointer.js";
import type { Values } from "./case.js";

type Group = "path" | "query" | "header";

/**
 * What a call has in a place.
 *
 * @param place - `path.id`, `query.page`, `header.fields`, or a pointer into the body.
 */
export function valueIn(values: Values, place: string): unknown {
  if (isInBody(place)) return valueAt(values.body, place);
  const [group, name] = cut(place);
  return values[group]?.[name];
}

/**
 * The arguments of a call with another value in a place.
 *
 * @param value - Undefined leaves the place out.
 */
export function putValue(values: Values, place: string, value: unknown): Values {
  if (isInBody(place)) {
    const body = withValue(values.body, place, value);
    // JSON knows no undefined: what is left out is gone.
    return { ...values, body: value === undefined ? JSON.parse(JSON.stringify(body)) : body };
  }
  const [group, name] = cut(place);
  const { [name]: _, ...others } = values[group] ?? {};
  return { ...values, [group]: value === undefined ? others : { ...others, [name]: value } };
}

function isInBody(place: string): boolean {
  return place === "" || place.startsWith("/");
}

function cut(place: string): [Group, string] {
  const at = place.indexOf(".");
  return [place.slice(0, at) as Group, place.slice(at + 1)];
}
