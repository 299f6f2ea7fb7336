import { posix } from "node:path";
import { gzipSync } from "node:zlib";
import type { BuiltSite } from "./built-site.ts";
import { followLink } from "./follow-link.ts";

/** What a browser loads for the first view of a page, at the most. */
export interface FirstView {
  page: string;
  /** The files in it, the page itself first. */
  files: string[];
  /** Their bytes, each compressed with gzip as a host of files does. */
  bytes: number;
}

/**
 * Weighs the first view of every page but the references, which hold all of Redoc: the page, its style sheets, images and scripts, and
 * what those load. A module that a script may load later counts too.
 */
export function weighPages(site: BuiltSite): FirstView[] {
  const sizes = new Map<string, number>();
  const pages = [...site.pages.keys()].filter((path) => !isReference(path));
  return pages
    .map((page) => {
      const files = filesOf(site, page);
      return { page, files, bytes: files.reduce((sum, file) => sum + sizeOf(site, file, sizes), 0) };
    })
    .toSorted((a, b) => b.bytes - a.bytes);
}

/** Whether a page is one of Redoc's. The pages of single operations, which lie below, are none. */
export function isReference(path: string): boolean {
  return /^\/reference\/[^/]+\/$/.test(path);
}

function filesOf(site: BuiltSite, page: string): string[] {
  const files = new Set([page]);
  for (const file of files) {
    for (const to of loadedBy(site, file)) {
      const target = followLink(site, file, to);
      if (target.kind === "inside" && site.files.has(target.path)) files.add(target.path);
    }
  }
  return [...files];
}

function loadedBy(site: BuiltSite, file: string): string[] {
  const links = (site.links.get(file) ?? []).filter(({ loaded }) => loaded).map(({ to }) => to);
  const isScript = posix.extname(file) === ".js";
  const scripts = isScript ? [String(site.files.get(file)?.body)] : (site.pages.get(file)?.scripts ?? []);
  return [...links, ...scripts.flatMap(modulesIn)];
}

/** The files that a script imports, at once or later. */
function modulesIn(script: string): string[] {
  const imports = script.matchAll(/(?:\bimport|\bfrom|\bimport\()\s*["'`]([./][^"'`]*\.js)["'`]/g);
  return [...imports].map(([, file = ""]) => file);
}

function sizeOf({ files }: BuiltSite, file: string, sizes: Map<string, number>): number {
  const known = sizes.get(file);
  if (known !== undefined) return known;
  const size = gzipSync(files.get(file)?.body ?? "").length;
  sizes.set(file, size);
  return size;
}
