import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { onThisSystem, outsideEnvironment } from "../outside/run-outside.ts";

/** A program that listens. */
export type Program = {
  readonly origin: string;
  /** Ends it as Ctrl-C does, which reaches all processes of a terminal, and waits until all are gone. */
  interrupt(): Promise<void>;
  /** Ends it by SIGTERM, which its process alone gets, and gives its exit code. */
  terminate(): Promise<number | null>;
};

/**
 * Starts a program outside the workspace, and waits until it says that it listens.
 *
 * @param first - Folders to look for programs in before those of PATH.
 * @throws With what it wrote, when it ends without listening.
 */
export async function startProgram(
  command: string,
  args: readonly string[],
  folder: string,
  first: readonly string[],
): Promise<Program> {
  const { file, words, options } = onThisSystem(command, args);
  // A group of its own, which a signal can reach as a whole.
  const detached = process.platform !== "win32";
  const child = spawn(file, words, { cwd: folder, env: outsideEnvironment(first), detached, ...options });
  // Closed is what none of its processes holds any longer.
  const ended = once(child, "close").then(([code]) => code as number | null);
  let said = "";
  const listening = new Promise<string>((listens, fails) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        said += chunk;
        const [, origin] = /listens on (http:\/\/\S+)/.exec(said) ?? [];
        if (origin !== undefined) listens(origin);
      });
    }
    ended.then((code) => fails(new Error(`${command} ${args.join(" ")} ended with ${code}:\n${said}`)));
  });
  const send = async (signal: NodeJS.Signals, toAll: boolean) => {
    signalTo(child, signal, toAll);
    return await ended;
  };
  return {
    origin: await listening,
    interrupt: async () => void (await send("SIGINT", true)),
    terminate: () => send("SIGTERM", false),
  };
}

/** Windows knows no signals: there the process and its children are ended. */
function signalTo({ pid = 0 }: ChildProcess, signal: NodeJS.Signals, toAll: boolean): void {
  if (process.platform === "win32") spawn("taskkill", ["/pid", String(pid), "/T", "/F"]);
  else process.kill(toAll ? -pid : pid, signal);
}
