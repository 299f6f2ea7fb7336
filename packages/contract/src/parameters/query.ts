import { decodeText } from "../find-operation.js";

/** A URL's parts as they were sent, still percent-encoded; the query without its `?`. */
export type UrlParts = { readonly pathname: string; readonly query: string };

/** Cuts a URL, absolute or path and query, and normalises nothing. A fragment is dropped. */
export function cutUrl(url: string): UrlParts {
  const [whole = ""] = url.split("#", 1);
  const at = whole.indexOf("?");
  const address = at < 0 ? whole : whole.slice(0, at);
  const path = /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address.replace(/^[^:]*:\/\/[^/]*/, "") : address;
  return { pathname: path === "" ? "/" : path, query: at < 0 ? "" : whole.slice(at + 1) };
}

/** One `name=value` of a query: the value as it was sent. */
export type QueryPair = { readonly name: string; readonly value: string };

/** Reads a query's pairs in their order; empty ones (`&&`) are dropped. A name that cannot be decoded is kept as it was sent. */
export function readQuery(query: string): QueryPair[] {
  return query
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const at = pair.indexOf("=");
      const name = at < 0 ? pair : pair.slice(0, at);
      return { name: decodeQuery(name) ?? name, value: at < 0 ? "" : pair.slice(at + 1) };
    });
}

/** Decodes a part of a query, in which `+` is a space; undefined when its percent-encoding is broken. */
export function decodeQuery(text: string): string | undefined {
  return decodeText(text.replaceAll("+", " "));
}
