import { createHash } from "node:crypto";
import { glob, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Writes a content security policy into every page of a built site: only its own files are loaded, only the scripts that stand in the
 * page are run. So what the tests see on this machine holds wherever the files are served.
 */
export async function sealSite(folder: string): Promise<void> {
  for await (const name of glob("**/*.html", { cwd: folder })) {
    const file = join(folder, name);
    await writeFile(file, sealPage(await readFile(file, "utf8")));
  }
}

/** The page with its policy as the first element of its head. One that it has from an earlier sealing makes place. */
export function sealPage(html: string): string {
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' ${inlineScripts(html).map(sourceOf).join(" ")}`.trim(),
    "worker-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return html.replace(
    /(<head[^>]*>)(?:<meta http-equiv="content-security-policy"[^>]*>)?/,
    (_, head) => `${head}<meta http-equiv="content-security-policy" content="${policy}">`,
  );
}

/** Only the texts that a browser runs: a `</script>` inside a string ends a script for the browser too. */
function inlineScripts(html: string): string[] {
  return [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, text = ""]) => text);
}

function sourceOf(script: string): string {
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
}
