import { execFile } from "node:child_process";
import { delimiter, sep } from "node:path";
import { promisify } from "node:util";

const BIN = `${sep}node_modules${sep}.bin`;

/** The folders of PATH in which programs lie that no workspace brought. */
export function outsidePath({ PATH = "" }: NodeJS.ProcessEnv): string[] {
  return PATH.split(delimiter).filter((folder) => folder !== "" && !folder.endsWith(BIN));
}

/**
 * Runs a program as if it had been started outside the workspace: without the workspace's commands on PATH, and without what lets Node
 * find the workspace's packages.
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
  const { NODE_PATH: _path, NODE_OPTIONS: _options, ...rest } = process.env;
  const env = { ...rest, PATH: [...first, ...outsidePath(rest)].join(delimiter) };
  return await run(command, args, folder, env);
}

/** As {@link runOutside}, inside the workspace. */
export async function run(
  command: string,
  args: readonly string[],
  folder: string,
  env = process.env,
): Promise<string> {
  try {
    return (
      await promisify(execFile)(command, args, { cwd: folder, env, maxBuffer: 2 ** 24, shell: isScript(command) })
    ).stdout;
  } catch (error) {
    const { message, stdout = "", stderr = "" } = error as Error & { stdout?: string; stderr?: string };
    throw new Error([message, stdout, stderr].join("\n"), { cause: error });
  }
}

/** On Windows the commands of packages are scripts, which only a shell starts. */
function isScript(command: string): boolean {
  return process.platform === "win32" && !command.endsWith(".exe");
}
