import { execFile } from "node:child_process";
import { delimiter, isAbsolute, sep } from "node:path";
import { promisify } from "node:util";

const BIN = `${sep}node_modules${sep}.bin`;

/** The folders of PATH in which programs lie that no workspace brought. */
export function outsidePath({ PATH = "" }: NodeJS.ProcessEnv): string[] {
  return PATH.split(delimiter).filter((folder) => folder !== "" && !folder.endsWith(BIN));
}

/**
 * The environment of a program that is started outside the workspace: without the workspace's commands on PATH, and without what lets Node
 * find the workspace's packages.
 *
 * @param first - Folders to look for programs in before those of PATH.
 */
export function outsideEnvironment(first: readonly string[] = []): NodeJS.ProcessEnv {
  // Windows spells it Path.
  const kept = Object.entries(process.env).filter(([name]) => !/^(path|node_path|node_options)$/i.test(name));
  return { ...Object.fromEntries(kept), PATH: [...first, ...outsidePath(process.env)].join(delimiter) };
}

/**
 * Runs a program as if it had been started outside the workspace.
 *
 * @param first - Folders to look for programs in before those of PATH.
 * @returns What it wrote to stdout.
 * @throws With all that it wrote, when it ends with another code than 0.
 */
export async function runOutside(
  command: string,
  args: readonly string[],
  folder: string,
  first: readonly string[] = [],
): Promise<string> {
  return await run(command, args, folder, outsideEnvironment(first));
}

/** As {@link runOutside}, inside the workspace. */
export async function run(
  command: string,
  args: readonly string[],
  folder: string,
  env = process.env,
): Promise<string> {
  const { file, words, options } = onThisSystem(command, args);
  try {
    return (await promisify(execFile)(file, words, { cwd: folder, env, maxBuffer: 2 ** 24, ...options })).stdout;
  } catch (error) {
    const { message, stdout = "", stderr = "" } = error as Error & { stdout?: string; stderr?: string };
    throw new Error([message, stdout, stderr].join("\n"), { cause: error });
  }
}

/** How to start a command: npm, npx, pnpm and installed commands are scripts on Windows, which only its shell can run. */
export function onThisSystem(command: string, args: readonly string[]) {
  if (process.platform !== "win32" || (isAbsolute(command) && command.endsWith(".exe"))) {
    return { file: command, words: args, options: { shell: false } };
  }
  return { file: [command, ...args].map(quote).join(" "), words: [], options: { shell: true } };
}

function quote(word: string): string {
  return /^[\w./:=@\\-]+$/.test(word) ? word : `"${word}"`;
}
