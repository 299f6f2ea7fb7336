import type { IncomingMessage, ServerResponse } from "node:http";
import type { SiteFile, SiteFiles } from "./read-files.ts";

interface Reply {
  status: number;
  headers: Record<string, string>;
  body: Buffer | string;
}

const headers = {
  // The pages carry their own policy; this part of it can only be a header.
  "content-security-policy": "frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  // A page of a new build must not meet a script of an old one.
  "cache-control": "no-cache",
};

/** A site and where it stands. */
export interface Standing {
  files: SiteFiles;
  /** The path that the site was built for, with a slash at each end. */
  base: string;
}

/** Answers one request. A path is looked up among the files as it is, so that none leads out of them. */
export function answer(site: Standing, request: IncomingMessage, response: ServerResponse): void {
  const reply = replyTo(site, request);
  const length = reply.status === 304 ? {} : { "content-length": Buffer.byteLength(reply.body) };
  response.writeHead(reply.status, { ...headers, ...reply.headers, ...length });
  response.end(request.method === "HEAD" ? undefined : reply.body);
}

function replyTo({ files, base }: Standing, request: IncomingMessage): Reply {
  if (request.method !== "GET" && request.method !== "HEAD") {
    return sentence(405, `${request.method} is not for a site of files. Use GET.`, { allow: "GET, HEAD" });
  }
  const address = readPath(request.url ?? "");
  if (address === undefined) return sentence(400, "The address cannot be read.");
  if (!address.startsWith(base)) return elsewhere(address, base);
  const path = address.slice(base.length - 1);
  const file = files.get(path.replace(/\/index\.html$/, "/"));
  if (file !== undefined) return fileOrNotModified(file, request.headers["if-none-match"]);
  if (files.has(`${path}/`)) return sentence(308, `It is at ${address}/`, { location: encodeURI(`${address}/`) });
  return notFound(files);
}

/** What lies on the way to the base leads to the start page; everything else there is no part of the site. */
function elsewhere(address: string, base: string): Reply {
  const isOnTheWay = base.startsWith(address.replace(/\/*$/, "/"));
  return isOnTheWay
    ? sentence(307, `The site is at ${base}`, { location: base })
    : sentence(404, `The site is at ${base}`);
}

/** The decoded path, or undefined when it is none. */
function readPath(url: string): string | undefined {
  const [path = ""] = url.split(/[?#]/, 1);
  if (!path.startsWith("/")) return undefined;
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function fileOrNotModified({ body, type, etag }: SiteFile, known = ""): Reply {
  if (known.split(/,\s*/).some((tag) => tag === "*" || tag.replace(/^W\//, "") === etag)) {
    return { status: 304, headers: { etag }, body: "" };
  }
  return { status: 200, headers: { "content-type": type, etag }, body };
}

function notFound(files: SiteFiles): Reply {
  const page = files.get("/404.html");
  if (page === undefined) return sentence(404, "There is no such page.");
  return { status: 404, headers: { "content-type": page.type }, body: page.body };
}

function sentence(status: number, text: string, more: Record<string, string> = {}): Reply {
  return { status, headers: { "content-type": "text/plain; charset=utf-8", ...more }, body: `${text}\n` };
}
