import { spawn } from "node:child_process";
import { once } from "node:events";
import { onThisSystem, run } from "../outside/run-outside.ts";

/** The npm of this machine. */
export type Npm = {
  version(): Promise<string>;
  /** The registry that it is set up for: the public one, unless somebody has set another. Without a slash at its end. */
  registry(): Promise<string>;
  /**
   * Runs `npm publish`.
   *
   * @throws Error when it fails; it has said why.
   */
  publish(args: readonly string[]): Promise<void>;
};

/**
 * Opens the npm on PATH.
 *
 * @param environment - What npm is started with.
 * @param talk - Where to what it says while it publishes goes: to our own output by default.
 */
export function openNpm(environment: NodeJS.ProcessEnv, talk: "inherit" | "ignore" = "inherit"): Npm {
  return {
    version: async () => (await run("npm", ["--version"], ".", environment)).trim(),
    registry: async () =>
      (await run("npm", ["config", "get", "registry"], ".", environment)).trim().replace(/\/+$/, ""),
    async publish(args) {
      const { file, words, options } = onThisSystem("npm", ["publish", ...args]);
      const child = spawn(file, words, { env: environment, stdio: ["ignore", talk, talk], ...options });
      const [code] = await once(child, "close");
      if (code !== 0) throw new Error(`npm publish ended with ${code}.`);
    },
  };
}
