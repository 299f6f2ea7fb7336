import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const PLUGIN = fileURLToPath(new URL("plugin.ts", import.meta.url));
const REDOCLY = fileURLToPath(new URL("../node_modules/@redocly/cli/bin/cli.js", import.meta.url));

/**
 * Lints YAML with one house rule and nothing else.
 *
 * @param files - File names and their YAML; `openapi.yaml` is the root.
 * @param options - The rule's own; none by default.
 * @returns One line a finding: `<file>#<pointer>: <message>`.
 */
export async function lintYaml(rule: string, files: Record<string, string>, options = {}): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "quayside-lint-"));
  try {
    const rules = { [`quayside/${rule}`]: { severity: "error", ...options } };
    const config = JSON.stringify({ telemetry: "off", plugins: [PLUGIN], rules });
    for (const [name, text] of Object.entries({ ...files, "redocly.yaml": config }))
      await write(join(folder, name), text);
    return await findings(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

type Problem = { message: string; location: { source: { ref: string }; pointer: string }[] };

async function findings(folder: string): Promise<string[]> {
  const run = promisify(execFile);
  const args = [REDOCLY, "lint", "openapi.yaml", "--format", "json"];
  // Redocly exits with 1 where it finds something; the report on stdout says what.
  const { stdout } = await run(process.execPath, args, { cwd: folder }).catch((failed: { stdout: string }) => failed);
  const { problems } = JSON.parse(stdout) as { problems: Problem[] };
  return problems.map(({ message, location: [at] }) => `${at?.source.ref}${at?.pointer}: ${message}`);
}
