import { isObject } from "../document.js";
import type { Came } from "./faulty-server.js";

/** Changes answers with 2xx only. */
export function onSuccess(change: (came: Came) => Came): (came: Came) => Came {
  return (came) => (came.status >= 200 && came.status < 300 ? change(came) : came);
}

/** A JSON object. */
export type Json = Record<string, unknown>;

/** Changes a JSON object as it comes by. */
export function withJson(change: (body: Json) => Json): (came: Came) => Came {
  return (came) => {
    const body: unknown = JSON.parse(came.body);
    return { ...came, body: JSON.stringify(isObject(body) ? change(body) : body) };
  };
}

/** Changes the first element of a list of objects. */
export function withFirst(list: unknown, change: (first: Json) => Json): unknown {
  if (!Array.isArray(list)) return list;
  return list.map((element, index) => (index === 0 ? change(element) : element));
}

/** Sets a header, named in lower case. */
export function withHeader(came: Came, name: string, value: string): Came {
  return { ...came, headers: { ...came.headers, [name]: value } };
}

/** What a web server says when the application does not. */
export function htmlPage(status: number): Came {
  return { status, headers: { "content-type": "text/html" }, body: "<!doctype html><title>Oops</title>" };
}
