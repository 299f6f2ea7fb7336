import { spawn } from "node:child_process";

export interface Run {
  /** 0 when it went well. */
  exitCode: number | null;
  stdout: string;
  /** Everything that was printed, for a message. */
  printed: string;
}

/**
 * Runs a program to its end; nothing comes in.
 *
 * @param environment - Added to what it finds in its environment.
 * @throws When the program cannot be started.
 */
export function runProgram(
  command: string,
  args: readonly string[],
  cwd: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const env = { ...quietEnvironment(), ...environment };
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    const result = { exitCode: null as number | null, stdout: "", printed: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      result.stdout += text;
      result.printed += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      result.printed += text;
    });
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ ...result, exitCode }));
  });
}

/** Samples must not reach a registry, and must not see that they run inside a test. */
function quietEnvironment(): NodeJS.ProcessEnv {
  const { VITEST: _, NODE_ENV: __, ...environment } = process.env;
  return { ...environment, npm_config_offline: "true", npm_config_update_notifier: "false", NO_COLOR: "1" };
}
