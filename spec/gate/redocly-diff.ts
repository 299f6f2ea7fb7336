import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Impact } from "./change.ts";

const require = createRequire(import.meta.url);
const CONFIG = fileURLToPath(new URL("diff.yaml", import.meta.url));

/** A difference, as Redocly reports it. Pointers begin with `#`. */
export type ReportedChange = {
  readonly kind: "added" | "removed" | "modified";
  readonly typeName: string;
  readonly property?: string;
  readonly verdicts: readonly { readonly impact: Impact; readonly message: string }[];
  readonly base?: { readonly pointer: string; readonly value: unknown };
  readonly revision?: { readonly pointer: string; readonly value: unknown };
};

/**
 * Runs `redocly diff` with the rules of `diff.yaml`; half a second to a second.
 *
 * @param base - The older description, a file.
 * @param revision - The newer one.
 * @throws Error with Redocly's own words when it cannot compare them.
 */
export async function redoclyDiff(base: string, revision: string): Promise<readonly ReportedChange[]> {
  const cli = require.resolve("@redocly/cli/package.json").replace(/package\.json$/, "bin/cli.js");
  const args = [cli, "diff", base, revision, `--config=${CONFIG}`, "--format=json", "--fail-on=none"];
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, args, { env, maxBuffer: 1 << 28 });
    return (JSON.parse(stdout) as { changes: ReportedChange[] }).changes;
  } catch (error) {
    throw new Error(`redocly diff could not compare ${base} with ${revision}: ${wordsOf(error)}`);
  }
}

function wordsOf(error: unknown): string {
  const said = typeof error === "object" && error !== null && "stderr" in error ? String(error.stderr).trim() : "";
  return said || String(error);
}
