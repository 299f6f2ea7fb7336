import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** A server of a mirror. */
export type Server = { readonly origin: string; stop(): Promise<void> };

/**
 * Starts a server's built program on a free port.
 *
 * @throws Error with what it printed, when it ends instead of listening.
 */
export async function startServer(folder: string, program: string): Promise<Server> {
  const child = spawn(process.execPath, [join(folder, program), "--port", "0"], { stdio: ["ignore", "pipe", "pipe"] });
  const closed = once(child, "close");
  let printed = "";
  const origin = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        printed += text;
        const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
        if (found !== undefined) resolve(found);
      });
    }
    closed.then(() => reject(new Error(`${program} ended. It printed:\n${printed}`)), reject);
  });
  return {
    origin,
    async stop() {
      child.kill();
      await closed;
    },
  };
}
