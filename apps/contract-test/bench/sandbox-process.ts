import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** A sandbox in a process of its own, as a team has it. */
export type SandboxProcess = { readonly origin: string; stop(): Promise<void> };

const COMMAND = fileURLToPath(new URL("../node_modules/@quayside/sandbox/dist/command/main.js", import.meta.url));

/** Starts a sandbox on a free port, and waits until it says where it listens. */
export async function startSandboxProcess(): Promise<SandboxProcess> {
  const child = spawn(process.execPath, ["--max-semi-space-size=4", COMMAND, "--port", "0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const stop = async () => {
    const closed = once(child, "close");
    child.kill("SIGKILL");
    await closed;
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const [origin] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
    if (origin === undefined) continue;
    child.stdout.resume();
    return { origin, stop };
  }
  throw new Error("The sandbox ended by itself.");
}
