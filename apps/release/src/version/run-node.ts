import { spawn } from "node:child_process";

/**
 * Runs this Node with arguments; all that is said there goes to stderr.
 *
 * @throws Error when it does not end well.
 */
export async function runNode(cwd: string, args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", process.stderr, process.stderr] });
  const ended = await new Promise<number | string | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve(signal ?? code));
  });
  if (ended !== 0) throw new Error(`node ${args.join(" ")} ended with ${ended}; what it said stands above.`);
}
