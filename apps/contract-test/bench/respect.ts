import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Mutant } from "../mutants/mutant.ts";

const require = createRequire(import.meta.url);
const REDOCLY = join(require.resolve("@redocly/cli/package.json"), "../bin/cli.js");
const FOLDER = join(import.meta.dirname, "arazzo");
const QUIET = { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };

let sessions = 0;

/**
 * Whether `redocly respect` fails our Arazzo workflows against a server with a mutant put in. Only files whose workflows call one
 * of its operations are run: in the others nothing is different.
 */
export async function isFoundByRespect(origin: string, mutant: Mutant): Promise<boolean> {
  const files = workflowFiles(mutant.api).filter((file) => callsOneOf(file, Object.keys(mutant.faults)));
  return files.length > 0 && (await respect(origin, mutant.api, files)) === "failed";
}

/** @throws Error unless every workflow passes on a server without a mutant: what fails anyway finds nothing. */
export async function requireRespectPasses(origin: string, api: Mutant["api"]): Promise<void> {
  if ((await respect(origin, api, workflowFiles(api))) === "failed")
    throw new Error(`The Arazzo workflows of ${api} fail without a mutant: they would find anything.`);
}

function workflowFiles(api: Mutant["api"]): string[] {
  // In this order: they share a session, and later ones count what earlier ones left.
  const names = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));
  const files = names.sort().map((name) => join(FOLDER, name));
  return files.filter((file) => readFileSync(file, "utf8").includes(`spec/dist/${api}.yaml`));
}

function callsOneOf(file: string, operations: readonly string[]): boolean {
  const text = readFileSync(file, "utf8");
  return operations.some((operationId) => text.includes(`operationId: ${operationId}\n`));
}

/** Runs workflows in a session of their own. */
async function respect(origin: string, api: string, files: readonly string[]): Promise<"passed" | "failed"> {
  sessions += 1;
  const options = ["--server", `${api}=${origin}`, "--input", `session=respect-${sessions}`];
  const { code, output } = await run([REDOCLY, "respect", ...files, ...options]);
  await fetch(`${origin}/_sandbox/session`, {
    method: "DELETE",
    headers: { "x-sandbox-session": `respect-${sessions}` },
  });
  // It ends with 1 as well when it could not begin.
  if (code > 1 || !output.includes("Summary for")) throw new Error(`redocly respect could not run:\n${output}`);
  return code === 0 ? "passed" : "failed";
}

function run(args: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const options = { env: { ...process.env, ...QUIET }, maxBuffer: 64 * 1024 * 1024, cwd: FOLDER };
    execFile(process.execPath, [...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : 2;
      resolve({ code, output: stdout + stderr });
    });
  });
}
