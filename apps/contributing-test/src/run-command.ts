import { spawn } from "node:child_process";
import { delimiter, dirname, join } from "node:path";
import { COMMANDS, type Task } from "./commands.ts";
import type { Mirror } from "./open-mirror.ts";

/** How a command ended, and all that it printed. */
export type Ran = { readonly isPassed: boolean; readonly printed: string };

/**
 * Runs what a command of CONTRIBUTING.md does: up to the first task that fails, as turbo does unless told to continue, and without what
 * nothing has changed for.
 *
 * @throws Error for a command that is not known.
 */
export async function runCommand(mirror: Mirror, command: string): Promise<Ran> {
  const tasks = COMMANDS[command];
  if (tasks === undefined) throw new Error(`"${command}" is not known: add it to src/commands.ts.`);
  const ran: Ran[] = [];
  for (const task of tasks.filter((one) => mirror.isDue(one))) {
    const one = await runTask(mirror.folder, task);
    ran.push(one);
    if (one.isPassed) mirror.keepPassed(task);
    else if (!command.endsWith("--continue")) break;
  }
  return { isPassed: ran.every((one) => one.isPassed), printed: ran.map(({ printed }) => printed).join("") };
}

/** Runs one Node command, without colours; it does not see that it runs inside a test. */
export function runTask(folder: string, { place, args, env = {} }: Task): Promise<Ran> {
  const { VITEST: _, NODE_ENV: __, FORCE_COLOR: ___, ...outside } = process.env;
  const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter);
  const child = spawn(process.execPath, args, {
    cwd: join(folder, place),
    env: { ...outside, ...env, PATH, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject).once("close", (code) => resolve({ isPassed: code === 0, printed }));
  });
}
