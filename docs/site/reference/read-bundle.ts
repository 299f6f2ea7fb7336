import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

export interface OpenApiDocument extends Record<string, unknown> {
  info: { title: string; summary?: string; description?: string };
  paths: Record<string, object>;
}

/** Where a bundle of `@quayside/spec` lies. */
export function bundleFile(name: `${string}.${"json" | "yaml"}`): string {
  return createRequire(import.meta.url).resolve(`@quayside/spec/${name}`);
}

/**
 * Reads the bundle of an API.
 *
 * @throws When it has not been built.
 */
export async function readBundle(api: string): Promise<OpenApiDocument> {
  const text = await readFile(bundleFile(`${api}.json`), "utf8").catch((cause: unknown) => {
    throw new Error(`There is no bundle of ${api}. Run "pnpm --filter @quayside/spec build" first.`, { cause });
  });
  return JSON.parse(text);
}
