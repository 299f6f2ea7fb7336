import { createHash } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { type Manifest, readManifest } from "../tarball/read-manifest.ts";

/** A registry on this machine, which npm cannot tell from another. It knows the packages that it was given, and no others. */
export type Registry = {
  /** Without a slash at its end. */
  readonly origin: string;
  /** What was published to it, in order. */
  readonly published: readonly Publication[];
  /** Takes a tarball without further questions. */
  add(tarball: Buffer, tag?: string): void;
  close(): void;
};

/** What a client sent with `npm publish`. */
export type Publication = { readonly name: string; readonly version: string; readonly tag: string };

/** What GitHub hands to a workflow with `id-token: write`, and what a registry that trusts it gives for that; publishing takes nothing else. */
const ID_TOKEN = "token-of-github";
const NPM_TOKEN = "token-of-the-registry";

type Version = Manifest & { readonly dist: object };
type Package = { readonly versions: Record<string, Version>; readonly tags: Record<string, string> };
type Answer = { readonly status: number; readonly body: unknown };
type Upload = { readonly "dist-tags": Record<string, string>; readonly _attachments: Record<string, { data: string }> };

/**
 * Starts a registry on a free port of 127.0.0.1.
 *
 * @param distrusted - The names of packages for which it trusts no workflow.
 */
export async function startRegistry(distrusted: ReadonlySet<string> = new Set()): Promise<Registry> {
  const packages = new Map<string, Package>();
  const tarballs = new Map<string, Buffer>();
  const published: Publication[] = [];

  const server = createServer(async (request, response) => {
    const { status, body } = await answer(request);
    // Another registry may listen here later; npm must not take it for this one.
    response
      .writeHead(status, { "cache-control": "no-store" })
      .end(body instanceof Buffer ? body : JSON.stringify(body));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage): Promise<Answer> {
    const { method, url = "", headers } = request;
    const path = decodeURIComponent(new URL(url, origin).pathname.slice(1));
    if (path === "id-token") return { status: 200, body: { value: ID_TOKEN } };
    const exchanged = path.replace("-/npm/v1/oidc/token/exchange/package/", "");
    if (exchanged !== path) return exchange(exchanged, headers.authorization);
    if (method !== "PUT") return find(path);
    if (headers.authorization !== `Bearer ${NPM_TOKEN}`) return { status: 401, body: { error: "Not trusted." } };
    return take((await json(request)) as Upload);
  }

  function exchange(name: string, authorization: string | undefined): Answer {
    // As npm's: there is nobody to trust for a package that does not exist.
    const isTrusted = packages.has(name) && !distrusted.has(name) && authorization === `Bearer ${ID_TOKEN}`;
    if (!isTrusted) return { status: 404, body: { message: "OIDC token exchange error - package not found" } };
    return { status: 201, body: { token: NPM_TOKEN } };
  }

  function find(path: string): Answer {
    const tarball = tarballs.get(path);
    if (tarball !== undefined) return { status: 200, body: tarball };
    const found = packages.get(path);
    if (found === undefined) return { status: 404, body: { error: "Not found" } };
    return { status: 200, body: { name: path, "dist-tags": found.tags, versions: found.versions } };
  }

  function take({ "dist-tags": tags, _attachments: attachments }: Upload): Answer {
    const [tag = "latest"] = Object.keys(tags);
    const [attachment] = Object.values(attachments);
    const tarball = Buffer.from(attachment?.data ?? "", "base64");
    const { name, version } = readManifest(tarball);
    if (packages.get(name)?.versions[version] !== undefined)
      return { status: 403, body: { error: "Published before." } };
    add(tarball, tag);
    published.push({ name, version, tag });
    return { status: 201, body: { ok: true } };
  }

  function add(tarball: Buffer, tag = "latest"): void {
    const manifest = readManifest(tarball);
    const { name, version } = manifest;
    const { versions, tags } = packages.get(name) ?? { versions: {}, tags: {} };
    const path = `${name}/-/${version}.tgz`;
    const integrity = `sha512-${createHash("sha512").update(tarball).digest("base64")}`;
    const dist = { tarball: `${origin}/${path}`, integrity };
    packages.set(name, {
      versions: { ...versions, [version]: { ...manifest, dist } },
      tags: { latest: version, ...tags, [tag]: version },
    });
    tarballs.set(path, tarball);
  }

  return { origin, published, add, close: () => server.close() };
}
