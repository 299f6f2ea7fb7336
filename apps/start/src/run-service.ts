import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Service } from "./services.js";

/** A service that runs. */
export type Running = {
  service: Service;
  /** Where it listens; rejects when it ends before it listens. */
  origin: Promise<string>;
  /** Settles when the process is gone, with the reason in words: "exit code 2". It never rejects. */
  ended: Promise<string>;
  /** Asks it to end, and ends it by force after three seconds. */
  stop(): Promise<void>;
};

const IMPATIENCE_MS = 3000;
const ADDRESS = /https?:\/\/[^\s/]+/;

/**
 * Starts a service.
 *
 * @param port - 0 takes a free one.
 * @param talk - Hears what the service writes, line by line, but for the line that tells its address.
 */
export function runService(service: Service, port: number, talk: (line: string) => void): Running {
  const child = spawn(process.execPath, [...service.command, "--port", String(port)], {
    cwd: fileURLToPath(service.folder),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  createInterface({ input: child.stderr }).on("line", talk);
  const listening = new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      const [origin] = ADDRESS.exec(line) ?? [];
      if (origin === undefined) talk(line);
      else resolve(origin);
    });
  });
  const failed = ended.then((reason) => Promise.reject(new Error(`The ${service.name} did not start: ${reason}.`)));
  return {
    service,
    origin: Promise.race([listening.then(untilAnswered), failed]),
    ended,
    stop: () => stop(child, ended),
  };
}

/** Any answer will do, whatever its status. */
async function untilAnswered(origin: string): Promise<string> {
  await fetch(origin, { redirect: "manual" });
  return origin;
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.kill("SIGTERM");
  const impatience = setTimeout(() => child.kill("SIGKILL"), IMPATIENCE_MS);
  await ended;
  clearTimeout(impatience);
}
