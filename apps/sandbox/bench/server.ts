import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { exchange } from "./load.ts";

/** A server under measurement, as a process of its own. */
export type Server = {
  readonly port: number;
  /** From the start of the process to its first answer. */
  readonly startMs: number;
  /** What the process holds in memory, in megabytes. */
  residentMb(): number;
  stop(): Promise<void>;
};

/** What is measured: the command that each package's `start` script runs. */
export const COMMANDS = {
  sandbox: ["--max-semi-space-size=4", path("../dist/command/main.js")],
  mock: [path("../../mock/dist/main.js")],
} as const;

/** The request whose answer ends the start. */
export const FIRST_REQUEST = request("GET", "/api/v1/service_orders/SO123456.json");

/** Starts a server on a port, and waits for its first answer. */
export async function start(command: readonly string[], port: number, ...options: string[]): Promise<Server> {
  const begun = performance.now();
  const child = spawn(process.execPath, [...command, "--port", String(port), ...options], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  while ((await exchange(port, FIRST_REQUEST).catch(() => undefined)) === undefined) {
    if (child.exitCode !== null) throw new Error(`${command.at(-1)} ended by itself.`);
    await new Promise((wake) => setTimeout(wake, 2));
  }
  const startMs = performance.now() - begun;
  return { port, startMs, residentMb: () => residentMb(child), stop: () => stop(child) };
}

/** A whole request, as it goes over the wire. */
export function request(method: string, target: string, body?: unknown): string {
  const text = body === undefined ? "" : JSON.stringify(body);
  const lines = [
    `${method} ${target} HTTP/1.1`,
    "Host: 127.0.0.1",
    "Authorization: Token token=demo",
    ...(text === "" ? [] : ["Content-Type: application/json", `Content-Length: ${Buffer.byteLength(text)}`]),
  ];
  return `${lines.join("\r\n")}\r\n\r\n${text}`;
}

/** Linux tells what a process holds; elsewhere nothing is measured. */
function residentMb({ pid }: ChildProcess): number {
  if (process.platform !== "linux") return Number.NaN;
  const [, kilobytes = "NaN"] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1024;
}

async function stop(child: ChildProcess): Promise<void> {
  const closed = once(child, "close");
  child.kill("SIGKILL");
  await closed;
}

function path(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}
