import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

// The built program: `turbo run test` builds it first.
const PROGRAM = fileURLToPath(new URL("../../dist/command/main.js", import.meta.url));

/** The sandbox as a process of its own. */
export type Program = {
  readonly child: ChildProcess;
  readonly origin: string;
  /** What it has said so far. */
  readonly said: () => string;
  /** Ends it by a signal, and waits until it is gone. */
  end(signal: NodeJS.Signals): Promise<number | null>;
};

/** Starts the program on a free port, and waits until it listens. */
export async function runProgram(...options: string[]): Promise<Program> {
  const child = spawnProgram("--port", "0", ...options);
  let said = "";
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    said += chunk;
    const [origin] = /http:\/\/(?:127\.0\.0\.1|localhost):\d+/.exec(said) ?? [];
    if (origin === undefined || !said.includes("Control")) continue;
    child.stdout.resume();
    return { child, origin, said: () => said, end: (signal) => end(child, signal) };
  }
  throw new Error("The sandbox ended before it listened.");
}

/** Starts the program with some options, and waits for nothing. */
export function spawnProgram(...options: string[]) {
  return spawn(process.execPath, [PROGRAM, ...options], { stdio: ["ignore", "pipe", "pipe"], env: bareEnvironment() });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const closed = once(child, "close");
  child.kill(signal);
  const [code] = await closed;
  return code;
}

/** Without what would take the place of an option. */
function bareEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^SANDBOX_(?!TEST_)/.test(name)));
}
