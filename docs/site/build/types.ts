import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { docsFolder } from "../routes.ts";

/**
 * Type-checks what makes the site, of which Astro has written some types.
 *
 * @throws When the compiler finds something; it has printed what.
 */
export async function checkTypes(): Promise<void> {
  const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
  const child = spawn(process.execPath, [compiler], { cwd: fileURLToPath(docsFolder), stdio: "inherit" });
  const [exitCode] = await once(child, "exit");
  if (exitCode !== 0) throw new Error("The site's own code does not type-check; the compiler says above where.");
}
