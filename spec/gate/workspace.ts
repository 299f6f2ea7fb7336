import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import type { Bundle } from "./change.ts";
import type { Described } from "./compare.ts";

/** The workspace's root. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/**
 * The names of the APIs, in the order of `spec/redocly.yaml`.
 *
 * @param root - The workspace's root.
 */
export function apisOf(root: string): string[] {
  const { apis } = parse(readFileSync(join(root, "spec/redocly.yaml"), "utf8")) as { apis: object };
  return Object.keys(apis);
}

/**
 * Reads an API's bundle.
 *
 * @param folder - `dist` for today's, `released` for the one that consumers have.
 * @returns Undefined where there is none.
 */
export function readBundle(root: string, folder: "dist" | "released", api: string): Described | undefined {
  const file = join(root, "spec", folder, `${api}.json`);
  return existsSync(file) ? { file, bundle: JSON.parse(readFileSync(file, "utf8")) as Bundle } : undefined;
}

/** A bundle's name for people: "Octopi TOS API" is `Octopi TOS`. */
export function titleOf({ info }: Bundle): string {
  return info.title.replace(/ API$/, "");
}
