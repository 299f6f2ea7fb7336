import { posix } from "node:path";
import { findImports } from "./find-imports.ts";
import type { Packed } from "./packed.ts";

const MODULE = /\.(js|d\.ts)$/;
/** What npm asks for, and what a licence does. */
const OUTRIGHT = ["package.json", "README.md", "LICENSE"];
const NOTICES = /(^|\/)third-party-licenses\.txt$/;

/** What of a package nobody can get at, and what it wants and does not have. */
export type Reach = { readonly unreached: readonly string[]; readonly missing: readonly string[] };

/**
 * Follows a package's imports from its exports and its commands. A module and its declarations are one: who reaches the one needs the other.
 */
export function findUnreached({ manifest, files, text }: Pick<Packed, "manifest" | "files" | "text">): Reach {
  const reached = new Set<string>();
  const missing = new Set<string>();
  const waiting = [...leavesOf(manifest.exports), ...leavesOf(manifest.bin)].map((path) => posix.normalize(path));
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (!files.has(path)) missing.add(path);
    for (const sibling of siblingsOf(path)) {
      if (reached.has(sibling) || !files.has(sibling)) continue;
      reached.add(sibling);
      if (MODULE.test(sibling)) waiting.push(...relativeImports(sibling, text(sibling)));
    }
  }
  const unreached = [...files.keys()].filter(
    (path) => !reached.has(path) && !OUTRIGHT.includes(path) && !NOTICES.test(path),
  );
  return { unreached, missing: [...missing] };
}

/** The files that exports or bin name, under any condition. */
function leavesOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(leavesOf) : [];
}

function siblingsOf(path: string): string[] {
  const stem = path.replace(MODULE, "");
  return stem === path ? [path] : [`${stem}.js`, `${stem}.d.ts`];
}

function relativeImports(path: string, source: string): string[] {
  const specifiers = findImports(source).filter((specifier) => specifier.startsWith("."));
  return specifiers.map((specifier) => posix.join(posix.dirname(path), specifier));
}
