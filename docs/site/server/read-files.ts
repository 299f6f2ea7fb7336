import { createHash } from "node:crypto";
import { glob, readFile, stat } from "node:fs/promises";
import { extname, join, sep } from "node:path";

export interface SiteFile {
  body: Buffer;
  type: string;
  etag: string;
}

/** The files of a site under the paths that they answer to: `index.html` answers to its folder's path. */
export type SiteFiles = ReadonlyMap<string, SiteFile>;

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".yaml": "application/yaml; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".xml": "application/xml; charset=utf-8",
  ".wasm": "application/wasm",
};

/**
 * Reads a built site into memory, where no request and no later build can reach past it.
 *
 * @throws When the folder is missing or holds no start page.
 */
export async function readFiles(folder: string): Promise<SiteFiles> {
  const start = await stat(join(folder, "index.html")).catch(() => undefined);
  if (start?.isFile() !== true) {
    throw new Error(`There is no built site in ${folder}. Build it: pnpm --filter @quayside/docs... build`);
  }
  const files = new Map<string, SiteFile>();
  for await (const entry of glob("**/*", { cwd: folder, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${file.slice(folder.length).split(sep).filter(Boolean).join("/")}`;
    files.set(path.replace(/(^|\/)index\.html$/, "$1"), await readSiteFile(file));
  }
  return files;
}

async function readSiteFile(file: string): Promise<SiteFile> {
  const body = await readFile(file);
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  return { body, type: typeOf(extname(file)), etag };
}

/** The media type of a file. @param extension - With its dot. */
export function typeOf(extension: string): string {
  return types[extension] ?? "application/octet-stream";
}
