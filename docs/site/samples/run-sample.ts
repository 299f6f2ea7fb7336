import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Run, runProgram } from "./run-program.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Where the servers are that samples ask. */
export interface Origins {
  mock: string;
  sandbox: string;
}

/** The origins that samples are written for. */
const writtenOrigins: Origins = { mock: "http://127.0.0.1:4010", sandbox: "http://127.0.0.1:4020" };

/**
 * Runs TypeScript: a `*.test.ts` with Vitest, everything else with Node.
 *
 * @param file - Where to write it; it must lie where the packages that it imports are found.
 * @param origins - Take the place of the origins that samples are written for.
 */
export async function runTypeScript(file: string, code: string, origins: Origins): Promise<Run> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, redirect(code, origins));
  if (!file.endsWith(".test.ts")) return runProgram(process.execPath, [file], dirname(file));
  const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
  return runProgram(process.execPath, [vitest, "run", "--root", dirname(file), file], dirname(file));
}

/** What a reader types in a clone, and what it runs once everything is built: a test must not build within a build. */
export const launchers: Readonly<Record<string, string>> = {
  "npx --yes pnpm@12.21.0 contract-test": "apps/contract-test/dist/src/main.js",
};

/** Runs shell lines with bash; the first that fails ends it. */
export function runShell(code: string, origins: Origins, folder: string): Promise<Run> {
  let lines = redirect(code, origins);
  for (const [typed, program] of Object.entries(launchers)) {
    lines = lines.replaceAll(typed, `"${process.execPath}" "${join(root, program)}"`);
  }
  return runProgram("bash", ["-euo", "pipefail", "-c", lines], folder);
}

function redirect(code: string, { mock, sandbox }: Origins): string {
  return code.replaceAll(writtenOrigins.mock, mock).replaceAll(writtenOrigins.sandbox, sandbox);
}
