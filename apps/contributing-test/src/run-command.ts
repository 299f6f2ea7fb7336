import { spawn } from "node:child_process";
import { delimiter, dirname, join } from "node:path";
import { COMMANDS, type Task } from "./commands.ts";

/** How a command ended, and all that it printed. */
export type Ran = { readonly isPassed: boolean; readonly printed: string };

/**
 * Runs what a command of CONTRIBUTING.md does: up to the first task that fails, as turbo does unless told to continue.
 *
 * @throws Error for a command that is not known.
 */
export async function runCommand(mirror: string, command: string): Promise<Ran> {
  const tasks = COMMANDS[command];
  if (tasks === undefined) throw new Error(`"${command}" is not known: add it to src/commands.ts.`);
  const ran: Ran[] = [];
  for (const task of tasks) {
    ran.push(await runTask(mirror, task));
    if (ran.at(-1)?.isPassed === false && !command.endsWith("--continue")) break;
  }
  return { isPassed: ran.every((one) => one.isPassed), printed: ran.map(({ printed }) => printed).join("") };
}

/** Runs one Node command, without colours; it does not see that it runs inside a test. */
export function runTask(mirror: string, { place, args, env = {} }: Task): Promise<Ran> {
  const { VITEST: _, NODE_ENV: __, FORCE_COLOR: ___, ...outside } = process.env;
  const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter);
  const child = spawn(process.execPath, args, {
    cwd: join(mirror, place),
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
