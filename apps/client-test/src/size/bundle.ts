import { gzipSync } from "node:zlib";
import { build, type Message } from "esbuild";

/** A module for browsers with everything that it imports in it, minified. */
export type Bundle = {
  readonly text: string;
  /** Its size in bytes after gzip, level 9. */
  readonly bytes: number;
  readonly warnings: readonly Message[];
};

/**
 * Bundles a module; only what it exports or does is kept.
 *
 * @param source - Its text, such as `export { ApiError } from "@quayside/client/octopi"`.
 * @param folder - Where its imports are looked up; the workspace by default.
 * @throws When something is not found, such as what only Node has.
 */
export async function bundle(source: string, folder = import.meta.dirname): Promise<Bundle> {
  const { outputFiles, warnings } = await build({
    stdin: { contents: source, resolveDir: folder },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  const text = outputFiles.map((file) => file.text).join("");
  return { text, bytes: gzipSync(text, { level: 9 }).length, warnings };
}
