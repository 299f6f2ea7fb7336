import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../dist/src/main.js", import.meta.url));

/** What the built command did, as a process of its own. */
export type Command = { readonly out: string; readonly err: string; readonly code: number | null };

/**
 * Runs the built command.
 *
 * @param onStart - Given what stops it, as Ctrl-C does.
 */
export async function runCommand(
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  onStart: (interrupt: () => void) => void = () => {},
): Promise<Command> {
  const own = ["QUAYSIDE_TOKEN", "QUAYSIDE_USER", "QUAYSIDE_OTHER_TOKEN", "QUAYSIDE_OTHER_USER"];
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.includes(name)));
  const child = spawn(process.execPath, [MAIN, ...argv], { env: { ...inherited, ...environment } });
  onStart(() => child.kill("SIGINT"));
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { out, err, code };
}
